import QtQuick
import QtQuick.Shapes

// Seconds left, as a number in a ring that empties.
Row {
    id: count

    required property int remaining
    required property int total
    property int size: Theme.px(304)

    spacing: Theme.px(56)

    Item {
        width: count.size
        height: width

        Shape {
            anchors.fill: parent
            Accessible.ignored: true

            ShapePath {
                strokeColor: Theme.colour.inverse
                strokeWidth: Theme.px(12)
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathAngleArc {
                    centerX: count.size / 2
                    centerY: count.size / 2
                    radiusX: count.size / 2 - Theme.px(8)
                    radiusY: count.size / 2 - Theme.px(8)
                    startAngle: -90
                    sweepAngle: 360 * count.remaining / Math.max(1, count.total)
                }
            }
        }
        Words {
            anchors.centerIn: parent
            text: String(count.remaining)
            spoken: false
            color: Theme.colour.inverse
            font.pixelSize: count.size / 2
            font.weight: Font.Bold
        }
    }
    Words {
        text: qsTr("seconds left")
        color: Theme.colour.inverse
        font.pixelSize: Theme.heading
        font.weight: Font.Medium
        anchors.verticalCenter: parent.verticalCenter
        Accessible.name: qsTr("%1 seconds left").arg(count.remaining)
    }
}
