import QtQuick
import Kiosk
import "../parts"

// What whoever joins may do.
Column {
    id: choice

    required property Members members

    spacing: Theme.snug

    Flow {
        width: parent.width
        spacing: Theme.snug

        Chip {
            text: qsTr("Reads answers")
            chosen: !choice.members.admin
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: choice.members.beAdmin(false)
        }
        Chip {
            text: qsTr("Admin")
            chosen: choice.members.admin
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: choice.members.beAdmin(true)
        }
    }
    Words {
        width: parent.width
        text: choice.members.admin ? qsTr("Reads answers, and changes staff, settings and pages.")
            : qsTr("Reads answers. Changes nothing else.")
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
}
