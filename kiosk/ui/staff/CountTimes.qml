pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// How long pages are read, in five steps: a line for each page, a column for each step, its figure below its bar.
Column {
    id: chart

    required property Rows rows
    required property Rows steps
    readonly property real first: Math.round(chart.width * 0.34)
    readonly property real cell: (chart.width - chart.first) / 5

    width: parent?.width ?? 0
    spacing: Theme.px(20)

    SectionTitle { text: qsTr("How long a page is open"); font.pixelSize: Theme.lead }
    Words {
        width: parent.width
        text: qsTr("The longest time of each visit. The page a visit ends on is not timed.")
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Row {
        anchors.right: parent.right

        Repeater {
            model: chart.steps

            Words {
                required property string title

                width: chart.cell
                text: title
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                lineHeight: 0.92
            }
        }
    }
    Repeater {
        model: chart.rows

        Item {
            id: line

            required property string title
            required property string spoken
            required property string labelOne
            required property string labelTwo
            required property string labelThree
            required property string labelFour
            required property string labelFive
            required property real shareOne
            required property real shareTwo
            required property real shareThree
            required property real shareFour
            required property real shareFive

            width: parent?.width ?? 0
            height: Math.max(name.height, Theme.px(104))
            Accessible.role: Accessible.ListItem
            Accessible.name: line.spoken

            Words {
                id: name

                width: chart.first - Theme.px(16)
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                text: line.title
                spoken: false
                font.pixelSize: Theme.label
                lineHeight: 0.95
            }
            Row {
                anchors.right: parent.right
                height: parent.height

                Step { share: line.shareOne; label: line.labelOne }
                Step { share: line.shareTwo; label: line.labelTwo }
                Step { share: line.shareThree; label: line.labelThree }
                Step { share: line.shareFour; label: line.labelFour }
                Step { share: line.shareFive; label: line.labelFive }
            }
        }
    }

    component Step: Item {
        id: step

        property real share: 0
        property string label: ""

        width: chart.cell
        height: Theme.px(104)

        Rectangle {
            width: parent.width - Theme.px(12)
            height: 1
            x: Theme.px(6)
            y: Theme.px(62)
            color: Theme.colour.wine
        }
        Rectangle {
            width: Theme.px(56)
            height: Theme.px(58) * step.share
            x: (parent.width - width) / 2
            y: Theme.px(62) - height
            radius: Theme.px(6)
            color: Theme.colour.rose
            border.color: Theme.colour.wine
            border.width: step.share > 0 ? Theme.line : 0
        }
        Words {
            width: parent.width
            y: Theme.px(68)
            text: step.label
            spoken: false
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.label
            font.weight: step.share > 0 ? Font.DemiBold : Font.Normal
            color: step.share > 0 ? Theme.colour.ink : Theme.colour.soft
        }
    }
}
