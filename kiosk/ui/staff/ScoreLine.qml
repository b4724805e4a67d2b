import QtQuick
import "../parts"

// One score with its total; without one, how far the answers go.
Item {
    id: line

    required property string title
    required property string answer
    required property bool complete

    implicitHeight: Math.max(question.height, total.height) + Theme.px(28)
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: line.title + ": " + line.answer

    Rectangle { width: parent.width; height: 1; color: Theme.colour.wine }
    Words {
        id: question

        anchors { left: parent.left; right: parent.horizontalCenter; rightMargin: Theme.px(24) }
        y: Theme.px(14)
        text: line.title
        spoken: false
        color: Theme.colour.soft
        lineHeight: 0.96
    }
    Words {
        id: total

        anchors { left: parent.horizontalCenter; right: parent.right }
        y: Theme.px(14)
        text: line.answer
        spoken: false
        font.weight: line.complete ? Font.Bold : Font.Normal
        lineHeight: 0.96
    }
}
