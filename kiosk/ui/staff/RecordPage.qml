pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// One record, alerts first, with everything the patient said.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property bool covered: page.staff.papers.asking || page.staff.askingDelete

    coded: true
    title: page.staff.chart.code
    columns: page.wide ? 2 : 3
    way: page.covered ? "" : qsTr("All visits")
    lockFirst: false
    onLeaving: page.staff.leave()
    side: [
        PatientCard {
            enabled: !page.covered
            stacked: page.wide
            staff: page.staff
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Ctrl+P: print. Arrows and page keys: read on. Esc: back.")
        }
    ]
    nav: [
        SideButton {
            before: "printer"
            text: qsTr("Print or PDF")
            onClicked: page.staff.askPaper()
        },
        SideButton {
            shown: !page.covered && !page.staff.settled
            before: "trash-2"
            text: qsTr("Delete")
            onClicked: page.staff.askDelete(true)
        },
        SideButton {
            Layout.columnSpan: page.wide ? 2 : 1
            Layout.preferredWidth: page.part(page.wide ? 2 : 1)
            shown: !page.covered && (!page.staff.settled || page.staff.chart.reviewedBy !== "")
            enabled: !page.staff.settled
            primary: page.staff.chart.reviewedBy === ""
            before: page.staff.chart.reviewedBy ? "circle-check" : "check"
            text: page.staff.chart.reviewedBy ? qsTr("Reviewed, %1").arg(page.staff.chart.reviewedBy) : qsTr("Mark as reviewed")
            size: page.wide ? Theme.body : Theme.label
            onClicked: page.staff.review()
        }
    ]

    RecordSheet {
        visible: !page.covered
        anchors.fill: parent
        staff: page.staff
    }
    PaperPanel {
        visible: page.staff.papers.asking
        anchors.fill: parent
        papers: page.staff.papers
    }
    AskPanel {
        visible: page.staff.askingDelete
        anchors.fill: parent
        icon: "trash-2"
        title: qsTr("Delete the answers of %1 for good?").arg(page.staff.chart.code)
        about: qsTr("Nobody can bring them back on this machine, not even with the recovery key. That they were deleted, and by whom, stays on record.")
        stay: qsTr("Keep them")
        go: qsTr("Delete for good")
        onStayed: page.staff.askDelete(false)
        onGone: page.staff.delete()
    }

    component SideButton: NavPlace {
        Layout.preferredWidth: page.part(1)
        Layout.preferredHeight: Theme.px(page.wide ? 96 : 108)
        shown: !page.covered
        size: Theme.label
    }
}
