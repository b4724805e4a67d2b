import QtQuick
import Kiosk
import "../parts"

// The band of wine above every staff page: whose screen it is now, and for how long.
Rectangle {
    id: head

    required property Desk desk
    readonly property Staff staff: head.desk.staff
    readonly property bool closing: head.staff.closing
    readonly property color mark: head.closing ? Theme.colour.wine : Theme.colour.inverse
    property string status: !head.staff.open ? qsTr("Patient answers are locked")
        : !head.closing ? qsTr("%1.  Locks in %2").arg(head.staff.name).arg(head.staff.locksIn)
        : head.staff.spent ? qsTr("Locks in %1. Your 15 minutes are over.").arg(head.staff.locksIn)
        : qsTr("Locks in %1. Touch to stay.").arg(head.staff.locksIn)

    implicitHeight: Theme.px(108)
    color: head.closing ? Theme.colour.card : Theme.colour.wine

    Rectangle {
        visible: head.closing
        anchors { left: parent.left; bottom: parent.bottom }
        width: parent.width * head.staff.secondsLeft / 15
        height: Theme.px(12)
        color: Theme.colour.wine
    }
    Row {
        id: brand

        anchors { left: parent.left; leftMargin: Theme.margin }
        height: parent.height
        spacing: Theme.px(20)

        Image {
            source: head.desk.drawing("mark.svg", head.closing ? 0 : 2)
            sourceSize: Qt.size(Theme.px(52), Theme.px(52))
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Words {
            text: qsTr("Staff only")
            color: head.mark
            font.weight: Font.Bold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: parent.height
        spacing: Theme.snug

        Icon { visible: head.closing; name: "timer"; color: head.mark; anchors.verticalCenter: parent.verticalCenter }
        Words {
            text: head.status
            color: head.mark
            font.weight: head.closing ? Font.Bold : Font.Normal
            lineHeight: 0.95
            width: Math.min(implicitWidth, head.width - 2 * Theme.margin - brand.width - Theme.px(80))
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
