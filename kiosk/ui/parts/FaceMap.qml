pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A drawing with areas; a touch chooses the area whose number is nearest, within 60 reference pixels.
Item {
    id: map

    objectName: "drawing"
    LayoutMirroring.enabled: false  // a face has its sides
    LayoutMirroring.childrenInherit: true

    required property Rows areas
    required property string below
    required property string above
    required property rect box
    readonly property real zoom: Math.min(map.width / Math.max(1, map.box.width), map.height / Math.max(1, map.box.height))
    // One size whatever the room: drawn anew for each, the drawing would leave memory behind at every visit.
    readonly property size drawn: Qt.size(map.box.width, map.box.height)
    signal chosen(key: string)

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Drawing of a face. The list beside it has the same areas.")

    Item {
        id: sheet

        width: map.box.width * map.zoom
        height: map.box.height * map.zoom
        anchors.centerIn: parent

        // Without a graphics processor a shape outside a clipped part of the page is drawn over what lies there.
        Item {
            anchors.fill: parent
            layer.enabled: true

            Image { anchors.fill: parent; source: map.below; sourceSize: map.drawn; Accessible.ignored: true }
            Repeater {
                model: map.areas

                AreaShape { zoom: map.zoom; box: map.box }
            }
            Image { anchors.fill: parent; source: map.above; sourceSize: map.drawn; Accessible.ignored: true }
        }
        Repeater {
            model: map.areas

            AreaBadge {
                x: (centreX - map.box.x) * map.zoom - width / 2
                y: (centreY - map.box.y) * map.zoom - height / 2
            }
        }
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: point => map.pick(point.position)
        }
    }

    function pick(place: point) {
        const key = map.areas.nearest(map.box.x + place.x / map.zoom, map.box.y + place.y / map.zoom, Theme.px(60) / map.zoom);
        if (key) map.chosen(key);
    }
}
