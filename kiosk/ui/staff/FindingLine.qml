import QtQuick
import "../parts"

// How one thing about this machine is: an icon and a word for its level, the sentence, and what to do.
Rectangle {
    id: line

    required property int grade
    required property string icon
    required property string word
    required property string title
    required property string label
    required property string advice
    readonly property color mark: [Theme.colour.ok, Theme.colour.caution, Theme.colour.stop][line.grade]

    height: words.height + Theme.px(36)
    radius: Theme.px(22)
    color: [Theme.colour.card, Theme.colour.cautionGround, Theme.colour.stopGround][line.grade]
    border.color: line.mark
    border.width: line.grade === 2 ? Theme.px(4) : line.grade === 1 || Theme.plain ? Theme.line : 0
    Accessible.role: Accessible.ListItem
    Accessible.name: [line.title + ": " + line.word, line.label, line.advice].filter(part => part).join(". ")

    Icon {
        id: glyph

        name: line.icon
        color: line.mark
        anchors { left: parent.left; leftMargin: Theme.px(24) }
        y: Theme.px(20)
    }
    Column {
        id: words

        anchors { left: glyph.right; right: parent.right; margins: Theme.px(24) }
        y: Theme.px(18)
        spacing: Theme.px(4)

        Words {
            width: parent.width
            text: line.title + ": " + line.word
            spoken: false
            color: line.mark
            font.pixelSize: Theme.label
            font.weight: Font.Bold
        }
        Words { width: parent.width; text: line.label; spoken: false; lineHeight: 0.98 }
        Words {
            visible: line.advice !== ""
            width: parent.width
            text: line.advice
            spoken: false
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
        }
    }
}
