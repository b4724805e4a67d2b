import QtQuick
import Kiosk
import "../parts"

// The machine itself: what staff must know of it, its log, who can read, and how the program ends.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    property bool ending: false

    title: page.desk.office ? qsTr("This computer") : qsTr("This kiosk")
    lead: page.staff.today
    way: page.ending ? "" : qsTr("All visits")
    lockFirst: !page.ending
    onLeaving: page.staff.go("Visits")
    side: HelpLine {
        desk: page.desk
        text: qsTr("Esc: back to the visits.")
    }

    Scroll {
        visible: !page.ending
        anchors.fill: parent

        Rectangle {
            width: parent.width
            height: column.height + Theme.px(64)
            radius: Theme.radius
            color: Theme.colour.card

            Column {
                id: column

                x: Theme.px(32)
                y: Theme.px(32)
                width: parent.width - 2 * x
                spacing: Theme.px(20)

                SectionTitle { text: qsTr("What to know"); font.pixelSize: Theme.lead }
                NoticeList { id: notices; rows: page.staff.notices }
                Words {
                    visible: notices.height === 0
                    width: parent.width
                    text: qsTr("Nothing needs your attention.")
                    color: Theme.colour.soft
                }
            }
        }
        ActionButton {
            visible: page.staff.admin
            width: parent.width
            align: Qt.AlignLeft
            before: "settings"
            text: qsTr("Admin: content, settings, staff")
            onClicked: page.staff.go("Admin")
        }
        ActionButton {
            visible: page.staff.logged
            width: parent.width
            align: Qt.AlignLeft
            before: "clipboard-list"
            text: qsTr("Log: who did what, and when")
            onClicked: page.staff.go("Ledger")
        }
        ActionButton {
            visible: page.staff.peopled
            width: parent.width
            align: Qt.AlignLeft
            before: "key-round"
            text: qsTr("Staff: who can read the records")
            onClicked: page.staff.go("Members")
        }
        ActionButton {
            visible: !page.desk.office
            width: parent.width
            align: Qt.AlignLeft
            before: "spray-can"
            text: qsTr("Clean the screen")
            onClicked: page.desk.clean()
        }
        ActionButton {
            width: parent.width
            align: Qt.AlignLeft
            before: "power"
            text: qsTr("End program")
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
