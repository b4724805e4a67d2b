import QtQuick
import Kiosk

// The answer to "Why we ask".
Rectangle {
    id: why

    required property Asking asking

    implicitHeight: text.height + Theme.px(60)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.oat
    border.width: Theme.plain ? Theme.line : 0
    border.color: Theme.colour.wine

    Rectangle {
        anchors { left: parent.left; leftMargin: Theme.gap }
        y: Theme.px(32)
        width: Theme.px(8)
        height: parent.height - 2 * y
        radius: width / 2
        color: Theme.colour.wine
    }
    Words {
        id: text

        anchors { left: parent.left; leftMargin: Theme.px(60); right: parent.right; rightMargin: Theme.gap }
        y: Theme.px(28)
        text: why.asking.reason
    }
}
