import QtQuick
import "../parts"

// No sound content at all: calm, and where to turn.
PatientPage {
    title: qsTr("Please ask at the desk")
    lead: qsTr("This screen is resting today. The front desk is glad to help you.")
    backShown: false
}
