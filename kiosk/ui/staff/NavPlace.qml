import QtQuick
import "../parts"

// A button's place at the bottom of a page; the place stays when the button has nothing to do.
Item {
    id: place

    property bool shown: true
    property alias primary: button.primary
    property alias size: button.size
    property alias text: button.text
    property alias before: button.before
    property alias after: button.after
    signal clicked

    implicitHeight: button.implicitHeight

    ActionButton {
        id: button

        anchors.fill: parent
        visible: place.shown
        onClicked: place.clicked()
    }
}
