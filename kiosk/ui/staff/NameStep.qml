import QtQuick
import Kiosk
import "../parts"

// Set-up: the staff member's name is typed.
Item {
    id: step

    required property Founding founding
    property int bleed: 0

    Field {
        width: parent.width
        implicitHeight: Theme.px(132)
        label: qsTr("Name")
        text: step.founding.name
        size: Theme.heading
    }
    Keyboard {
        x: -step.bleed
        width: parent.width + 2 * step.bleed
        anchors.bottom: parent.bottom
        skirt: Theme.px(step.bleed ? 400 : 28)
        keyHeight: Math.max(Theme.target, Math.min(Theme.px(128), step.height / 8.5))
        onTyped: letter => step.founding.type(letter)
        onErased: step.founding.erase()
        onCleared: step.founding.clear()
    }
}
