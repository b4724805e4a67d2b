pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// What whoever unlocks must know of this machine, the gravest first.
Column {
    id: list

    required property Rows rows
    property int most: 100
    property string rest: ""

    width: parent?.width ?? 0
    spacing: Theme.px(10)

    Repeater {
        id: each

        model: list.rows

        Item {
            id: line

            required property int index
            required property string icon
            required property string label
            required property bool own

            visible: line.index < list.most
            width: parent?.width ?? 0
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
    }
    Words {
        visible: each.count > list.most
        width: parent.width
        text: list.rest + " " + (each.count - list.most)
        font.pixelSize: Theme.label
        font.weight: Font.Bold
    }
}
