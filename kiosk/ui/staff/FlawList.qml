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
            Accessible.name: flaw.word + ": " + flaw.title + ". " + flaw.label

            Icon {
                id: glyph

                anchors { left: parent.left; leftMargin: Theme.px(28) }
                y: Theme.px(20)
                name: flaw.icon
                size: Theme.px(44)
            }
            Column {
                id: words

                anchors { left: glyph.right; leftMargin: Theme.px(24); right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }

                Words { width: parent.width; text: flaw.word + ": " + flaw.title; spoken: false; font.pixelSize: Theme.label; font.weight: Font.Bold; wrapMode: Text.WrapAtWordBoundaryOrAnywhere }
                Words { width: parent.width; text: flaw.label; spoken: false; font.pixelSize: Theme.label }
            }
        }
    }
}
