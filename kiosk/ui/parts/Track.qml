pragma ComponentBehavior: Bound

import QtQuick

// A slider's track: touched or dragged anywhere along it; nothing stands on it before that.
Item {
    id: track

    property real ratio: -1
    property int steps: 10
    property string label: ""
    property string words: ""
    readonly property real knob: Theme.px(92)
    readonly property real run: track.width - track.knob
    readonly property bool marked: track.steps <= 20
    signal slid(ratio: real)
    signal nudged(by: int)

    implicitHeight: Theme.px(116)
    Accessible.role: Accessible.Slider
    Accessible.name: track.label
    Accessible.description: track.words
    Accessible.onIncreaseAction: track.nudged(1)
    Accessible.onDecreaseAction: track.nudged(-1)

    function along(x: real): real {
        return Theme.mirrored ? 1 - (x - track.knob / 2) / track.run : (x - track.knob / 2) / track.run;
    }
    function at(ratio: real): real {
        return ratio * track.run;
    }

    Rectangle {
        id: bar

        anchors { left: parent.left; leftMargin: track.knob / 2 - height / 2 }
        width: track.run + height
        height: Theme.px(28)
        radius: height / 2
        color: Theme.colour.card
        border.color: Theme.colour.wine
        border.width: Theme.line
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        visible: track.ratio >= 0
        anchors.left: bar.left
        width: track.ratio * track.run + height / 2
        height: bar.height
        radius: height / 2
        color: Theme.colour.wine
        anchors.verticalCenter: parent.verticalCenter
    }
    Repeater {
        model: track.marked ? track.steps + 1 : 0

        Rectangle {
            required property int index

            anchors { left: parent.left; leftMargin: track.at(index / track.steps) + track.knob / 2 - width / 2 }
            width: Theme.px(8)
            height: width
            radius: width / 2
            color: index / track.steps > track.ratio ? Theme.colour.wine : Theme.colour.inverse
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Rectangle {
        visible: track.ratio >= 0
        anchors { left: parent.left; leftMargin: track.at(track.ratio) }
        width: track.knob
        height: width
        radius: width / 2
        color: Theme.colour.rose
        border.color: Theme.colour.wine
        border.width: Theme.edge
        anchors.verticalCenter: parent.verticalCenter

        Icon { anchors.centerIn: parent; name: "check" }
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => track.slid(track.along(mouse.x))
        onPositionChanged: mouse => track.slid(track.along(mouse.x))
        onReleased: Theme.used()
    }
}
