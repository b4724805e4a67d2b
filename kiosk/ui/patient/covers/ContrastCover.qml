import QtQuick
import Kiosk
import "../../parts"

// The four contrasts; the page behind shows the effect at once.
Tray {
    id: tray

    required property Desk desk

    title: qsTr("Contrast")

    Levels {
        width: parent.width
        names: [qsTr("Warm"), qsTr("Black on white"), qsTr("White on black"), qsTr("Soft")]
        level: tray.desk.access.contrast
        onPicked: level => tray.desk.recolour(level)
    }
    RestoreButton { width: parent.width; desk: tray.desk }
    ActionButton { width: parent.width; primary: true; before: "check"; text: qsTr("Done"); onClicked: tray.desk.uncover() }
}
