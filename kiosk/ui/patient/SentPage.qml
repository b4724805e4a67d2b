import QtQuick
import QtQuick.Layouts
import "../parts"

// The claim code and what happens next; it clears itself.
PatientPage {
    id: page

    title: page.wide || Theme.big ? qsTr("Thank you. You’re all set.") : qsTr("Thank you.\nYou’re all set.")
    backShown: false
    nav: [
        ActionButton {
            visible: !Theme.big
            Layout.fillHeight: true
            Layout.fillWidth: page.beside
            Layout.preferredWidth: Math.max(Theme.px(400), implicitWidth)
            before: "timer"
            size: Theme.label
            text: qsTr("Give me more time")
            onClicked: page.desk.takeTime()
        },
        ActionButton {
            Layout.fillWidth: true
            Layout.fillHeight: true
            primary: true
            before: "check"
            text: qsTr("Done, clear now")
            onClicked: page.desk.wipe()
        }
    ]

    Scroll {
        anchors.fill: parent

        Note {
            visible: page.desk.previewing
            icon: "eye"
            strong: true
            text: qsTr("This is a preview. Nothing was sent, and there is no code.")
        }
        CodeCard { width: parent.width; code: page.desk.previewing ? "–" : page.desk.asking.code }
        SectionTitle { text: qsTr("What happens next") }
        NextStep { number: 1; title: qsTr("Someone calls you in."); text: qsTr("You do not need to watch this screen.") }
        NextStep { number: 2; title: qsTr("Your nurse reads your answers first."); text: qsTr("If something needs a talk, that comes before anything else.") }
        NextStep { number: 3; title: qsTr("You decide together."); text: qsTr("You can say no, or not yet, at any time.") }
        Note {
            icon: "shield-check"
            strong: true
            color: Theme.colour.okGround
            mark: Theme.colour.ok
            text: qsTr("Your answers have left this screen. They are locked: only your care team can open them.")
        }
        Words {
            width: parent.width
            color: Theme.colour.soft
            text: qsTr("This page closes by itself in %1 seconds.").arg(page.desk.secondsLeft)
        }
        ActionButton {
            visible: Theme.big
            width: parent.width
            before: "timer"
            text: qsTr("Give me more time")
            onClicked: page.desk.takeTime()
        }
    }
}
