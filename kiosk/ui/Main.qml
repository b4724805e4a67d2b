import QtQuick
import Kiosk
import "parts"

// The window: the page of the moment, the bar below it, what may lie over both.
Window {
    id: root

    required property Desk desk

    color: Theme.colour.paper
    title: root.desk.clinic
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "size"; value: root.desk.patient ? root.desk.access.size : 1 }
    Binding { target: Theme; property: "contrast"; value: root.desk.patient ? root.desk.access.contrast : 0 }
    Binding { target: Theme; property: "lowered"; value: root.desk.access.lowered && root.desk.patient }
    Binding { target: Theme; property: "still"; value: root.desk.access.still }
    Binding { target: Theme; property: "mirrored"; value: root.desk.access.mirrored }
    Binding { target: Theme; property: "pxPerMm"; value: root.desk.access.pxPerMm }

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
    Item {
        id: stage

        objectName: "stage"

        width: parent.width
        height: parent.height - (bar.visible ? bar.height : 0) - y
        y: banners.height
        enabled: root.desk.cover === ""
        visible: root.desk.cover !== "curtain"

        PageLoader {
            anchors.fill: parent
            desk: root.desk
        }
    }
    Column {
        id: banners

        width: parent.width

        DemoBanner {
            visible: root.desk.demo !== ""
            width: parent.width
            passphrase: root.desk.demo
        }
        PreviewBanner {
            visible: root.desk.previewing
            width: parent.width
            onEnded: root.desk.endPreview()
        }
    }
    Cover {
        anchors.fill: stage
        desk: root.desk
    }
    Bar {
        id: bar

        visible: root.desk.patient
        width: parent.width
        anchors.bottom: parent.bottom
        desk: root.desk
    }
    FocusRing {
        focused: root.desk.focus
        onWine: root.desk.cover === "curtain" && y < bar.y
    }
}
