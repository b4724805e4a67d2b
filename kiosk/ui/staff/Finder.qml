import QtQuick
import Kiosk
import "../parts"

// One visit is looked for: by its code, or by the patient's name.
Item {
    id: finder

    required property Staff staff
    property int bleed: 0

    Row {
        id: ways

        spacing: Theme.snug

        Chip {
            text: qsTr("By code")
            chosen: !finder.staff.naming
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: finder.staff.findByName(false)
        }
        Chip {
            text: qsTr("By name")
            chosen: finder.staff.naming
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: finder.staff.findByName(true)
        }
    }
    CodeFinder {
        visible: !finder.staff.naming
        y: ways.height + Theme.gap
        width: parent.width
        height: parent.height - y
        bleed: finder.bleed
        staff: finder.staff
    }
    NameFinder {
        visible: finder.staff.naming
        y: ways.height + Theme.gap
        width: parent.width
        height: parent.height - y
        bleed: finder.bleed
        staff: finder.staff
    }
}
