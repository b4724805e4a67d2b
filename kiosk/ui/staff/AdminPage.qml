pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The hub of those who look after this kiosk: each thing with how it is with it.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    property bool ending: false

    title: qsTr("Admin")
    lead: qsTr("What patients see, how this kiosk behaves, and who may read.")
    way: page.ending ? "" : qsTr("Back")
    lockFirst: !page.ending
    onLeaving: page.staff.go("Office")
    side: HelpLine {
        desk: page.desk
        text: qsTr("Esc: back.")
    }

    Scroll {
        visible: !page.ending
        anchors.fill: parent
        spacing: Theme.px(16)

        Repeater {
            model: page.desk.admin.rows

            HubRow {
                required property string key
                required property string title
                required property string label
                required before

                width: parent?.width ?? 0
                text: title
                tells: label
                onClicked: page.staff.go(key)
            }
        }
        HubRow {
            visible: !page.desk.office
            width: parent?.width ?? 0
            before: "spray-can"
            text: qsTr("Clean the screen")
            tells: qsTr("For a minute touches do nothing, and these pages are locked")
            onClicked: page.desk.clean()
        }
        HubRow {
            width: parent?.width ?? 0
            before: "power"
            text: qsTr("Leave the kiosk")
            tells: qsTr("Ends the program")
            onClicked: page.desk.office ? page.staff.leaveKiosk() : page.ending = true
        }
    }
    AskPanel {
        visible: page.ending
        anchors.fill: parent
        icon: "power"
        title: qsTr("End the program?")
        about: qsTr("The kiosk closes. Patients can use it again when it is started.")
        stay: qsTr("Keep it running")
        go: qsTr("End it now")
        onStayed: page.ending = false
        onGone: page.staff.leaveKiosk()
    }
}
