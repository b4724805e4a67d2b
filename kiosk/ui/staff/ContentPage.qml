pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The content as admins look after it: what is in use, what is wrong with it, its versions, a look at a draft.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Editions editions: page.desk.admin.content
    readonly property string step: page.editions.step
    readonly property bool listing: page.step === "versions" || page.step === "flaws"

    title: qsTr("Content")
    lead: qsTr("What patients read and are asked.")
    columns: page.wide ? 2 : 4
    way: qsTr("Back")
    onLeaving: page.step === "versions" ? page.staff.up() : page.editions.back()
    side: [
        Problem {
            icon: "triangle-alert"
            text: page.editions.problem
        },
        Note {
            visible: page.editions.note !== ""
            icon: "circle-check"
            strong: true
            text: page.editions.note
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        },
        HelpLine {
            desk: page.desk
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        Place {
            shown: page.listing && page.editions.pageNumber > 1
            before: "chevron-left"
            text: qsTr("Previous")
            onClicked: page.editions.turn(-1)
        },
        Place {
            shown: page.listing && page.editions.pageNumber < page.editions.pages
            after: "chevron-right"
            text: qsTr("Next")
            onClicked: page.editions.turn(1)
        },
        Place {
            shown: page.listing
            before: page.step === "flaws" ? "book-open" : "clipboard-list"
            text: page.step === "flaws" ? qsTr("Versions") : qsTr("What is wrong")
            onClicked: page.editions.see(page.step === "flaws" ? "versions" : "flaws")
        },
        Place {
            shown: page.step === "versions" && page.editions.reversible
            before: "undo-2"
            text: qsTr("Go back one")
            onClicked: page.editions.askBack()
        }
    ]

    Scroll {
        visible: page.listing
        anchors.fill: parent
        spacing: Theme.snug

        ContentFacts { editions: page.editions }
        RowLayout {
            width: parent?.width ?? 0

            Words {
                Layout.fillWidth: true
                text: page.editions.busy ? qsTr("One moment…") : page.step === "flaws" ? qsTr("What is wrong") : qsTr("Versions")
                font.weight: Font.DemiBold
            }
            Words {
                visible: page.editions.pages > 1
                text: qsTr("Page %1 of %2").arg(page.editions.pageNumber).arg(page.editions.pages)
                font.pixelSize: Theme.label
                wrapMode: Text.NoWrap
            }
        }
        Repeater {
            model: page.step === "versions" ? page.editions.versions : null

            EditionLine {
                width: parent?.width ?? 0
                onClicked: page.editions.choose(key)
            }
        }
        FlawList {
            visible: page.step === "flaws"
            width: parent.width
            rows: page.editions.flaws
        }
    }
    EditionPanel {
        visible: page.step === "one"
        anchors.fill: parent
        editions: page.editions
    }
    AskPanel {
        visible: page.step === "activating" || page.step === "back"
        anchors.fill: parent
        icon: page.step === "back" ? "undo-2" : "eye"
        title: page.step === "back" ? qsTr("Go back one version?") : qsTr("Show it to patients?")
        about: qsTr("%1: patients see it as soon as nobody is here. You can go back at any time.").arg(page.editions.target)
        stay: qsTr("Leave it as it is")
        go: page.step === "back" ? qsTr("Go back") : qsTr("Show it")
        onStayed: page.editions.back()
        onGone: page.step === "back" ? page.editions.rollback() : page.editions.activate()
    }

    component Place: NavPlace {
        Layout.preferredWidth: page.part(1)
        Layout.preferredHeight: Theme.px(page.wide ? 96 : 108)
        size: Theme.label
    }
}
