import QtQuick
import Kiosk

// Below a field: "Why we ask" at the left, the answer that is none beside it; two of those go below.
Column {
    id: foot

    required property Asking asking
    readonly property bool beside: !Theme.big && others.count < 2

    width: parent?.width ?? 0
    spacing: Theme.px(16)

    Item {
        width: parent.width
        height: why.y + why.height

        Others {
            id: others

            asking: foot.asking
            columns: foot.beside || Theme.big ? 1 : 2
            width: foot.beside ? Math.min(parent.width - Theme.px(360), Theme.px(640)) : parent.width
            anchors.right: parent.right
        }
        WhyWeAsk {
            id: why

            width: parent.width
            y: foot.beside || others.count === 0 ? 0 : others.height + Theme.px(16)
            head: foot.beside ? Math.max(others.height, Theme.px(88)) : 0
            asking: foot.asking
        }
    }
}
