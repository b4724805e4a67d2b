import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// Who can read the records: somebody joins, leaves, gets new words; older records are sealed anew.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property Members members: page.staff.members
    readonly property string step: page.members.step
    readonly property int place: ["list", "name", "words", "typing", "working", "removing", "resealing"].indexOf(page.step)
    readonly property int bleed: page.wide ? 0 : Theme.margin

    title: [
        qsTr("Staff"), qsTr("Who joins?"), qsTr("Five new words"), qsTr("Type them back"), qsTr("One moment…"),
        qsTr("Staff"), qsTr("Sealing anew")
    ][page.place]
    lead: [
        qsTr("Who can read what patients send from now on."),
        qsTr("Type the name as colleagues know it."),
        page.members.own ? qsTr("Write them on paper. They are shown only now, and the old ones end.")
            : qsTr("%1 writes them on paper. They are shown only now.").arg(page.members.subject),
        qsTr("Type the five words from the paper."),
        qsTr("The new key is tried on a test record."),
        "",
        qsTr("Older records are sealed to the staff of today.")
    ][page.place]
    way: page.step === "working" || page.step === "removing" ? "" : page.step === "resealing" ? qsTr("Cancel") : qsTr("Back")
    wayIcon: page.step === "resealing" ? "x" : "arrow-left"
    lockFirst: false
    onLeaving: page.step === "list" ? page.staff.up() : page.step === "resealing" ? page.members.cancel() : page.members.back()
    side: [
        Problem {
            icon: "triangle-alert"
            text: page.members.problem
        },
        Note {
            visible: page.members.note !== ""
            icon: "circle-check"
            strong: true
            text: page.members.note
            spoken: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        },
        HelpLine {
            desk: page.desk
            typing: page.step === "name" || page.step === "typing"
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        NavPlace {
            Layout.preferredWidth: page.part(1)
            shown: page.step === "list" && page.members.leads || page.step === "name" || page.step === "words"
            primary: true
            before: page.step === "list" ? "plus" : ""
            after: page.step === "list" ? "" : "arrow-right"
            text: page.step === "list" ? qsTr("Add somebody") : page.step === "words" ? qsTr("They are written down") : qsTr("Next")
            onClicked: page.step === "list" ? page.members.add() : page.members.next()
        }
    ]

    MemberList {
        visible: page.step === "list"
        anchors.fill: parent
        members: page.members
    }
    NewName {
        visible: page.step === "name"
        anchors.fill: parent
        bleed: page.bleed
        keyed: page.staff.keyboard
        name: page.members.subject
        onTyped: letters => page.members.type(letters)
        onErased: page.members.erase()
        onCleared: page.members.clear()
    }
    RoleChoice {
        visible: page.step === "name"
        y: Theme.px(132) + Theme.gap
        width: parent.width
        members: page.members
    }
    WordsShown {
        visible: page.step === "words"
        anchors.fill: parent
        rows: page.members.shown
    }
    PhraseEntry {
        visible: page.step === "typing"
        anchors.fill: parent
        bleed: page.bleed
        keyed: page.staff.keyboard
        passwords: page.members.passwords
    }
    AskPanel {
        visible: page.step === "removing"
        anchors.fill: parent
        icon: "x"
        title: qsTr("Remove %1?").arg(page.members.subject)
        about: qsTr("New records are no longer sealed to this person. Seal older records anew afterwards; copies from before stay readable with the old words.")
        stay: qsTr("Keep")
        go: qsTr("Remove")
        onStayed: page.members.back()
        onGone: page.members.remove()
    }
    Meter {
        visible: page.step === "resealing"
        width: parent.width
        done: page.members.looked
        total: page.members.total
        label: qsTr("%1 of %2 records").arg(page.members.looked).arg(page.members.total)
    }
}
