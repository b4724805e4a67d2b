import QtQuick
import "../parts"

// One version of the content: its name, when and by whom, what changed, whether patients see it.
PressButton {
    id: line

    required property string key
    required property string title
    required property string label
    required property string when
    required property string by
    required property string note
    required property string before
    required property string tag
    required property bool active

    implicitHeight: Math.max(Theme.px(132), words.height + Theme.px(36))
    says: line.title
    tells: [line.tag, line.when, line.by, line.note, line.label].filter(part => part).join(", ")

    contentItem: Item {
        Icon {
            id: glyph

            name: line.before
            size: Theme.px(44)
            color: line.active ? Theme.colour.ok : line.mark
            anchors { left: parent.left; leftMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        }
        Column {
            id: words

            anchors { left: glyph.right; leftMargin: Theme.px(24); right: tag.visible ? tag.left : end.left; rightMargin: Theme.snug; verticalCenter: parent.verticalCenter }

            Line { text: line.title; font.weight: Font.Bold }
            Line { text: [line.when, line.by].filter(part => part).join(", "); font.pixelSize: Theme.label }
            Line { text: [line.note, line.label].filter(part => part).join(". "); color: Theme.colour.soft; font.pixelSize: Theme.label }
        }
        StatusTag {
            id: tag

            visible: line.tag !== ""
            anchors { right: end.left; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter }
            width: Math.min(implicitWidth, line.width * 0.4)
            spoken: false
            text: line.tag
            mark: line.active ? Theme.colour.ok : Theme.colour.wine
            ground: line.active ? Theme.colour.okGround : Theme.colour.oat
        }
        Icon {
            id: end

            anchors { right: parent.right; rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
            name: "chevron-right"
            size: Theme.px(40)
        }
    }

    component Line: Words {
        visible: text !== ""
        width: parent.width
        spoken: false
        lineHeight: 0.95
    }
}
