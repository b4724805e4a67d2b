pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A text of paragraphs, points, steps and notices.
Column {
    id: prose

    required property Rows blocks

    spacing: Theme.px(14)

    Repeater {
        model: prose.blocks

        Item {
            id: block

            required property string kind
            required property string mark
            required property string label
            required property string rich
            readonly property bool notice: block.kind === "notice"

            width: prose.width
            height: words.height + (block.notice ? Theme.px(48) : 0)

            Rectangle {
                visible: block.notice
                anchors.fill: parent
                radius: Theme.radius
                color: Theme.colour.stopGround
                border.color: Theme.colour.stop
                border.width: Theme.px(4)
            }
            Icon {
                visible: block.notice
                name: "triangle-alert"
                color: Theme.colour.stop
                anchors { left: parent.left; leftMargin: Theme.gap }
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                visible: block.mark !== ""
                text: block.mark
                spoken: false
                color: Theme.colour.wine
                font.weight: Font.Bold
                anchors { left: parent.left; leftMargin: Theme.px(6) }
            }
            Words {
                id: words

                anchors { left: parent.left; leftMargin: block.notice ? Theme.icon + Theme.px(48) : block.mark !== "" ? Theme.px(48) : 0; right: parent.right; rightMargin: block.notice ? Theme.gap : 0 }
                y: block.notice ? Theme.gap : 0
                text: block.rich
                textFormat: Text.StyledText
                Accessible.name: block.label
                color: block.notice ? Theme.colour.stop : Theme.colour.ink
                font.pixelSize: block.kind === "heading" ? Theme.lead : Theme.body
                font.weight: block.kind === "heading" || block.notice ? Font.DemiBold : Font.Normal
            }
        }
    }
}
