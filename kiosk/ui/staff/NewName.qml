import QtQuick
import "../parts"

// A name is typed.
Item {
    id: step

    required property string name
    property int bleed: 0
    property bool keyed: true
    signal typed(letters: string)
    signal erased
    signal cleared

    Field {
        width: parent.width
        implicitHeight: Theme.px(132)
        label: qsTr("Name")
        text: step.name
        size: Theme.heading
    }
    Keyboard {
        visible: step.keyed
        x: -step.bleed
        width: parent.width + 2 * step.bleed
        anchors.bottom: parent.bottom
        skirt: Theme.px(step.bleed ? 400 : 28)
        keyHeight: Math.max(Theme.target, Math.min(Theme.px(128), step.height / 8.5))
        onTyped: letter => step.typed(letter)
        onErased: step.erased()
        onCleared: step.cleared()
    }
}
