pragma ComponentBehavior: Bound

import QtQuick

// The keyboard in the scene: ordinary buttons, every key named, nothing learned and nothing kept.
Rectangle {
    id: keyboard

    objectName: "keys"
    LayoutMirroring.enabled: false  // as on a keyboard of steel
    LayoutMirroring.childrenInherit: true

    property string language: "en"
    property bool newLines: false
    property bool capital: false
    property string plane: "letters"
    readonly property real gap: Theme.px(12)
    readonly property real keyWidth: (keyboard.width - 2 * Theme.px(20) - 9 * keyboard.gap) / 10
    property real keyHeight: Theme.px(Theme.lowered || keyboard.wide ? 82 : Theme.big ? 112 : 138)
    property real skirt: Theme.px(200)
    property real edge: Theme.px(22)
    readonly property bool wide: keyboard.width > Theme.px(1100)
    readonly property list<string> letters: keyboard.language === "es" ? ["qwertyuiop", "asdfghjklñ", "zxcvbnm"] : ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property list<string> numbers: ["1234567890", "-/:;()$&@\"", "?!'+=#%"]
    readonly property list<string> accents: ["áéíóúüñç¿¡", "àèìòùâêîôû", "ãõäëïö"]
    readonly property list<string> rows: keyboard.plane === "letters" ? keyboard.letters : keyboard.plane === "numbers" ? keyboard.numbers : keyboard.accents

    signal typed(letter: string)
    signal erased
    signal cleared

    implicitHeight: column.height + 2 * keyboard.edge
    color: Theme.colour.oat
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keyboard")

    component Letters: Row {
        id: letters

        required property string keys

        spacing: keyboard.gap

        Repeater {
            model: letters.keys.length

            Key {
                required property int index
                readonly property string letter: keyboard.capital ? letters.keys.charAt(index).toUpperCase() : letters.keys.charAt(index)

                width: keyboard.keyWidth
                height: keyboard.keyHeight
                text: letter
                onClicked: keyboard.press(letter)
            }
        }
    }

    function press(letter: string) {
        keyboard.typed(letter);
        keyboard.capital = false;
    }

    Rectangle { y: parent.height; width: parent.width; height: keyboard.skirt; color: parent.color }
    Rectangle { width: parent.width; height: Theme.line; color: Theme.colour.wine }
    Column {
        id: column

        y: keyboard.edge
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: keyboard.gap

        Letters { keys: keyboard.rows[0]; anchors.horizontalCenter: parent.horizontalCenter }
        Letters { keys: keyboard.rows[1]; anchors.horizontalCenter: parent.horizontalCenter }
        Row {
            spacing: keyboard.gap
            anchors.horizontalCenter: parent.horizontalCenter

            Key {
                width: keyboard.keyWidth * 1.5 + keyboard.gap / 2
                height: keyboard.keyHeight
                symbol: "arrow-big-up"
                text: qsTr("Capital")
                chosen: keyboard.capital
                onClicked: keyboard.capital = !keyboard.capital
            }
            Letters { keys: keyboard.rows[2] }
            Key {
                width: keyboard.keyWidth * 1.5 + keyboard.gap / 2
                height: keyboard.keyHeight
                symbol: "delete"
                text: qsTr("Delete")
                onClicked: keyboard.erased()
            }
        }
        Row {
            spacing: keyboard.gap
            anchors.horizontalCenter: parent.horizontalCenter

            Key {
                width: keyboard.keyWidth * 1.5 + keyboard.gap / 2
                height: keyboard.keyHeight
                small: true
                text: keyboard.plane === "numbers" ? qsTr("abc") : qsTr("123 ?!")
                says: keyboard.plane === "numbers" ? qsTr("Letters") : qsTr("Numbers and signs")
                onClicked: keyboard.plane = keyboard.plane === "numbers" ? "letters" : "numbers"
            }
            Key {
                width: keyboard.keyWidth * 1.5 + keyboard.gap / 2
                height: keyboard.keyHeight
                small: true
                text: keyboard.plane === "accents" ? qsTr("abc") : "á é ñ"
                says: keyboard.plane === "accents" ? qsTr("Plain letters") : qsTr("Accents")
                onClicked: keyboard.plane = keyboard.plane === "accents" ? "letters" : "accents"
            }
            Key { width: keyboard.keyWidth; height: keyboard.keyHeight; text: ","; onClicked: keyboard.press(",") }
            Key {
                width: keyboard.keyWidth * (keyboard.newLines ? 2 : 3.5) + keyboard.gap * (keyboard.newLines ? 1 : 2.5)
                height: keyboard.keyHeight
                small: true
                text: qsTr("Space")
                onClicked: keyboard.press(" ")
            }
            Key {
                visible: keyboard.newLines
                width: keyboard.keyWidth * 1.5 + keyboard.gap / 2
                height: keyboard.keyHeight
                small: true
                text: qsTr("New line")
                onClicked: keyboard.press("\n")
            }
            Key { width: keyboard.keyWidth; height: keyboard.keyHeight; text: "."; onClicked: keyboard.press(".") }
            Key {
                width: keyboard.keyWidth * 1.5 + keyboard.gap / 2
                height: keyboard.keyHeight
                small: true
                text: qsTr("Clear")
                onClicked: keyboard.cleared()
            }
        }
    }
}
