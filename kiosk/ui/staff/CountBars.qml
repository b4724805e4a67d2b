pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// A chart that is its own table: what is counted, its bar, and its figure in words, a line each.
Column {
    id: chart

    required property Rows rows
    required property string title
    property string about: ""
    readonly property bool narrow: chart.width < Theme.px(1000)

    width: parent?.width ?? 0
    spacing: Theme.px(10)

    SectionTitle { text: chart.title; font.pixelSize: Theme.lead }
    Words {
        visible: chart.about !== ""
        width: parent.width
        text: chart.about
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Repeater {
        model: chart.rows

        Item {
            id: line

            required property string title
            required property string label
            required property real share
            required property bool strong

            width: parent?.width ?? 0
            height: Math.max(name.height, Theme.px(44))
            Accessible.role: Accessible.ListItem
            Accessible.name: line.title + ": " + line.label

            Words {
                id: name

                width: parent.width * 0.44
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                text: line.title
                spoken: false
                font.pixelSize: Theme.label
                font.weight: line.strong ? Font.Bold : Font.Normal
                lineHeight: 0.95
            }
            Rectangle {
                id: ground

                anchors { left: name.right; leftMargin: parent.width * 0.02; right: figure.left; rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
                height: 1
                color: Theme.colour.wine
            }
            Rectangle {
                anchors { left: ground.left; verticalCenter: parent.verticalCenter }
                width: ground.width * line.share
                height: Theme.px(28)
                radius: Theme.px(6)
                color: line.strong ? Theme.colour.wine : Theme.colour.rose
                border.color: Theme.colour.wine
                border.width: line.share > 0 ? Theme.line : 0
            }
            Words {
                id: figure

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                width: Theme.px(chart.narrow ? 190 : 210)
                horizontalAlignment: Text.AlignRight
                text: line.label
                spoken: false
                font.pixelSize: Theme.label
                font.weight: line.share > 0 ? Font.DemiBold : Font.Normal
                color: line.share > 0 ? Theme.colour.ink : Theme.colour.soft
            }
        }
    }
}
