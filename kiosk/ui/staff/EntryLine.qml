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

    height: Math.max(what.height, end.height) + Theme.px(28)
    radius: Theme.px(22)
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.plain ? Theme.line : 0
    Accessible.role: Accessible.ListItem
    Accessible.name: [line.number, line.title, line.label, line.by, line.when].filter(part => part).join(", ")

    Words {
        id: place

        anchors { left: parent.left; leftMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        width: Theme.px(96)
        text: String(line.number)
        spoken: false
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Column {
        id: what

        anchors { left: place.right; right: end.left; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }

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
        id: end

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
