import QtQuick
import QtQuick.Layouts
import "../parts"

// Before the first question: how long, who reads it, what happens to it, another way.
PatientPage {
    id: page

    title: qsTr("Get ready for your visit")
    lead: qsTr("A few questions, about %1 minutes. Take your time.").arg(page.desk.asking.minutes)
    nav: ActionButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        primary: true
        after: "arrow-right"
        text: qsTr("Start the questions")
        onClicked: page.desk.resume()
    }

    Scroll {
        anchors.fill: parent

        Note {
            icon: "user-check"
            text: qsTr("Only your care team can read your answers. Nobody else here can.")
        }
        Note {
            icon: "shield-check"
            text: qsTr("Nothing leaves this screen’s memory before you tap Send. Then your answers are locked.")
        }
        Note {
            icon: "timer"
            text: qsTr("If nobody taps for %1 seconds, we hide your answers and ask. %2 seconds later we wipe them.").arg(page.desk.quietSeconds).arg(page.desk.wipeSeconds)
        }
        Note {
            icon: "message-circle-question-mark"
            text: qsTr("“Not sure” is a fine answer. You can also tell us in the room.")
        }
        ActionButton {
            width: parent.width
            before: "clipboard-list"
            text: qsTr("I prefer paper or a person")
            onClicked: page.desk.open("Paper")
        }
    }
}
