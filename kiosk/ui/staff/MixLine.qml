import QtQuick
import Kiosk
import "../parts"

// One part of a colour: less, how much there is of it, more.
Item {
    id: line

    required property string key
    required property string title
    required property string label
    required property real share
    required property bool less
    required property bool more
    required property Paintbox colours

    width: parent?.width ?? 0
    height: Theme.px(100)

    StepButton {
        id: minus

        anchors.left: parent.left
        shown: line.less
        symbol: "minus"
        says: qsTr("%1: less").arg(line.title)
        tells: line.label
        onClicked: line.colours.turn(line.key, -1)
    }
    Item {
        anchors { left: minus.right; right: plus.left; margins: Theme.gap }
        height: parent.height

        Words { anchors.left: parent.left; text: line.title; font.weight: Font.DemiBold; font.pixelSize: Theme.label }
        Words { anchors.right: parent.right; text: line.label; color: Theme.colour.soft; font.pixelSize: Theme.label }
        Rectangle {
            y: Theme.px(56)
            width: parent.width
            height: Theme.px(28)
            radius: height / 2
            color: Theme.colour.card
            border.color: Theme.colour.wine
            border.width: Theme.line

            Rectangle {
                anchors.left: parent.left
                width: Math.max(height, parent.width * line.share)
                height: parent.height
                radius: height / 2
                color: Theme.colour.wine
            }
        }
    }
    StepButton {
        id: plus

        anchors.right: parent.right
        shown: line.more
        symbol: "plus"
        says: qsTr("%1: more").arg(line.title)
        tells: line.label
        onClicked: line.colours.turn(line.key, 1)
    }
}
