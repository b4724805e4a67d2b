pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The face with the chosen areas only, their numbers at its sides so that they stay large.
Item {
    id: picture

    required property Chart chart
    readonly property rect box: picture.chart.box
    readonly property real zoom: Math.min((picture.width - Theme.px(120)) / Math.max(1, picture.box.width), picture.height / Math.max(1, picture.box.height))

    // Without a graphics processor a shape outside a clipped part of the page is drawn over what lies there.
    layer.enabled: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Areas chosen: %1").arg(picture.chart.areaWords)

    Item {
        id: face

        width: picture.box.width * picture.zoom
        height: picture.box.height * picture.zoom
        anchors.centerIn: parent

        Image { anchors.fill: parent; source: picture.chart.below; sourceSize: Qt.size(face.width, face.height); Accessible.ignored: true }
        Repeater {
            model: picture.chart.areas

            AreaShape { visible: chosen; zoom: picture.zoom; box: picture.box; thick: 7.4 }
        }
        Image { anchors.fill: parent; source: picture.chart.above; sourceSize: Qt.size(face.width, face.height); Accessible.ignored: true }
    }
    Repeater {
        model: picture.chart.callouts

        Callout {
            anchors.fill: parent
            zoom: picture.zoom
            corner: Qt.point(face.x - picture.box.x * picture.zoom, face.y - picture.box.y * picture.zoom)
        }
    }
}
