import QtQuick
import "../parts"

// One line of a list of notes.
Item {
    id: line

    required property string icon
    required property string label
    required property bool own

    implicitHeight: Math.max(glyph.height, words.height)
    height: implicitHeight

    Icon { id: glyph; name: line.icon; size: Theme.px(40) }
    Words {
        id: words

        x: glyph.width + Theme.px(20)
        width: parent.width - x
        text: line.label
        font.weight: line.own ? Font.Bold : Font.Normal
        lineHeight: 0.98
    }
}
