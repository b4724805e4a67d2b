pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The quick facts of a treatment, side by side.
Rectangle {
    id: strip

    required property Rows facts
    readonly property int columns: Theme.big ? 2 : 4

    implicitHeight: grid.height + Theme.px(40)
    radius: Theme.radius
    color: Theme.colour.oat
    border.width: Theme.plain ? Theme.line : 0
    border.color: Theme.colour.wine

    Grid {
        id: grid

        y: Theme.px(20)
        width: parent.width
        columns: strip.columns
        rowSpacing: Theme.gap

        Repeater {
            id: repeater

            model: strip.facts

            Item {
                id: cell

                required property int index
                required property string glyph
                required property string label

                width: strip.width / Math.min(strip.columns, Math.max(1, repeater.count))
                height: column.height

                Rectangle {
                    visible: cell.index % strip.columns > 0
                    anchors.left: parent.left
                    width: Theme.px(1)
                    height: parent.height - Theme.px(20)
                    y: Theme.px(10)
                    color: Theme.colour.wine
                }
                Column {
                    id: column

                    width: parent.width - Theme.px(28)
                    anchors { left: parent.left; leftMargin: Theme.px(14) }
                    spacing: Theme.px(4)

                    Icon { glyph: cell.glyph; anchors.horizontalCenter: parent.horizontalCenter }
                    Words {
                        width: parent.width
                        text: cell.label
                        font.pixelSize: Theme.px([24, 31, 40, 52][Theme.size])
                        font.weight: Font.DemiBold
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }
    }
}
