pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// What whoever unlocks must know of this machine, the gravest first, each in full; those without room are counted.
Column {
    id: list

    required property Rows rows
    property real room: Infinity
    property string rest: ""
    readonly property real few: list.room - Theme.label * 4  // leaves room to say how many more there are
    readonly property bool whole: each.count <= list.shown
    readonly property int shown: each.count ? (each.itemAt(each.count - 1) as Line)?.sofar ?? 0 : 0

    width: parent?.width ?? 0
    spacing: Theme.px(10)

    component Line: Item {
        id: line

        required property int index
        required property string icon
        required property string label
        required property bool own
        readonly property Line above: line.index ? each.itemAt(line.index - 1) as Line : null
        readonly property real end: (line.above?.end ?? 0) + line.height + list.spacing
        readonly property bool fits: line.index === 0 || line.end <= list.few
        readonly property int sofar: (line.above?.sofar ?? 0) + (line.fits ? 1 : 0)

        visible: line.fits
        width: list.width
        height: Math.max(glyph.height, words.height)

        Icon { id: glyph; name: line.icon; size: Theme.px(36); anchors.left: parent.left }
        Words {
            id: words

            anchors { left: glyph.right; leftMargin: Theme.px(16); right: parent.right }
            text: line.label
            font.pixelSize: Theme.label
            font.weight: line.own ? Font.Bold : Font.Normal
        }
    }

    Repeater {
        id: each

        model: list.rows

        Line {}
    }
    Words {
        visible: !list.whole
        width: parent.width
        text: list.rest + " " + (each.count - list.shown)
        font.pixelSize: Theme.label
        font.weight: Font.Bold
    }
}
