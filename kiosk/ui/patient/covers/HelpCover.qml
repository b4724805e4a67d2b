import QtQuick
import Kiosk
import "../../parts"

// Help: where a person is, and more time.
Tray {
    id: tray

    required property Desk desk

    title: qsTr("We are glad to help")
    lead: tray.desk.contact !== "" ? tray.desk.contact : qsTr("Please go to the front desk, or wave to the team. Your answers stay as they are.")

    ActionButton { width: parent.width; primary: true; before: "arrow-left"; text: qsTr("Back to my page"); onClicked: tray.desk.uncover() }
    ActionButton { width: parent.width; before: "timer"; text: qsTr("Give me ten minutes before you ask"); onClicked: tray.desk.takeTime() }
    Words {
        width: parent.width
        visible: tray.desk.emergency !== ""
        text: qsTr("In an emergency call %1.").arg(tray.desk.emergency)
        font.weight: Font.DemiBold
    }
}
