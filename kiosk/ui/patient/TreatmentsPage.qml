pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// The treatments, each a card.
PatientPage {
    id: page

    title: qsTr("Our treatments")
    lead: qsTr("Tap one to see how it works and how it feels.")

    Scroll {
        anchors.fill: parent

        Repeater {
            model: page.desk.reading.treatments

            TreatmentCard {
                width: parent?.width ?? 0
                onClicked: page.desk.openTreatment(key)
            }
        }
        Note {
            icon: "heart-handshake"
            text: qsTr("Not sure what fits? The first step is always a talk with your nurse. You decide after that.")
        }
    }
}
