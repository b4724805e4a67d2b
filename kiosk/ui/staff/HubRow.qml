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

            x: Theme.px(28)
            name: row.before
            size: Theme.px(48)
            color: row.mark
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words

            x: glyph.x + glyph.width + Theme.px(28)
            width: end.x - x - Theme.snug
            anchors.verticalCenter: parent.verticalCenter

            Words { width: parent.width; text: row.text; spoken: false; color: row.mark; font.pixelSize: Theme.lead; font.weight: Font.DemiBold }
            Words {
                visible: text !== ""
                width: parent.width
                text: row.tells
                spoken: false
                color: Theme.colour.soft
                font.pixelSize: Theme.label
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
        Icon {
            id: end

            x: parent.width - width - Theme.px(20)
            name: row.tail
            size: Theme.px(40)
            color: row.mark
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
