import QtQuick
import Kiosk
import "../../parts"

// A number on a scale: touch or drag the track, or go step by step; nothing is chosen before that.
Scroll {
    id: slider

    required property Asking asking
    required property string language
    readonly property bool low: Theme.lowered || slider.width > Theme.px(1100)
    readonly property bool touched: slider.asking.ratio >= 0

    spacing: Theme.px(20)

    Problem { text: slider.asking.problem; about: slider.asking.label }
    Rectangle {
        width: parent.width
        height: Math.max(said.height, back.height) + Theme.px(32)
        radius: Theme.radius
        color: Theme.colour.oat
        border.width: Theme.plain ? Theme.line : 0
        border.color: Theme.colour.wine

        Words {
            id: said

            anchors { left: parent.left; leftMargin: Theme.px(36); right: parent.right; rightMargin: slider.touched ? back.width + Theme.px(40) : Theme.px(36) }
            anchors.verticalCenter: parent.verticalCenter
            text: slider.touched ? slider.asking.summary : qsTr("Touch the line where your answer is.")
            font.pixelSize: slider.touched ? Theme.px(60) : Theme.lead
            font.weight: slider.touched ? Font.Bold : Font.Normal
            lineHeight: 1
        }
        ActionButton {
            id: back

            visible: slider.touched
            implicitHeight: Math.max(Theme.px(88), Theme.label * 1.8)
            anchors { right: parent.right; rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
            size: Theme.label
            before: "x"
            text: Theme.big ? qsTr("Clear") : qsTr("Take my answer back")
            tells: Theme.big ? qsTr("Take my answer back") : ""
            onClicked: slider.asking.takeBack()
        }
    }
    Item {
        width: parent.width
        height: line.height + (slider.low ? 0 : less.height + Theme.gap)

        Column {
            id: line

            anchors { left: parent.left; leftMargin: slider.low ? less.width + Theme.gap : 0; right: parent.right; rightMargin: slider.low ? less.width + Theme.gap : 0 }

            Track {
                width: parent.width
                label: slider.asking.text
                words: slider.asking.summary
                ratio: slider.asking.ratio
                steps: slider.asking.steps
                onSlid: ratio => slider.asking.slide(ratio)
                onNudged: by => slider.asking.nudge(by)
            }
            Item {
                width: parent.width
                height: least.height

                Words { id: least; text: slider.asking.leastWords; font.weight: Font.DemiBold; anchors { left: parent.left; leftMargin: Theme.px(36) } }
                Words { text: slider.asking.mostWords; font.weight: Font.DemiBold; anchors { right: parent.right; rightMargin: Theme.px(36) } }
            }
        }
        ActionButton {
            id: less

            anchors.left: parent.left
            y: slider.low ? 0 : line.height + Theme.gap
            width: slider.low ? Math.max(Theme.px(200), implicitWidth) : (parent.width - Theme.gap) / 2
            before: "minus"
            text: qsTr("Less")
            onClicked: slider.asking.nudge(-1)
        }
        ActionButton {
            anchors.right: parent.right
            y: less.y
            width: less.width
            before: "plus"
            text: qsTr("More")
            onClicked: slider.asking.nudge(1)
        }
    }
    AnswerFoot { asking: slider.asking }
}
