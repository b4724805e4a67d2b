import QtQuick

// A quiet sentence with an icon: on a ground of its own, or bare.
Rectangle {
    id: note

    property string icon: "info"
    property string text: ""
    property bool bare: false
    property bool strong: false
    property bool spoken: true
    property color mark: Theme.colour.ink

    width: parent?.width ?? 0
    implicitHeight: Math.max(words.height, glyph.height) + (note.bare ? Theme.px(16) : Theme.px(60))
    height: implicitHeight
    radius: Theme.radius
    color: note.bare ? "transparent" : Theme.colour.oat
    border.width: !note.bare && Theme.plain ? Theme.line : 0
    border.color: Theme.colour.wine

    Icon {
        id: glyph

        name: note.icon
        anchors { left: parent.left; leftMargin: Theme.px(note.bare ? 10 : 46) }
        anchors.verticalCenter: parent.verticalCenter
        color: note.mark === Theme.colour.ink ? Theme.colour.wine : note.mark
    }
    Words {
        id: words

        anchors { left: glyph.right; leftMargin: Theme.px(note.bare ? 22 : 34); right: parent.right; rightMargin: Theme.px(30) }
        anchors.verticalCenter: parent.verticalCenter
        text: note.text
        spoken: note.spoken
        color: note.mark
        font.weight: note.strong ? Font.DemiBold : Font.Normal
    }
}
