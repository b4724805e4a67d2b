import QtQuick
import Kiosk
import "../parts"

// Staff unlock with their name and their five words.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff

    title: qsTr("Unlock staff view")
    lead: page.staff.name ? qsTr("Enter your five words. Stand so that no one in the room can see them.")
        : names.count ? qsTr("Touch your name first.") : qsTr("No key was found. Plug in the stick with your key file.")
    side: [
        UnlockNote { staff: page.staff },
        HelpLine {
            desk: page.desk
            typing: true
            text: qsTr("Type the words with spaces between. Three letters and a number take a word from the list.")
        }
    ]
    way: page.desk.office ? "" : qsTr("Back to the patient screen")
    onLeaving: page.staff.lock()

    PhraseEntry {
        anchors.fill: parent
        bleed: page.wide ? 0 : Theme.margin
        ready: page.staff.name !== "" && !page.staff.busy && page.staff.pause === 0
        passwords: page.staff.passwords
        keyed: page.staff.keyboard

        StaffNames {
            id: names

            enabled: !page.staff.busy
            staff: page.staff
        }
    }
}
