import QtQuick
import "../parts"

// The equal way without this screen.
PatientPage {
    title: qsTr("Paper or a person")
    lead: qsTr("Both are just as good as this screen.")

    Scroll {
        anchors.fill: parent

        Note {
            icon: "clipboard-list"
            text: qsTr("Ask the front desk for the questions on paper. Take all the time you need.")
        }
        Note {
            icon: "hand-helping"
            text: qsTr("Or ask for a person. Someone can go through the questions with you in private.")
        }
    }
}
