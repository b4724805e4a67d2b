import QtQuick
import "../parts"

// How well one colour is read on another.
Row {
    id: line

    required property string title
    required property string label
    required property bool fine

    spacing: Theme.px(16)

    Icon { id: glyph; name: line.fine ? "check" : "triangle-alert"; size: Theme.px(36) }
    Words {
        width: line.width - glyph.width - line.spacing
        text: line.title + ": " + line.label
        font.pixelSize: Theme.label
        font.weight: line.fine ? Font.Normal : Font.Bold
    }
}
