pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// How this kiosk behaves: each setting with its effect; its name; the size of its glass.
StaffPage {
    id: page

    readonly property Staff staff: page.desk.staff
    readonly property KioskSettings settings: page.desk.admin.settings
    readonly property string step: page.settings.step
    readonly property int place: ["list", "name", "card"].indexOf(page.step)

    title: [qsTr("Settings"), qsTr("Kiosk’s name"), qsTr("Size of the screen")][page.place]
    lead: [
        "", qsTr("Type the name for this kiosk."),
        qsTr("Lay a bank card on the outline. Make the outline larger or smaller until both fit.")
    ][page.place]
    way: page.settings.unsaved ? qsTr("Do not save") : qsTr("Back")
    wayIcon: page.settings.unsaved ? "x" : "arrow-left"
    lockFirst: false
    onLeaving: page.step === "list" ? page.staff.up() : page.settings.back()
    side: [
        Problem {
            icon: "triangle-alert"
            text: page.settings.problem
        },
        Note {
            visible: page.settings.note !== ""
            icon: "circle-check"
            strong: true
            text: page.settings.note
            spoken: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        },
        HelpLine {
            desk: page.desk
            typing: page.step === "name"
            text: qsTr("Esc: back.")
        }
    ]
    nav: [
        NavPlace {
            Layout.preferredWidth: page.part(1)
            shown: page.step !== "list" || page.settings.unsaved
            primary: true
            before: "check"
            text: page.step === "name" ? qsTr("Use this name") : page.step === "card" ? qsTr("It fits") : qsTr("Save")
            onClicked: page.settings.save()
        }
    ]

    Scroll {
        visible: page.step === "list"
        anchors.fill: parent
        spacing: Theme.px(16)

        HubRow {
            width: parent?.width ?? 0
            before: "credit-card"
            text: qsTr("Size of the screen")
            tells: qsTr("%1. Letters and buttons are as large as they should be when this is right.").arg(page.settings.glass)
            onClicked: page.settings.open("card")
        }
        Repeater {
            model: page.settings.rows

            SettingCard { settings: page.settings }
        }
        LanguageCard { settings: page.settings }
    }
    NewName {
        visible: page.step === "name"
        anchors.fill: parent
        bleed: page.wide ? 0 : Theme.margin
        keyed: page.staff.keyboard
        name: page.settings.name
        onTyped: letters => page.settings.type(letters)
        onErased: page.settings.erase()
        onCleared: page.settings.clear()
    }
    CardMatch {
        visible: page.step === "card"
        anchors.fill: parent
        settings: page.settings
    }
}
