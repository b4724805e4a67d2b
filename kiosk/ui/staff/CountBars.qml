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
                anchors.verticalCenter: parent.verticalCenter
                text: line.title
                spoken: false
                font.pixelSize: Theme.label
                font.weight: line.strong ? Font.Bold : Font.Normal
                lineHeight: 0.95
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Rectangle {
                id: ground

                x: parent.width * 0.46
                width: figure.x - x - Theme.px(20)
                height: 1
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.wine
            }
            Rectangle {
                x: ground.x
                width: ground.width * line.share
                height: Theme.px(28)
                radius: Theme.px(6)
                anchors.verticalCenter: parent.verticalCenter
                color: line.strong ? Theme.colour.wine : Theme.colour.rose
                border.color: Theme.colour.wine
                border.width: line.share > 0 ? Theme.line : 0
            }
            Words {
                id: figure

                x: parent.width - width
                width: Theme.px(chart.narrow ? 190 : 210)
                anchors.verticalCenter: parent.verticalCenter
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
