import QtQuick
import "../parts"

// A bar that fills.
Rectangle {
    id: meter

    required property int done
    required property int total
    required property string label

    implicitHeight: Theme.px(24)
    radius: height / 2
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: meter.label

    Rectangle {
        anchors.left: parent.left
        width: Math.max(height, parent.width * Math.min(1, meter.done / Math.max(1, meter.total)))
        height: parent.height
        radius: height / 2
        color: Theme.colour.wine
    }
}
