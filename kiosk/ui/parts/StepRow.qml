pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// How it works, in drawings with a sentence each.
Grid {
    id: row

    required property Rows steps

    columns: Theme.big ? 1 : 3
    spacing: Theme.gap

    Repeater {
        model: row.steps

        Rectangle {
            id: step

            required property int number
            required property string picture
            required property string label
            readonly property int side: Theme.big ? Theme.px(301) : step.width

            width: Theme.big ? row.width : (row.width - 2 * row.spacing) / 3
            height: Theme.big ? Math.max(drawing.height, words.height + Theme.px(44)) : drawing.height + words.height + Theme.px(44)
            radius: Theme.radius
            color: Theme.colour.card
            border.width: Theme.plain ? Theme.line : 0
            border.color: Theme.colour.wine

            Drawing {
                id: drawing

                anchors.left: parent.left
                source: step.picture
                size: step.side
                aspect: 340 / 301
            }
            Rectangle {
                anchors { left: parent.left; leftMargin: Theme.px(16) }
                y: Theme.px(14)
                width: Theme.px(Theme.big ? 64 : 52)
                height: width
                radius: width / 2
                color: Theme.colour.wine

                Words {
                    anchors.centerIn: parent
                    text: String(step.number)
                    spoken: false
                    color: Theme.colour.inverse
                    font.pixelSize: Theme.px([26, 29, 39, 52][Theme.size])
                    font.weight: Font.Bold
                }
            }
            Words {
                id: words

                anchors { left: parent.left; leftMargin: Theme.big ? drawing.width + Theme.gap : Theme.px(16); right: parent.right; rightMargin: Theme.px(12) }
                y: Theme.big ? (parent.height - height) / 2 : drawing.height + Theme.px(18)
                text: step.label
                font.pixelSize: Theme.px([24, 31, 41, 53][Theme.size])
                font.weight: Font.Medium
            }
        }
    }
}
