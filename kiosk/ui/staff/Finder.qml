import QtQuick
import Kiosk
import "../parts"

// One visit is looked for: by its code, or by the patient's name.
Item {
    id: finder

    required property Staff staff
    readonly property VisitFinder sought: finder.staff.finder
    property int bleed: 0

    Row {
        id: ways

        width: parent.width
        spacing: Theme.snug

        Chip {
            text: qsTr("By code")
            chosen: !finder.sought.naming
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: finder.sought.findByName(false)
        }
        Chip {
            text: qsTr("By name")
            chosen: finder.sought.naming
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: finder.sought.findByName(true)
        }
    }
    CodeFinder {
        visible: !finder.sought.naming
        y: ways.height + Theme.gap
        width: parent.width
        height: parent.height - y
        bleed: finder.bleed
        staff: finder.staff
    }
    NameFinder {
        visible: finder.sought.naming
        y: ways.height + Theme.gap
        width: parent.width
        height: parent.height - y
        bleed: finder.bleed
        staff: finder.staff
    }
}
