import QtQuick
import Kiosk

// Below a field: what is suggested, "Why we ask" at the left, the answer that is none beside it; two of those go below.
Column {
    id: foot

    required property Asking asking
    property bool tight: false
    readonly property bool beside: !Theme.big && others.count < 2

    width: parent?.width ?? 0
    spacing: Theme.px(foot.tight ? 10 : 16)

    Note {
        visible: foot.asking.listed !== ""
        bare: true
        icon: "clipboard-list"
        text: qsTr("On your list: %1").arg(foot.asking.listed)
    }
    Suggestion { width: parent.width; asking: foot.asking }
    Item {
        width: parent.width
        height: Math.max(others.height, why.y + why.height)

        Others {
            id: others

            asking: foot.asking
            tight: foot.tight
            columns: foot.beside || Theme.big ? 1 : 2
            width: foot.beside ? Math.min(parent.width - Math.max(Theme.px(360), why.buttonWidth + Theme.gap), Theme.px(640)) : parent.width
            anchors.right: parent.right
        }
        WhyWeAsk {
            id: why

            width: parent.width
            y: foot.beside || others.count === 0 ? 0 : others.height + foot.spacing
            head: foot.beside ? Math.max(others.height, Theme.px(88)) : 0
            tight: foot.tight
            asking: foot.asking
        }
    }
}
