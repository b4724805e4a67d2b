import QtQuick
import "../parts"

// One alert: its level in an icon and a word, what was answered, what to do, where it is written.
Rectangle {
    id: panel

    required property string level
    required property string title
    required property string label
    required property string source

    implicitHeight: Math.max(Theme.px(124), words.height + Theme.px(40))
    height: implicitHeight
    radius: Theme.radius
    color: look.ground
    border.color: look.mark
    border.width: Theme.px(4)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: look.word + ": " + panel.title + ". " + panel.label
    Accessible.description: panel.source

    AlertLevel { id: look; level: panel.level }

    Rectangle {
        id: block

        anchors.left: parent.left
        width: glyph.width + level.implicitWidth + Theme.px(68)
        height: parent.height
        topLeftRadius: Theme.mirrored ? 0 : panel.radius
        bottomLeftRadius: topLeftRadius
        topRightRadius: panel.radius - topLeftRadius
        bottomRightRadius: topRightRadius
        color: look.mark

        Icon {
            id: glyph

            name: look.icon
            size: Theme.px(48)
            color: Theme.colour.inverse
            anchors { left: parent.left; leftMargin: Theme.px(26); verticalCenter: parent.verticalCenter }
        }
        Words {
            id: level

            text: look.word
            spoken: false
            color: Theme.colour.inverse
            font.weight: Font.Bold
            anchors { left: glyph.right; leftMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
        }
    }
    Column {
        id: words

        anchors { left: block.right; right: parent.right; margins: Theme.px(28); verticalCenter: parent.verticalCenter }
        spacing: Theme.px(4)

        Words { width: parent.width; text: panel.title; spoken: false; font.weight: Font.Bold; lineHeight: 0.96 }
        Words { width: parent.width; text: panel.label; spoken: false; lineHeight: 0.96 }
        Words { width: parent.width; text: panel.source; spoken: false; font.pixelSize: Theme.label; lineHeight: 0.94; topPadding: Theme.px(4) }
    }
}
