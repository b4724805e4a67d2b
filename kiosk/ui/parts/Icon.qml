import QtQuick
import "glyphs.js" as Glyphs

// A lucide icon as a glyph of its font: it takes any colour and never stands without words beside it.
Text {
    id: icon

    property string name: ""
    property string glyph: Glyphs.of(icon.name)
    property int size: Theme.icon
    readonly property bool turned: Theme.mirrored && Glyphs.turns(icon.name)

    text: icon.glyph
    color: Theme.colour.wine
    font.family: "lucide"
    font.pixelSize: icon.size
    width: icon.size
    height: icon.size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    transform: Scale { origin.x: icon.width / 2; xScale: icon.turned ? -1 : 1 }
    Accessible.ignored: true
}
