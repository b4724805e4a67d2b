import QtQuick
import QtQuick.Shapes
import "../parts"

// The number of a chosen area beside the drawing, with a line to the area.
Item {
    id: callout

    required property int number
    required property bool atLeft
    required property real labelY
    required property real areaX
    required property real areaY
    required property real zoom
    required property point corner
    readonly property real endX: callout.corner.x + callout.areaX * callout.zoom
    readonly property real endY: callout.corner.y + callout.areaY * callout.zoom

    Shape {
        anchors.fill: parent
        Accessible.ignored: true

        ShapePath {
            strokeColor: Theme.colour.wine
            strokeWidth: Theme.line
            fillColor: "transparent"
            startX: callout.atLeft ? pill.width : pill.x
            startY: pill.y + pill.height / 2

            PathLine { x: callout.endX; y: callout.endY }
        }
    }
    Rectangle {
        x: callout.endX - width / 2
        y: callout.endY - height / 2
        width: Theme.px(10)
        height: width
        radius: width / 2
        color: Theme.colour.wine
    }
    Rectangle {
        id: pill

        x: callout.atLeft ? 0 : parent.width - width
        y: callout.corner.y + callout.labelY * callout.zoom - height / 2
        width: label.width + Theme.px(24)
        height: Theme.px(44)
        radius: height / 2
        color: Theme.colour.wine

        Row {
            id: label

            anchors.centerIn: parent
            spacing: Theme.px(2)

            Icon { name: "check"; size: Theme.px(28); color: Theme.colour.inverse; anchors.verticalCenter: parent.verticalCenter }
            Words {
                text: String(callout.number)
                spoken: false
                color: Theme.colour.inverse
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
