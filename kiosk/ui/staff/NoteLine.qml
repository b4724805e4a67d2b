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

    Icon { id: glyph; name: line.icon; size: Theme.px(40); anchors.left: parent.left }
    Words {
        id: words

        anchors { left: glyph.right; leftMargin: Theme.px(20); right: parent.right }
        text: line.label
        font.weight: line.own ? Font.Bold : Font.Normal
        lineHeight: 0.98
    }
}
