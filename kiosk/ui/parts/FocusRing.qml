import QtQuick
import Kiosk

// The ring around what has the focus while keys are in use; it lies over the page, so that nothing clips it.
Rectangle {
    id: ring

    required property Focus focused
    property bool onWine: false
    readonly property int line: Theme.px(6)
    readonly property int gap: Theme.px(3)
    readonly property int reach: ring.line + ring.gap

    visible: ring.focused.shown
    x: Math.max(0, ring.focused.x - ring.reach)
    y: Math.max(0, ring.focused.y - ring.reach)
    width: Math.min(ring.focused.x + ring.focused.width + ring.reach, ring.parent?.width ?? 0) - ring.x
    height: Math.min(ring.focused.y + ring.focused.height + ring.reach, ring.parent?.height ?? 0) - ring.y
    radius: ring.focused.radius + ring.reach
    color: "transparent"
    border.color: ring.onWine ? Theme.colour.inverse : Theme.colour.wine
    border.width: ring.line
    Accessible.ignored: true
}
