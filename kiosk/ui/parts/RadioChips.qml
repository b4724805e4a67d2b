pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One of a few short words, side by side: a unit, the half of the day.
Flow {
    id: chips

    required property Rows rows
    signal chosen(key: string)

    spacing: Theme.px(16)

    Repeater {
        model: chips.rows

        Chip {
            required property string key
            required property string title
            required chosen

            most: chips.width
            text: title
            role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: chosen
            Accessible.onToggleAction: click()
            onClicked: chips.chosen(key)
        }
    }
}
