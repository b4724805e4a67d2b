import QtQuick
import Kiosk

// Set-up: the staff member's name is typed.
NewName {
    id: step

    required property Founding founding

    name: step.founding.name
    onTyped: letters => step.founding.type(letters)
    onErased: step.founding.erase()
    onCleared: step.founding.clear()
}
