import QtQuick
import "parts"

// Says that this is only a preview, and ends it.
Rectangle {
    id: banner

    signal ended

    height: Math.max(words.height, button.height) + Theme.px(20)
    color: Theme.colour.cautionGround
    border.color: Theme.colour.caution
    border.width: Theme.line

    Words {
        id: words

        anchors { left: parent.left; leftMargin: Theme.margin; right: button.left; rightMargin: Theme.snug; verticalCenter: parent.verticalCenter }
        text: qsTr("Preview of the draft. Nothing is sent.")
        color: Theme.colour.caution
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
    }
    ActionButton {
        id: button

        anchors { right: parent.right; rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
        implicitHeight: Theme.target
        width: Math.min(implicitWidth, parent.width * 0.5)
        size: Theme.label
        before: "x"
        text: qsTr("End preview")
        onClicked: banner.ended()
    }
}
