pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// What is wrong with the content: how grave, in which file and line, and the sentence that says how to mend it.
Column {
    id: list

    required property Rows rows

    spacing: Theme.snug

    Note {
        visible: each.count === 0
        icon: "circle-check"
        strong: true
        text: qsTr("Nothing is wrong.")
    }
    Repeater {
        id: each

        model: list.rows

        Rectangle {
            id: flaw

            required property string icon
            required property string word
            required property string title
            required property string label
            required property bool grave

            width: parent?.width ?? 0
            height: words.height + Theme.px(36)
            radius: Theme.px(22)
            color: Theme.colour.card
            border.color: Theme.colour.wine
            border.width: flaw.grave || Theme.plain ? Theme.line : 0
            Accessible.role: Accessible.ListItem
            Accessible.name: [flaw.word, flaw.title, flaw.label].join(", ")

            Icon { id: glyph; x: Theme.px(28); y: Theme.px(20); name: flaw.icon; size: Theme.px(44) }
            Column {
                id: words

                x: glyph.x + glyph.width + Theme.px(24)
                width: parent.width - x - Theme.px(28)
                anchors.verticalCenter: parent.verticalCenter

                Words { width: parent.width; text: flaw.word + ": " + flaw.title; spoken: false; font.pixelSize: Theme.label; font.weight: Font.Bold; wrapMode: Text.WrapAtWordBoundaryOrAnywhere }
                Words { width: parent.width; text: flaw.label; spoken: false; font.pixelSize: Theme.label; maximumLineCount: 3; elide: Text.ElideRight }
            }
        }
    }
}
