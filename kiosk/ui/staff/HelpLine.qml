import QtQuick
import Kiosk
import "../parts"

// On a staff computer: which keys do what, and the keyboard in the scene for those who touch.
Column {
    id: help

    required property Desk desk
    property bool typing: false
    property string text: ""

    visible: help.desk.office
    width: parent?.width ?? 0
    spacing: Theme.px(16)

    Words {
        visible: text !== ""
        width: parent.width
        text: help.text
        color: Theme.colour.soft
        font.pixelSize: Theme.label
        lineHeight: 0.95
    }
    Chip {
        visible: help.typing
        anchors.left: parent.left
        most: help.width
        text: qsTr("Keyboard on the screen")
        chosen: help.desk.staff.keyboard
        role: Accessible.CheckBox
        Accessible.checked: chosen
        onClicked: help.desk.staff.showKeyboard(!help.desk.staff.keyboard)
    }
}
