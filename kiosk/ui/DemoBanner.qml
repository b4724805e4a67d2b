import QtQuick
import "parts"

// Says that this is a demonstration and nothing is kept.
Rectangle {
    id: banner

    required property string passphrase

    height: words.height + Theme.px(20)
    color: Theme.colour.cautionGround
    border.color: Theme.colour.caution
    border.width: Theme.line

    Words {
        id: words

        objectName: "unread"  // a passphrase
        anchors { left: parent.left; leftMargin: Theme.margin; right: parent.right; rightMargin: Theme.margin }
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Demonstration: nothing is kept. Staff name: Demo. Passphrase: %1").arg(banner.passphrase)
        color: Theme.colour.caution
        font.pixelSize: Theme.px(29)
        font.weight: Font.DemiBold
    }
}
