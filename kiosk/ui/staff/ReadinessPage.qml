pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// Whether this machine is ready for patients: what was looked at, the gravest first, and what to do.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Readiness readiness: page.desk.admin.readiness

    title: qsTr("Readiness")
    lead: page.readiness.busy ? qsTr("Looking at everything. One moment…") : page.readiness.summary
    columns: 2
    way: qsTr("Back")
    onLeaving: page.staff.up()
    side: [
        Problem {
            icon: "triangle-alert"
            text: page.readiness.problem
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        Place {
            before: "refresh-cw"
            text: qsTr("Check again")
            onClicked: page.readiness.again()
        },
        Place {
            before: "file-down"
            text: qsTr("Save")
            onClicked: page.readiness.askSave()
        }
    ]

    Scroll {
        visible: !page.readiness.papers.asking
        anchors.fill: parent
        spacing: Theme.px(14)

        Repeater {
            model: page.readiness.rows

            FindingLine { width: parent?.width ?? 0 }
        }
    }
    PaperPanel {
        visible: page.readiness.papers.asking
        anchors.fill: parent
        papers: page.readiness.papers
        what: qsTr("Save the report")
        back: qsTr("Back to the report")
    }

    component Place: NavPlace {
        Layout.preferredWidth: page.part(1)
        Layout.preferredHeight: Theme.px(page.wide ? 96 : 116)
        size: Theme.label
    }
}
