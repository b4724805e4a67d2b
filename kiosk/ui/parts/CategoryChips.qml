pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The categories of the common questions; one is chosen, or all.
Flow {
    id: chips

    required property Rows categories
    property bool narrowed: false
    signal chosen(key: string)

    spacing: Theme.snug

    Chip {
        text: qsTr("All")
        role: Accessible.RadioButton
        chosen: !chips.narrowed
        Accessible.checkable: true
        Accessible.checked: chosen
        Accessible.onToggleAction: click()
        onClicked: chips.chosen("")
    }
    Repeater {
        model: chips.categories

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
