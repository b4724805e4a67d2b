import QtQuick
import QtQuick.Shapes
import "../parts"

// A signature as it was drawn, in its box of 1000 x 400.
Rectangle {
    id: picture

    required property string strokes
    readonly property real zoom: picture.width / 1000

    implicitHeight: picture.width * 0.4
    height: implicitHeight
    radius: Theme.px(18)
    color: Theme.colour.paper
    border.color: Theme.colour.wine
    border.width: Theme.line
    // As in FacePicture: a bare shape would be drawn beyond the clipped part of the page.
    layer.enabled: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("The signature, drawn")

    Shape {
        anchors.fill: parent
        Accessible.ignored: true

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.colour.ink
            strokeWidth: Theme.px(4)
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(picture.zoom, picture.zoom)

            PathSvg { path: picture.strokes }
        }
    }
}
