import QtQuick
import Kiosk
import "../parts"

// The band of wine above every staff page: whose screen it is now, and for how long.
Rectangle {
    id: head

    required property Desk desk
    property string status: head.desk.staff.open ? qsTr("%1.  Locks in %2").arg(head.desk.staff.name).arg(head.desk.staff.locksIn) : qsTr("Patient answers are locked")
    readonly property bool closing: head.desk.staff.open && head.desk.staff.secondsLeft <= 15

    implicitHeight: Theme.px(108)
    color: Theme.colour.wine

    Row {
        id: brand

        x: Theme.margin
        height: parent.height
        spacing: Theme.px(20)

        Image {
            source: head.desk.drawing("mark.svg", 2)
            sourceSize: Qt.size(Theme.px(52), Theme.px(52))
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Words {
            text: qsTr("Staff only")
            color: Theme.colour.inverse
            font.weight: Font.Bold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: parent.height
        spacing: Theme.snug

        Icon { visible: head.closing; name: "timer"; color: Theme.colour.inverse; anchors.verticalCenter: parent.verticalCenter }
        Words {
            text: head.status
            color: Theme.colour.inverse
            font.weight: head.closing ? Font.Bold : Font.Normal
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            width: Math.min(implicitWidth, head.width - 2 * Theme.margin - brand.width - Theme.px(80))
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
