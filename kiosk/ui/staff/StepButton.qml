import QtQuick
import "../parts"

// A press that makes something one step larger or smaller; its place stays when there is no further step.
Item {
    id: step

    property bool shown: true
    property string symbol: "plus"
    property alias says: button.says
    property alias tells: button.tells
    signal clicked

    implicitWidth: Theme.px(112)
    implicitHeight: Theme.px(100)

    PressButton {
        id: button

        anchors.fill: parent
        visible: step.shown
        onClicked: step.clicked()

        contentItem: Item {
            Icon { anchors.centerIn: parent; name: step.symbol; size: Theme.px(48); color: button.mark }
        }
    }
}
