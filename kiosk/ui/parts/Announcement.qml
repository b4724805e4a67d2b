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
        x: Theme.px(40)
        y: words.y + Theme.px(2)
    }
    Column {
        id: words

        x: glyph.x + glyph.width + Theme.px(28)
        y: Theme.px(26)
        width: parent.width - x - Theme.px(36)
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
