import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// Staff unlock with their name and their five words.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff

    title: qsTr("Unlock staff view")
    lead: page.staff.name ? qsTr("Enter your five words. Stand so that no one in the room can see them.") : qsTr("Touch your name first.")
    columns: 1
    side: UnlockNote { staff: page.staff }
    nav: ActionButton {
        Layout.fillWidth: true
        size: page.wide ? Theme.body : Theme.lead
        before: "arrow-left"
        text: qsTr("Back to the patient screen")
        onClicked: page.staff.lock()
    }

    PhraseEntry {
        anchors.fill: parent
        bleed: page.wide ? 0 : Theme.margin
        ready: page.staff.name !== "" && !page.staff.busy && page.staff.pause === 0
        passwords: page.staff.passwords

        StaffNames {
            enabled: !page.staff.busy
            staff: page.staff
        }
    }
}
