pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The five words of a passphrase: done or still to come. A word that was taken never shows again.
Row {
    id: row

    required property Passwords passwords
    readonly property real slot: (row.width - 4 * row.spacing) / 5

    spacing: Theme.px(20)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Word %1 of 5").arg(row.passwords.number)

    Repeater {
        model: row.passwords.slots

        Rectangle {
            id: slot

            required property int number
            required property bool done

            width: row.slot
            height: Theme.px(84)
            radius: height / 2
            color: slot.done ? Theme.colour.wine : Theme.colour.card
            border.color: Theme.colour.wine
            border.width: slot.number === row.passwords.number && !slot.done ? Theme.edge : Theme.line

            Row {
                visible: slot.done
                anchors.centerIn: parent
                spacing: Theme.px(8)

                Icon { name: "check"; color: Theme.colour.inverse }
                Icon { name: "asterisk"; color: Theme.colour.inverse }
            }
            Words {
                visible: !slot.done
                anchors.centerIn: parent
                text: String(slot.number)
                spoken: false
                color: Theme.colour.wine
                font.pixelSize: Theme.lead
                font.weight: Font.DemiBold
            }
        }
    }
}
