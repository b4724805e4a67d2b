import QtQuick
import "../parts"

// One question with its answer, and the level of the alert that the answer raised; the first under a heading shows it.
Item {
    id: line

    required property int number
    required property string title
    required property string answer
    required property string level
    required property string strokes
    required property string heading
    required property bool parted
    readonly property real above: (line.parted ? Theme.px(28) : 0) + (head.visible ? head.height + Theme.px(12) : 0)

    implicitHeight: line.above + Math.max(question.height, said.height) + Theme.px(28)
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: line.number + ". " + line.title + ": " + line.answer + (line.level ? ". " + look.word : "")

    AlertLevel { id: look; level: line.level }

    SectionTitle {
        id: head

        visible: line.heading !== ""
        y: Theme.px(28)
        text: line.heading
        font.pixelSize: Theme.body
    }
    Rectangle { y: line.above; width: parent.width; height: 1; color: Theme.colour.wine }
    Words {
        anchors.left: parent.left
        y: line.above + Theme.px(14)
        text: String(line.number)
        spoken: false
        color: Theme.colour.soft
    }
    Words {
        id: question

        anchors { left: parent.left; leftMargin: Theme.px(56); right: parent.horizontalCenter; rightMargin: Theme.px(24) }
        y: line.above + Theme.px(14)
        text: line.title
        spoken: false
        color: Theme.colour.soft
        lineHeight: 0.96
    }
    Column {
        id: said

        anchors { left: parent.horizontalCenter; right: parent.right }
        y: line.above + Theme.px(14)
        spacing: Theme.px(4)

        Row {
            visible: line.level !== ""
            width: parent.width
            spacing: Theme.px(12)

            Icon { name: look.icon; size: Theme.px(36); color: look.mark; anchors.verticalCenter: parent.verticalCenter }
            Words {
                text: look.word
                spoken: false
                color: look.mark
                font.pixelSize: Theme.label
                font.weight: Font.Bold
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Words {
            width: parent.width
            text: line.answer
            spoken: false
            font.weight: Font.Bold
            lineHeight: 0.96
        }
        SignaturePicture {
            visible: line.strokes !== ""
            anchors.left: parent.left
            width: Math.min(parent.width, Theme.px(440))
            strokes: line.strokes
        }
    }
}
