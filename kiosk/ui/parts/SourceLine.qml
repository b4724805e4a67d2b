import QtQuick

// Where the statements above come from, quietly.
Words {
    width: parent?.width ?? 0
    visible: text !== ""
    color: Theme.colour.soft
    font.pixelSize: Theme.label
    wrapMode: Text.Wrap
}
