import QtQuick
import Kiosk
import "../parts"

// Set-up: the keys are being proved.
Item {
    required property Founding founding
    property int bleed: 0

    Note {
        icon: "key-round"
        text: qsTr("This takes a few seconds. Please do not switch off the machine.")
    }
}
