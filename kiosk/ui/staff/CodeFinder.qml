pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// A code is typed: a word and a number.
Item {
    id: finder

    required property Staff staff
    readonly property VisitFinder sought: finder.staff.finder
    property int bleed: 0

    Column {
        width: parent.width
        spacing: Theme.gap

        Field {
            width: parent.width
            implicitHeight: Theme.px(132)
            label: qsTr("Code")
            text: finder.sought.code
            icon: "search"
            pill: true
            size: Theme.px(52)
        }
        SearchProgress { search: finder.sought.byName }
    }
    Row {
        id: digits

        visible: finder.staff.keyboard
        width: parent.width
        anchors.bottom: keyboard.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.snug

        Repeater {
            model: 10

            Key {
                required property int index

                width: (digits.width - 9 * digits.spacing) / 10
                height: keyboard.keyHeight
                text: String((index + 1) % 10)
                onClicked: finder.sought.type(text)
            }
        }
    }
    Keyboard {
        id: keyboard

        visible: finder.staff.keyboard
        x: -finder.bleed
        width: parent.width + 2 * finder.bleed
        anchors.bottom: parent.bottom
        skirt: Theme.px(finder.bleed ? 400 : 28)
        keyHeight: Math.max(Theme.target, Math.min(Theme.px(128), finder.height / 8.5))
        onTyped: letter => finder.sought.type(letter)
        onErased: finder.sought.erase()
        onCleared: finder.sought.find(true)
    }
}
