import QtQuick
import Kiosk
import "../parts"

// Where a record is printed or saved: the printers and folders there are.
Rectangle {
    id: panel

    required property Papers papers
    property string back: qsTr("Back to the record")
    property string what: qsTr("Save the log")

    radius: Theme.px(36)
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.line

    Scroll {
        anchors { fill: parent; margins: Theme.px(40); bottomMargin: close.height * (panel.papers.systems ? 2 : 1) + Theme.px(panel.papers.systems ? 88 : 64) }

        SectionTitle { text: panel.papers.printable ? qsTr("Print or PDF") : panel.what }
        Note {
            icon: panel.papers.busy ? "timer" : panel.papers.problem ? "triangle-alert" : panel.papers.note ? "circle-check" : "info"
            strong: panel.papers.busy || panel.papers.problem !== "" || panel.papers.note !== ""
            text: panel.papers.busy ? qsTr("One moment…")
                : panel.papers.problem || panel.papers.note || qsTr("Paper and files are not locked. Keep them where the clinic keeps its charts.")
            Accessible.role: Accessible.Grouping
            onTextChanged: if (strong) Accessible.announce(text, Accessible.Assertive)
        }
        Grid {
            id: both

            readonly property real cell: (width - (columns - 1) * spacing) / columns

            width: parent.width
            columns: panel.width > Theme.px(1100) ? 2 : 1
            spacing: Theme.px(32)
            enabled: !panel.papers.busy

            PaperWays {
                visible: panel.papers.printable
                width: both.cell
                title: qsTr("Print on")
                empty: panel.papers.busy ? "" : qsTr("No printer is set up on this machine.")
                icon: "printer"
                ways: panel.papers.printers
                onPicked: way => panel.papers.printOn(way)
            }
            PaperWays {
                width: both.cell
                title: panel.papers.printable ? qsTr("Save a PDF file in") : qsTr("Save a text file in")
                empty: panel.papers.busy ? "" : qsTr("No folder is set up on this machine.")
                icon: "file-down"
                ways: panel.papers.places
                onPicked: way => panel.papers.saveIn(way)
            }
        }
    }
    ActionButton {
        visible: panel.papers.systems
        enabled: !panel.papers.busy
        x: Theme.px(40)
        width: parent.width - 2 * x
        anchors.bottom: close.top
        anchors.bottomMargin: Theme.gap
        before: "printer"
        text: qsTr("Open the system’s print window")
        onClicked: panel.papers.choose()
    }
    ActionButton {
        id: close

        x: Theme.px(40)
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(40)
        before: "arrow-left"
        text: panel.back
        onClicked: panel.papers.close()
    }
}
