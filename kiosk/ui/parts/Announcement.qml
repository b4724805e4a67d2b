import QtQuick
import Kiosk

// What the clinic tells for some days: a title and a few words, nothing to touch.
Rectangle {
    id: announcement

    required property Announcing told

    implicitHeight: words.height + Theme.px(52)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.oat
    border.width: Theme.plain ? Theme.line : 0
    border.color: Theme.colour.wine

    Icon {
        id: glyph

        glyph: announcement.told.glyph
        anchors { left: parent.left; leftMargin: Theme.px(40) }
        y: words.y + Theme.px(2)
    }
    Column {
        id: words

        anchors { left: glyph.right; leftMargin: Theme.px(28); right: parent.right; rightMargin: Theme.px(36) }
        y: Theme.px(26)
        spacing: Theme.px(8)

        Words {
            width: parent.width
            text: announcement.told.title
            font.pixelSize: Theme.lead
            font.weight: Font.DemiBold
        }
        Prose {
            width: parent.width
            blocks: announcement.told.blocks
        }
    }
}
