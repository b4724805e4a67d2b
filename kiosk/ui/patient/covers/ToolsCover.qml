import QtQuick
import Kiosk
import "../../parts"

// The tools that the bar has no room for while the screen is lowered and its words are large; in the bar's order.
Tray {
    id: tray

    required property Desk desk

    title: qsTr("Screen tools")

    Flow {
        width: parent.width
        spacing: Theme.gap

        component ToolButton: ActionButton {
            readonly property int columns: parent.width > Theme.px(1100) ? 2 : 1

            width: (parent.width - (columns - 1) * Theme.gap) / columns
            align: Qt.AlignLeft
        }

        ToolButton { before: "rotate-ccw"; text: qsTr("Start over"); onClicked: tray.desk.startOver() }
        ToolButton { before: "languages"; text: qsTr("Language"); tells: qsTr("next: %1").arg(tray.desk.access.nextLanguageName); onClicked: tray.desk.changeLanguage() }
        ToolButton { before: "a-large-small"; text: qsTr("Text size"); onClicked: tray.desk.coverWith("size") }
        ToolButton { before: "contrast"; text: qsTr("Contrast"); onClicked: tray.desk.coverWith("contrast") }
        ToolButton { visible: tray.desk.voice.works; before: "volume-2"; text: qsTr("Read aloud"); tells: tray.desk.voice.on ? qsTr("on") : qsTr("off"); onClicked: tray.desk.readAloud() }
        ToolButton { primary: true; before: "check"; text: qsTr("Done"); onClicked: tray.desk.uncover() }
    }
    RestoreButton { width: parent.width; desk: tray.desk }
}
