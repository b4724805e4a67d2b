pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The page nobody is at: invites a touch, in every language.
Item {
    id: page

    required property Desk desk
    readonly property bool wide: page.width > page.height

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: page.desk.begin("")
    }
    Lines {
        id: lines

        name: page.wide ? "settling-lines-header.svg" : "settling-lines-attract.svg"
        aspect: page.wide ? 460 / 1080 : 1240 / 1080
        y: Theme.px(page.wide ? 0 : 60)
    }
    Brand {
        anchors { left: parent.left; leftMargin: Theme.margin }
        y: Theme.px(52)
        clinic: page.desk.clinic
        onHeld: page.desk.staffGesture()
    }
    Column {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: Theme.margin
            bottomMargin: Theme.px(30)
        }
        spacing: Theme.gap

        Title {
            anchors.left: parent.left
            width: parent.width - Theme.px(page.wide ? 0 : 120)
            text: qsTr("A quiet look while you wait.")
            font.pixelSize: Theme.big ? (page.wide || Theme.size === 3 ? Theme.question : Theme.title) : page.wide && Theme.lowered ? Theme.title : Math.min(Theme.idle, page.width / 9)
            lineHeight: 0.86
        }
        Words {
            width: parent.width
            text: qsTr("See how treatments work. Get ready for your visit.")
            color: Theme.colour.soft
            font.pixelSize: Theme.lead
        }
        Item { width: 1; height: Theme.px(8) }
        ActionButton {
            width: parent.width
            implicitHeight: Theme.px(page.wide ? 116 : 152)
            primary: true
            size: Theme.px([36, 44, 52, 58][Theme.size])
            text: qsTr("Touch anywhere to start")
            after: "arrow-right"
            onClicked: page.desk.begin("")
        }
        GridLayout {
            width: parent.width
            columns: page.wide ? 3 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: page.desk.access.languages

                ActionButton {
                    required property string key
                    required property string title
                    required property string invitation
                    required chosen

                    visible: !chosen
                    Layout.fillWidth: true
                    text: Theme.big && page.desk.access.languageCount > 2 ? title : title + ": " + invitation  // room for each
                    size: Theme.px([28, 32, 41, 53][Theme.size])
                    before: "languages"
                    onClicked: page.desk.begin(key)
                }
            }
        }
    }
}
