pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The audit log, newest first: who did what, and when; checked and saved from here.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Ledger ledger: page.staff.ledger

    title: qsTr("Log")
    lead: qsTr("Who did what, and when. Never an answer.")
    columns: page.wide ? 2 : 4
    way: qsTr("Back")
    onLeaving: page.staff.up()
    side: [
        Note {
            visible: page.ledger.complete
            icon: "shield-check"
            strong: true
            mark: Theme.colour.ok
            text: qsTr("The log is complete: %1 entries, none changed.").arg(page.ledger.count)
            spoken: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        },
        NoticeList { rows: page.ledger.faults; room: page.sideRoom - Theme.px(page.wide ? 200 : 0); rest: qsTr("More faults:") },
        Problem {
            icon: "triangle-alert"
            text: page.ledger.problem
        },
        RowLayout {
            width: parent?.width ?? 0

            Words {
                Layout.fillWidth: true
                text: page.ledger.busy ? qsTr("One moment…") : qsTr("Entries: %1").arg(page.ledger.count)
                color: Theme.colour.soft
                font.pixelSize: Theme.label
            }
            Words {
                visible: page.ledger.pages > 1
                text: qsTr("Page %1 of %2").arg(page.ledger.pageNumber).arg(page.ledger.pages)
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Page keys: leaf. Esc: back.")
        }
    ]
    nav: [
        Place {
            shown: page.ledger.pageNumber > 1
            before: "chevron-left"
            text: qsTr("Newer")
            onClicked: page.ledger.turn(-1)
        },
        Place {
            shown: page.ledger.pageNumber < page.ledger.pages
            after: "chevron-right"
            text: qsTr("Older")
            onClicked: page.ledger.turn(1)
        },
        Place {
            before: "file-down"
            text: qsTr("Save")
            onClicked: page.ledger.askSave()
        },
        Place {
            before: "shield-check"
            text: qsTr("Check")
            onClicked: page.ledger.verify()
        }
    ]

    Scroll {
        visible: !page.ledger.papers.asking
        anchors.fill: parent
        spacing: Theme.snug

        Repeater {
            model: page.ledger.rows

            EntryLine { width: parent?.width ?? 0 }
        }
    }
    PaperPanel {
        visible: page.ledger.papers.asking
        anchors.fill: parent
        papers: page.ledger.papers
        back: qsTr("Back to the log")
    }

    component Place: NavPlace {
        Layout.preferredWidth: page.part(1)
        Layout.preferredHeight: Theme.px(page.wide ? 88 : 108)
        size: Theme.label
    }
}
