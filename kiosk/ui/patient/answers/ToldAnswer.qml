import QtQuick
import Kiosk
import "../../parts"

// A page that only tells something.
Scroll {
    id: told

    required property Asking asking
    required property string language

    Item { width: 1; height: Theme.px(40) }
    Rectangle {
        visible: Theme.contrast === 0 && !Theme.lowered
        width: Theme.px(420)
        height: width
        radius: Theme.px(36)
        color: Theme.colour.card
        anchors.horizontalCenter: parent?.horizontalCenter

        Drawing {
            anchors.centerIn: parent
            source: Theme.drawing("emblem-questions.svg")
            size: Theme.px(320)
        }
    }
    WhyWeAsk { width: parent.width; asking: told.asking }
}
