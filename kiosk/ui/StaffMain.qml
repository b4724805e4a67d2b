import QtQuick
import Kiosk
import "parts"

// The window of a staff computer: the staff's pages alone, as large as the window allows.
Window {
    id: root

    required property Desk desk
    readonly property bool wide: root.width > root.height
    readonly property real unit: root.wide ? Math.min(root.width / 1920, root.height / 1080) : Math.min(root.width / 1080, root.height / 1920)

    color: Theme.colour.paper
    title: root.desk.clinic
    minimumWidth: 720
    minimumHeight: 600
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "size"; value: 1 }
    Binding { target: Theme; property: "contrast"; value: 0 }
    Binding { target: Theme; property: "lowered"; value: false }
    Binding { target: Theme; property: "still"; value: root.desk.access.still }
    Binding { target: Theme; property: "mirrored"; value: root.desk.access.mirrored }
    Binding { target: Theme; property: "pxPerMm"; value: 4.03 * Math.max(0.45, root.unit) }

    Binding { target: Theme; property: "warm"; value: clinicColours }
    Binding { target: Theme; property: "titleFont"; value: root.desk.look.titleFont }
    Binding { target: Theme; property: "shippedPage"; value: root.desk.look.shippedPage }
    Binding { target: Theme; property: "shippedWine"; value: root.desk.look.shippedWine }
    Binding { target: Theme; property: "logo"; value: root.desk.look.logo }

    ClinicColours {
        id: clinicColours

        look: root.desk.look
    }
    Connections {
        target: Theme

        function onUsed() {
            root.desk.activity();
        }
    }
    PageLoader {
        anchors.fill: parent
        desk: root.desk
    }
    FocusRing { focused: root.desk.focus }
}
