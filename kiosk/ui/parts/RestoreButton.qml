import QtQuick
import Kiosk

// Size, contrast and height as they were at first; shown when one of them is otherwise. No answer is touched.
ActionButton {
    id: restore

    required property Desk desk

    visible: !restore.desk.access.usual
    before: "rotate-ccw"
    text: qsTr("Back to how it was")
    onClicked: restore.desk.restore()
}
