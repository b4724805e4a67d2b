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
            required property bool admin
            required property bool last
            required property string label

            width: parent?.width ?? 0
            height: name.height + buttons.height + Theme.px(72)
            radius: Theme.radius
            color: Theme.colour.card
            border.color: Theme.colour.wine
            border.width: Theme.plain ? Theme.line : 0

            Words {
                id: name

                anchors { left: parent.left; leftMargin: Theme.px(36); right: label.left; rightMargin: Theme.gap }
                y: Theme.px(28)
                text: member.title
                font.pixelSize: Theme.lead
                font.weight: Font.Bold
            }
            Words {
                id: label

                anchors { right: parent.right; rightMargin: Theme.px(36); baseline: name.baseline }
                text: member.label
                color: Theme.colour.soft
                font.pixelSize: Theme.label
                wrapMode: Text.NoWrap
            }
            Flow {
                id: buttons

                x: Theme.px(28)
                width: parent.width - 2 * x
                y: name.y + name.height + Theme.px(20)
                spacing: Theme.snug

                ActionButton {
                    visible: list.members.leads && !member.last
                    implicitHeight: Theme.px(100)
                    size: Theme.label
                    before: member.admin ? "user" : "user-cog"
                    text: member.admin ? qsTr("No longer admin") : qsTr("Make admin")
                    says: member.admin ? qsTr("No longer admin: %1").arg(member.title) : qsTr("Make admin: %1").arg(member.title)
                    onClicked: list.members.appoint(member.title, !member.admin)
                }
                ActionButton {
                    visible: member.own || list.members.leads
                    implicitHeight: Theme.px(100)
                    size: Theme.label
                    before: "key-round"
                    text: qsTr("New words")
                    says: qsTr("New words for %1").arg(member.title)
                    onClicked: list.members.renew(member.title)
                }
                ActionButton {
                    visible: list.members.leads && !member.own && list.count > 1
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
        text: qsTr("Whoever lost their words gets new ones here from an admin. The recovery key on paper is typed at the computer: main.py keys renew NAME --recovery.")
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
