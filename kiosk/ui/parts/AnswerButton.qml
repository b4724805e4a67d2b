import QtQuick

// One answer: a ring (one of) or a box (many), a tick, bold words and a thick edge when it is chosen.
PressButton {
    id: answer

    required property string key
    required property string title
    required chosen
    property bool many: false
    property bool opposite: false  // of another answer beside it, so that a slip would say the contrary
    property bool quiet: false
    property bool small: false
    property bool tight: false
    property string tag: ""

    says: answer.title
    role: answer.many ? Accessible.CheckBox : Accessible.RadioButton
    ground: answer.quiet ? Theme.colour.paper : Theme.colour.card
    implicitHeight: Math.max(Theme.px(answer.tight ? 92 : answer.small || answer.quiet ? 112 : answer.many ? 124 : 136), words.height + Theme.px(answer.tight ? 12 : 32))
    Accessible.checkable: true
    Accessible.checked: answer.chosen
    Accessible.onToggleAction: answer.click()

    contentItem: Item {
        Rectangle {
            id: box

            anchors { left: parent.left; leftMargin: Theme.px(32) }
            width: Theme.px([46, 52, 60, 66][Theme.size])
            height: width
            radius: answer.many ? Theme.px(12) : width / 2
            anchors.verticalCenter: parent.verticalCenter
            color: answer.chosen ? Theme.colour.wine : Theme.colour.card
            border.color: Theme.colour.wine
            border.width: Theme.px(3)

            Icon {
                visible: answer.chosen
                name: "check"
                color: Theme.colour.inverse
                size: box.width * 0.72
                anchors.centerIn: parent
            }
        }
        Words {
            id: words

            anchors { left: box.right; leftMargin: Theme.px(30); right: parent.right; rightMargin: Theme.px(20) + (tag.visible ? tag.width + Theme.gap : 0) }
            anchors.verticalCenter: parent.verticalCenter
            text: answer.title
            spoken: false
            font.pixelSize: answer.tight ? Theme.label : answer.many || answer.quiet ? Theme.body : Theme.lead
            font.weight: answer.chosen ? Font.Bold : Font.Medium
            lineHeight: 1
        }
        Words {
            id: tag

            visible: answer.chosen && answer.tag !== "" && !Theme.big && answer.width > Theme.px(700)
            anchors { right: parent.right; rightMargin: Theme.px(34); verticalCenter: parent.verticalCenter }
            text: answer.tag
            spoken: false
            color: Theme.colour.wine
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
        }
    }
}
