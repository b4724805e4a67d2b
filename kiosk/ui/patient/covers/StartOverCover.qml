import QtQuick
import Kiosk
import "../../parts"

// One question before everything is forgotten.
Tray {
    id: tray

    required property Desk desk

    title: qsTr("Start over?")
    lead: qsTr("This wipes your answers from the screen. Nothing has been sent.")

    ActionButton { width: parent.width; primary: true; before: "arrow-left"; text: qsTr("Keep my answers"); onClicked: tray.desk.uncover() }
    ActionButton { width: parent.width; before: "eraser"; text: qsTr("Wipe my answers and start over"); onClicked: tray.desk.wipe() }
}
