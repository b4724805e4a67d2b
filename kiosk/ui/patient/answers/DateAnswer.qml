pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// A date, a time or both as numbers, in the order of the language's country.
Scroll {
    id: answer

    required property Asking asking
    required property string language
    readonly property bool wide: answer.width > Theme.px(1100)
    readonly property bool flat: answer.wide && Theme.lowered
    readonly property bool clock: answer.asking.kind !== "date"
    readonly property bool small: answer.both && Theme.big && !answer.wide && !Theme.lowered
    readonly property bool both: answer.asking.kind === "dateTime"

    spacing: Theme.px(20)

    Problem { text: answer.asking.problem; about: answer.asking.label }
    Grid {
        id: grid

        readonly property bool beside: answer.wide || Theme.lowered
        readonly property bool split: grid.beside && answer.both

        width: parent.width
        columns: grid.beside ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(answer.small ? 16 : 28)

        Column {
            width: grid.beside ? grid.width - pad.width - Theme.px(48) : grid.width
            spacing: Theme.gap

            Flow {
                id: parts

                readonly property real unit: (parts.width - 2 * parts.spacing) / 9.04

                width: parent.width
                spacing: answer.flat ? Theme.px(16) : Theme.gap

                Repeater {
                    model: answer.asking.parts

                    DatePart {
                        id: part

                        box: Theme.px(answer.small ? 96 : 132)
                        unit: parts.unit
                        onClicked: answer.asking.goTo(part.key)
                    }
                }
                RadioChips {
                    visible: answer.clock
                    width: grid.beside ? parts.width : parts.width - 4.8 * parts.unit - 2 * parts.spacing
                    topPadding: grid.beside ? 0 : Theme.label * 1.3 + Theme.px(answer.small ? 14 : 32)
                    rows: answer.asking.halves
                    onChosen: key => answer.asking.chooseHalf(key)
                }
            }
            Said { visible: !grid.split && !answer.small }
        }
        Column {
            width: grid.beside ? pad.width : grid.width
            spacing: Theme.gap

            NumberPad {
                id: pad

                anchors { left: parent.left; leftMargin: (parent.width - width) / 2 }
                columns: answer.flat ? 6 : 3
                keyWidth: Theme.px(answer.flat ? 110 : Theme.lowered ? 130 : grid.beside ? 160 : 256)
                keyHeight: Theme.px(grid.beside || Theme.big ? 84 : answer.both ? 104 : 138)
                onTyped: digit => answer.asking.type(digit)
                onErased: answer.asking.erase()
                onCleared: answer.asking.clear()
            }
            Said { visible: grid.split }
        }
    }
    AnswerFoot { asking: answer.asking }

    component Said: Rectangle {
        width: parent?.width ?? 0
        height: said.height + Theme.px(48)
        radius: Theme.radius
        color: Theme.colour.oat
        border.width: Theme.plain ? Theme.line : 0
        border.color: Theme.colour.wine

        Words {
            id: said

            anchors { left: parent.left; leftMargin: Theme.px(36); right: parent.right; rightMargin: Theme.px(36) }
            y: Theme.gap
            text: answer.asking.dateWords
            font.weight: answer.asking.chosen > 0 ? Font.Bold : Font.Normal
        }
    }
}
