import QtQuick

// One answer on the review: question, answer, the button that changes it.
Rectangle {
    id: row

    required property string key
    required property int number
    required property string title
    required property string answer
    required property bool blank
    required property bool fixed
    signal change

    implicitHeight: Math.max(Theme.px(146), words.height + Theme.px(44), button.height + Theme.px(44))
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.card
    border.width: Theme.plain ? Theme.line : 0
    border.color: Theme.colour.wine

    Column {
        id: words

        anchors { left: parent.left; leftMargin: Theme.px(36); right: parent.right; rightMargin: Theme.big || row.fixed ? Theme.px(36) : button.width + Theme.px(48) }
        y: Theme.big ? Theme.px(22) : (parent.height - height) / 2
        spacing: Theme.px(4)
        bottomPadding: Theme.big && !row.fixed ? button.height + Theme.gap : 0

        Words {
            width: parent.width
            text: row.number ? row.number + ".  " + row.title : row.title
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        }
        Words {
            width: parent.width
            text: row.blank ? qsTr("Not answered") : row.answer
            font.pixelSize: Theme.px([26, 33, 42, 54][Theme.size])
            font.weight: row.blank ? Font.Normal : Font.Bold
        }
    }
    ActionButton {
        id: button

        visible: !row.fixed
        anchors { right: parent.right; rightMargin: Theme.gap; bottom: parent.bottom; bottomMargin: Theme.big ? Theme.px(20) : (parent.height - height) / 2 }
        implicitHeight: Math.max(Theme.px(92), Theme.label * 1.8)
        width: Math.max(Theme.px(220), implicitWidth)
        before: row.blank ? "plus" : "pencil"
        size: Theme.px([24, 31, 40, 52][Theme.size])
        text: row.blank ? qsTr("Answer") : qsTr("Change")
        says: (row.blank ? qsTr("Answer: %1") : qsTr("Change: %1")).arg(row.title)
        onClicked: row.change()
    }
}
