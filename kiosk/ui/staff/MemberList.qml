pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The staff, each with what can be done; older records that wait to be sealed anew.
Scroll {
    id: list

    required property Members members
    readonly property int count: each.count

    spacing: Theme.px(16)

    Repeater {
        id: each

        model: list.members.rows

        Rectangle {
            id: member

            required property string title
            required property bool own

            width: parent?.width ?? 0
            height: Theme.px(148)
            radius: Theme.radius
            color: Theme.colour.card
            border.color: Theme.colour.wine
            border.width: Theme.plain ? Theme.line : 0

            Column {
                x: Theme.px(36)
                width: buttons.x - x - Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter

                Words { width: parent.width; text: member.title; font.pixelSize: Theme.lead; font.weight: Font.Bold; elide: Text.ElideRight; wrapMode: Text.NoWrap }
                Words { visible: member.own; width: parent.width; text: qsTr("You"); color: Theme.colour.soft; font.pixelSize: Theme.label }
            }
            Row {
                id: buttons

                anchors { right: parent.right; rightMargin: Theme.px(24); verticalCenter: parent.verticalCenter }
                spacing: Theme.snug

                ActionButton {
                    implicitHeight: Theme.px(100)
                    size: Theme.label
                    before: "key-round"
                    text: qsTr("New words")
                    says: qsTr("New words for %1").arg(member.title)
                    onClicked: list.members.renew(member.title)
                }
                ActionButton {
                    visible: !member.own && list.count > 1
                    implicitHeight: Theme.px(100)
                    size: Theme.label
                    before: "x"
                    text: qsTr("Remove")
                    says: qsTr("Remove %1").arg(member.title)
                    onClicked: list.members.askRemove(member.title)
                }
            }
        }
    }
    Note {
        icon: "info"
        text: qsTr("Whoever lost their words gets new ones here from a colleague. The recovery key on paper is typed at the computer: main.py keys renew NAME --recovery.")
    }
    Note {
        visible: list.members.older > 0
        icon: "triangle-alert"
        strong: true
        text: qsTr("Records sealed to an earlier staff: %1.").arg(list.members.older)
    }
    ActionButton {
        visible: list.members.older > 0
        width: parent?.width ?? 0
        before: "lock"
        text: qsTr("Seal them to the staff of today")
        onClicked: list.members.reseal()
    }
}
