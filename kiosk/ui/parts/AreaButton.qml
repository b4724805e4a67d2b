import QtQuick

// An area of the face in the list: its number, its name.
PressButton {
    id: area

    required property string key
    required property int number
    required property string title
    required chosen

    says: area.title
    role: Accessible.CheckBox
    implicitHeight: Math.max(Theme.px(82), words.height + Theme.px(24))
    Accessible.checkable: true
    Accessible.checked: area.chosen
    Accessible.onToggleAction: area.click()

    contentItem: Item {
        Rectangle {
            id: ring

            anchors { left: parent.left; leftMargin: Theme.px(18) }
            width: Theme.px([44, 50, 60, 70][Theme.size])
            height: width
            radius: width / 2
            anchors.verticalCenter: parent.verticalCenter
            color: area.chosen ? Theme.colour.wine : Theme.colour.card
            border.color: Theme.colour.wine
            border.width: Theme.line

            Icon { visible: area.chosen; name: "check"; color: Theme.colour.inverse; size: ring.width * 0.7; anchors.centerIn: parent }
            Words {
                visible: !area.chosen
                anchors.centerIn: parent
                text: String(area.number)
                spoken: false
                color: Theme.colour.wine
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
            }
        }
        Words {
            id: words

            anchors { left: ring.right; leftMargin: Theme.px(18); right: parent.right; rightMargin: Theme.px(12) }
            anchors.verticalCenter: parent.verticalCenter
            text: area.chosen ? area.number + "  " + area.title : area.title
            spoken: false
            font.pixelSize: Theme.px([26, 31, 41, 53][Theme.size])
            font.weight: area.chosen ? Font.Bold : Font.Medium
        }
    }
}
