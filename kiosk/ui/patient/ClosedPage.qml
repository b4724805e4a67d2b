import QtQuick
import "../parts"

// The questionnaire without keys: kind, and what to do instead.
PatientPage {
    title: qsTr("Not open yet")
    lead: qsTr("The questions for your visit are not open on this screen yet.")

    Scroll {
        anchors.fill: parent

        Note {
            icon: "concierge-bell"
            text: qsTr("The front desk can give you the questions on paper. Your nurse can also ask them in the room.")
        }
        Note {
            bare: true
            icon: "shield-check"
            text: qsTr("You can still read about treatments here. Nothing you read is kept.")
        }
    }
}
