import QtQuick
import Kiosk
import "../parts"

// Where a record is printed or saved: the printers and folders there are.
Rectangle {
    id: panel

    required property Staff staff

    radius: Theme.px(36)
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.line

    Scroll {
        anchors { fill: parent; margins: Theme.px(40); bottomMargin: close.height + Theme.px(64) }

        SectionTitle { text: qsTr("Print or PDF") }
        Note {
            icon: panel.staff.papering ? "timer" : panel.staff.problem ? "triangle-alert" : panel.staff.note ? "circle-check" : "info"
            strong: panel.staff.papering || panel.staff.problem !== "" || panel.staff.note !== ""
            text: panel.staff.papering ? qsTr("One moment…")
                : panel.staff.problem || panel.staff.note || qsTr("Paper and files are not locked. Keep them where the clinic keeps its charts.")
            Accessible.role: Accessible.Grouping
            onTextChanged: if (strong) Accessible.announce(text, Accessible.Assertive)
        }
        Grid {
            id: both

            readonly property real cell: (width - (columns - 1) * spacing) / columns

            width: parent.width
            columns: panel.width > Theme.px(1100) ? 2 : 1
            spacing: Theme.px(32)
            enabled: !panel.staff.papering

            PaperWays {
                width: both.cell
                title: qsTr("Print on")
                empty: panel.staff.papering ? "" : qsTr("No printer is set up on this machine.")
                icon: "printer"
                ways: panel.staff.printers
                onPicked: way => panel.staff.printOn(way)
            }
            PaperWays {
                width: both.cell
                title: qsTr("Save a PDF file in")
                empty: panel.staff.papering ? "" : qsTr("No folder is set up on this machine.")
                icon: "file-down"
                ways: panel.staff.places
                onPicked: way => panel.staff.saveIn(way)
            }
        }
    }
    ActionButton {
        id: close

        x: Theme.px(40)
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(40)
        before: "arrow-left"
        text: qsTr("Back to the record")
        onClicked: panel.staff.askPaper(false)
    }
}
