pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The backups: when the last one was made, a new one, and how one is put back.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Backups backups: page.desk.admin.backups

    title: qsTr("Backups")
    lead: page.backups.busy && !page.backups.writing ? qsTr("One moment…") : page.backups.last
    way: page.backups.writing ? "" : qsTr("Back")
    onLeaving: page.staff.up()
    side: [
        Words {
            visible: page.backups.file !== ""
            width: parent?.width ?? 0
            text: page.backups.file
            color: Theme.colour.soft
            font.pixelSize: Theme.label
            wrapMode: Text.WrapAnywhere
        },
        Problem {
            icon: "triangle-alert"
            text: page.backups.problem
        },
        Note {
            visible: page.backups.note !== ""
            icon: "circle-check"
            strong: true
            text: page.backups.note
            spoken: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        NavPlace {
            Layout.preferredWidth: page.part(1)
            shown: !page.backups.busy
            before: "search"
            text: qsTr("Look for drives again")
            onClicked: page.backups.lookAgain()
        }
    ]

    Scroll {
        visible: !page.backups.writing
        anchors.fill: parent

        PaperWays {
            title: qsTr("Back up now to")
            empty: page.backups.busy ? "" : qsTr("No drive is plugged in. Plug one in, then look again.")
            icon: "archive"
            ways: page.backups.places
            onPicked: way => page.backups.backUp(way)
        }
        Note {
            icon: "key-round"
            text: qsTr("A backup holds the answers as they are sealed, the keys and the settings. It opens with a staff passphrase or the recovery key.")
        }
        Note {
            icon: "triangle-alert"
            text: qsTr("It holds this kiosk’s own signing key, too. Keep it where you keep the recovery key.")
        }
        Note {
            icon: "info"
            text: qsTr("To put one back, end the program and type at the computer: main.py restore FILE. It is checked first.")
        }
    }
    Column {
        visible: page.backups.writing
        width: parent.width
        spacing: Theme.gap

        Meter {
            width: parent.width
            done: page.backups.written
            total: page.backups.total
            label: qsTr("Writing the backup")
        }
        Words {
            width: parent.width
            text: qsTr("Writing the backup. Leave the drive in its place.")
            color: Theme.colour.soft
        }
    }
}
