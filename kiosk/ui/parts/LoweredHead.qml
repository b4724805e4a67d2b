import QtQuick

// The upper half while the screen is lowered: nothing to touch, and how to go back.
Item {
    id: head

    property bool words: true

    clip: true

    Lines {
        name: "settling-lines-attract.svg"
        aspect: 1240 / 1080
        y: Theme.px(100)
        opacity: 0.7
    }
    Words {
        visible: head.words
        anchors { left: parent.left; leftMargin: Theme.margin; right: parent.right; rightMargin: Theme.margin; bottom: parent.bottom; bottomMargin: Theme.px(56) }
        text: qsTr("The screen is lowered. To put it back, tap “Raise screen”.")
    }
    Rectangle {
        width: parent.width
        height: Theme.line
        anchors.bottom: parent.bottom
        color: Theme.colour.wine
    }
}
