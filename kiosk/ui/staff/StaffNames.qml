pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// Whose words will be typed; the only name there is is chosen already.
Flow {
    id: names

    required property Staff staff
    readonly property int count: each.count

    width: parent?.width ?? 0
    spacing: Theme.snug

    Repeater {
        id: each

        model: names.staff.names

        Chip {
            required property string title
            required chosen

            text: title
            role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: names.staff.be(title)
        }
    }
}
