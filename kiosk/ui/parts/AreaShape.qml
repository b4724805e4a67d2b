import QtQuick
import QtQuick.Shapes

// The outline of one area: dotted while idle, thick and filled when it is chosen.
Shape {
    id: area

    required property string outline
    required property bool chosen
    required property real zoom
    required property rect box
    property real thick: Theme.plain ? 6 : 4.6

    width: area.box.width
    height: area.box.height
    scale: area.zoom
    transformOrigin: Item.TopLeft
    Accessible.ignored: true

    ShapePath {
        fillColor: area.chosen ? Theme.colour.regionOn : Theme.colour.regionIdle
        strokeColor: Theme.colour.wine
        strokeWidth: area.chosen ? area.thick : 1.6
        strokeStyle: area.chosen ? ShapePath.SolidLine : ShapePath.DashLine
        dashPattern: [0.8, 3]
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        pathHints: ShapePath.PathQuadratic

        PathSvg { path: area.outline }
    }
    x: -area.box.x * area.zoom
    y: -area.box.y * area.zoom
}
