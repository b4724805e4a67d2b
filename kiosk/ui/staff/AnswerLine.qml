import QtQuick
import "../parts"

// One question with its answer, and the level of the alert that the answer raised.
Item {
    id: line

    required property int number
    required property string title
    required property string answer
    required property string level
    required property string strokes

    implicitHeight: Math.max(question.height, said.height) + Theme.px(28)
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: line.number + ". " + line.title + ": " + line.answer + (line.level ? ". " + look.word : "")

    AlertLevel { id: look; level: line.level }

    Rectangle { width: parent.width; height: 1; color: Theme.colour.wine }
    Words {
        y: Theme.px(14)
        text: String(line.number)
        spoken: false
        color: Theme.colour.soft
    }
    Words {
        id: question

        x: Theme.px(56)
        y: Theme.px(14)
        width: parent.width * 0.5 - x - Theme.px(24)
        text: line.title
        spoken: false
        color: Theme.colour.soft
        lineHeight: 0.96
    }
    Column {
        id: said

        x: parent.width * 0.5
        y: Theme.px(14)
        width: parent.width - x
        spacing: Theme.px(4)

        Row {
            visible: line.level !== ""
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
            width: Math.min(parent.width, Theme.px(440))
            strokes: line.strokes
        }
    }
}
