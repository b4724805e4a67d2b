import QtQuick
import "../parts"

// How something stands, in an icon and a word or two. Nothing to touch.
Rectangle {
    id: tag

    required property string text
    property string icon: ""
    property color mark: Theme.colour.wine
    property color ground: Theme.colour.oat
    property bool spoken: true

    implicitWidth: glyph.width + words.implicitWidth + Theme.px(icon ? 54 : 40)
    implicitHeight: Math.max(Theme.px(62), words.height + Theme.px(20))
    height: implicitHeight
    radius: Theme.px(18)
    color: tag.ground
    border.color: tag.mark
    border.width: Theme.line

    Icon {
        id: glyph

        name: tag.icon
        width: tag.icon ? size : 0
        size: Theme.px(36)
        color: tag.mark
        anchors { left: parent.left; leftMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
    }
    Words {
        id: words

        text: tag.text
        spoken: tag.spoken
        color: tag.mark
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
        lineHeight: 0.95
        anchors { left: glyph.right; leftMargin: Theme.px(tag.icon ? 14 : 0); right: parent.right; rightMargin: Theme.px(18); verticalCenter: parent.verticalCenter }
    }
}
