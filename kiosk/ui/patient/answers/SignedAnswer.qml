import QtQuick
import Kiosk
import "../../parts"

// A signature: drawn with a finger, or the name typed.
Item {
    id: signed

    required property Asking asking
    required property string language
    property bool typing: false

    Component.onCompleted: signed.typing = signed.asking.typed !== ""

    Scroll {
        anchors { fill: parent; bottomMargin: signed.typing ? keyboard.height + Theme.snug : 0 }
        spacing: Theme.px(20)

        Problem { text: signed.asking.problem; about: signed.asking.label }
        SignaturePad {
            visible: !signed.typing
            anchors.left: parent.left
            width: height * 2.5
            height: Math.min(parent.width * 0.4, Theme.px(Theme.lowered ? 240 : 381))
            strokes: signed.asking.strokes
            onDrawn: strokes => signed.asking.sign(strokes)
        }
        Field {
            visible: signed.typing
            width: parent.width
            label: qsTr("Your name")
            text: signed.asking.typed
        }
        Flow {
            width: parent.width
            spacing: Theme.gap

            ActionButton {
                visible: !signed.typing
                size: Theme.label
                before: "eraser"
                text: qsTr("Clear")
                onClicked: signed.asking.sign("")
            }
            ActionButton {
                size: Theme.label
                before: signed.typing ? "signature" : "keyboard"
                text: signed.typing ? qsTr("Sign with your finger") : qsTr("Type my name instead")
                onClicked: signed.switchWay()
            }
        }
        AnswerFoot { asking: signed.asking }
    }
    Keyboard {
        id: keyboard

        visible: signed.typing
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: -Theme.margin; rightMargin: -Theme.margin }
        language: signed.language
        onTyped: letter => signed.asking.type(letter)
        onErased: signed.asking.erase()
        onCleared: signed.asking.clear()
    }

    function switchWay() {
        signed.asking.clear();
        signed.typing = !signed.typing;
    }
}
