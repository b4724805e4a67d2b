import QtQuick
import "../parts"

// One line of the log.
Rectangle {
    id: line

    required property int number
    required property string title
    required property string label
    required property string when
    required property string by

    height: Math.max(what.height, right.height) + Theme.px(28)
    radius: Theme.px(22)
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.plain ? Theme.line : 0
    Accessible.role: Accessible.ListItem
    Accessible.name: [line.number, line.title, line.label, line.by, line.when].filter(part => part).join(", ")

    Words {
        id: place

        x: Theme.px(28)
        width: Theme.px(96)
        anchors.verticalCenter: parent.verticalCenter
        text: String(line.number)
        spoken: false
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Column {
        id: what

        x: place.x + place.width
        width: right.x - x - Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter

        Words { width: parent.width; text: line.title; spoken: false; font.weight: Font.DemiBold; lineHeight: 0.95 }
        Words {
            visible: line.label !== ""
            width: parent.width
            text: line.label
            spoken: false
            color: Theme.colour.soft
            font.pixelSize: Theme.label
            lineHeight: 0.95
        }
    }
    Column {
        id: right

        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        width: Math.min(parent.width * 0.36, Theme.px(340))

        Words { width: parent.width; text: line.when; spoken: false; font.pixelSize: Theme.label; horizontalAlignment: Text.AlignRight; lineHeight: 0.95 }
        Words {
            visible: line.by !== ""
            width: parent.width
            text: line.by
            spoken: false
            color: Theme.colour.soft
            font.pixelSize: Theme.label
            horizontalAlignment: Text.AlignRight
            lineHeight: 0.95
        }
    }
}
