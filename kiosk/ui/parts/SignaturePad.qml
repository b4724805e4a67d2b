import QtQuick
import QtQuick.Shapes

// Where a finger signs: strokes as path data in a box of 1000 x 400.
Rectangle {
    id: pad

    objectName: "keys"

    required property string strokes
    property string stroke: ""
    property string pen: ""
    readonly property real zoom: Math.min(pad.width / 1000, pad.height / 400)
    signal drawn(strokes: string)

    radius: Theme.radius
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: pad.strokes ? qsTr("Your signature, drawn") : qsTr("Box to sign in with your finger")

    Rectangle {
        anchors { left: parent.left; leftMargin: parent.width * 0.06 }
        y: parent.height * 0.74
        width: parent.width * 0.88
        height: Theme.line
        color: Theme.colour.wine
    }
    Words {
        visible: pad.strokes === "" && pad.stroke === ""
        anchors { left: parent.left; leftMargin: parent.width * 0.06 }
        y: parent.height * 0.78
        text: qsTr("Sign here with your finger")
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Shape {
        layer.enabled: true
        width: 1000
        height: 400
        scale: pad.zoom
        transformOrigin: Item.TopLeft
        Accessible.ignored: true

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.colour.ink
            strokeWidth: 6
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: pad.strokes + pad.stroke }
        }
    }
    PointHandler {
        id: finger

        onActiveChanged: finger.active ? pad.start(finger.point.position) : pad.end()
        onPointChanged: if (finger.active) pad.go(finger.point.position)
    }

    function start(place: point) {
        pad.pen = pad.inside(place);
        pad.stroke = " M" + pad.pen;
    }
    function go(place: point) {
        const here = pad.inside(place);
        if (here !== pad.pen) pad.stroke += " L" + here;
        pad.pen = here;
    }
    function inside(place: point): string {
        const [x, y] = [place.x / pad.zoom, place.y / pad.zoom];
        return `${Math.round(Math.min(1000, Math.max(0, x)))} ${Math.round(Math.min(400, Math.max(0, y)))}`;
    }
    function end() {
        if (pad.stroke.includes("L")) pad.drawn(pad.strokes + pad.stroke);
        pad.stroke = "";
    }
}
