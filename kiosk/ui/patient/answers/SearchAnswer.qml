pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// A long list of answers with a search over it; what is chosen stays in sight.
Item {
    id: searched

    required property Asking asking
    required property string language
    property bool typing: false
    readonly property bool aside: searched.typing && Theme.big && searched.width > Theme.px(1100)  // little is left above the keyboard
    readonly property bool tight: searched.typing && searched.height - row.height - keyboard.height < Theme.px(300)
    readonly property bool columns: searched.width > Theme.px(1100) && !Theme.big

    SearchRow {
        id: row

        visible: !searched.aside
        width: parent.width
        typing: searched.typing
        search: searched.asking.search
        hint: qsTr("Type the first letters")
        onOpened: searched.typing = true
        onDone: searched.typing = false
        onEmptied: searched.asking.clear()
    }
    Field {
        id: field

        visible: searched.aside
        anchors { left: parent.left; leftMargin: Theme.px(-596) }
        y: Theme.px(-60)
        width: Theme.px(468)
        label: qsTr("Search")
        icon: "search"
        text: searched.asking.search
    }
    ActionButton {
        id: done

        visible: searched.aside
        anchors { left: parent.left; leftMargin: Theme.px(-596) }
        y: field.y + field.height + Theme.px(16)
        width: field.width
        size: Theme.label
        before: "check"
        text: qsTr("Done")
        onClicked: searched.typing = false
    }
    Words {
        visible: searched.tight
        anchors { left: parent.left; leftMargin: field.visible ? Theme.px(-596) : 0 }
        width: field.visible ? field.width : parent.width
        y: field.visible ? field.y + field.height + done.height + Theme.px(32) : row.height + Theme.px(8)
        text: qsTr("Answers found: %1. Tap “Done” to see them.").arg(searched.asking.found)
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
    Scroll {
        visible: !searched.tight
        anchors {
            fill: parent
            topMargin: row.height + Theme.px(16)
            bottomMargin: searched.typing ? keyboard.height + Theme.snug : 0
        }
        spacing: Theme.px(16)

        Problem { text: searched.asking.problem; about: searched.asking.label }
        Note {
            visible: searched.asking.chosen > 0
            bare: true
            strong: true
            icon: "circle-check"
            mark: Theme.colour.wine
            text: qsTr("%1 chosen: %2").arg(searched.asking.chosen).arg(searched.asking.summary)
        }
        Words {
            width: parent.width
            visible: searched.asking.found === 0
            text: qsTr("No answer begins like this. Please check the letters.")
        }
        Grid {
            id: grid

            width: parent.width
            columns: searched.columns ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.px(16)

            Repeater {
                id: repeater

                model: searched.asking.options

                AnswerButton {
                    id: option

                    width: searched.columns ? (grid.width - grid.columnSpacing) / 2 : grid.width
                    small: true
                    tight: searched.typing
                    many: searched.asking.several
                    tag: qsTr("Your answer")
                    onClicked: searched.asking.choose(option.key)
                }
            }
        }
        Words {
            width: parent.width
            visible: searched.asking.cut
            text: qsTr("There are more answers. Type a few letters to find yours.")
            color: Theme.colour.soft
        }
        AnswerFoot { visible: !searched.typing; asking: searched.asking }
    }
    Keyboard {
        id: keyboard

        visible: searched.typing
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: -Theme.margin; rightMargin: -Theme.margin }
        keyHeight: Theme.px(Theme.lowered || wide ? 82 : 104)
        language: searched.language
        onTyped: letter => searched.asking.type(letter)
        onErased: searched.asking.erase()
        onCleared: searched.asking.clear()
    }
}
