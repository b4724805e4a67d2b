import QtQuick
import "../parts"

// One thing that admins look after: what it is, and how it is with it.
PressButton {
    id: row

    property string before: ""
    property string tail: "chevron-right"

    implicitHeight: Math.max(Theme.px(124), words.height + Theme.px(32))

    contentItem: Item {
        Icon {
            id: glyph

            name: row.before
            size: Theme.px(48)
            color: row.mark
            anchors { left: parent.left; leftMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        }
        Column {
            id: words

            anchors { left: glyph.right; leftMargin: Theme.px(28); right: end.left; rightMargin: Theme.snug; verticalCenter: parent.verticalCenter }

            Words { width: parent.width; text: row.text; spoken: false; color: row.mark; font.pixelSize: Theme.lead; font.weight: Font.DemiBold }
            Words {
                visible: text !== ""
                width: parent.width
                text: row.tells
                spoken: false
                color: Theme.colour.soft
                font.pixelSize: Theme.label
            }
        }
        Icon {
            id: end

            name: row.tail
            size: Theme.px(40)
            color: row.mark
            anchors { right: parent.right; rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
        }
    }
}
