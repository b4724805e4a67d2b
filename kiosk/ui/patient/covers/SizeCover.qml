import QtQuick
import Kiosk
import "../../parts"

// The four text sizes; the page behind shows the effect at once.
Tray {
    id: tray

    required property Desk desk

    title: qsTr("Text size")

    Levels {
        width: parent.width
        names: [qsTr("Small"), qsTr("Default"), qsTr("Large"), qsTr("Largest")]
        level: tray.desk.access.size
        onPicked: level => tray.desk.resize(level)
    }
    RestoreButton { width: parent.width; desk: tray.desk }
    ActionButton { width: parent.width; primary: true; before: "check"; text: qsTr("Done"); onClicked: tray.desk.uncover() }
}
