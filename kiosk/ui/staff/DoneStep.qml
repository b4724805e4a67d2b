import QtQuick
import Kiosk
import "../parts"

// Set-up: what holds from now on.
Column {
    id: step

    required property Founding founding
    property int bleed: 0

    spacing: Theme.gap

    Note {
        icon: "circle-check"
        text: qsTr("Both keys opened a test record. %1 can unlock the staff view now.").arg(step.founding.name)
    }
    Note {
        icon: "hand"
        text: qsTr("To unlock: hold the clinic’s name at the top of a patient page for three seconds.")
    }
    Note {
        icon: "lock"
        text: qsTr("The five words and the recovery key belong on paper, in two different places.")
    }
}
