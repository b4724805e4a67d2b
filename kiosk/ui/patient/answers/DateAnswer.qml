pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// A date as numbers, in the order of the language's country.
Scroll {
    id: answer

    required property Asking asking
    required property string language
    readonly property bool wide: answer.width > Theme.px(1100)

    spacing: Theme.px(20)

    Problem { text: answer.asking.problem }
    Grid {
        id: grid

        readonly property bool beside: answer.wide || Theme.lowered

        width: parent.width
        columns: grid.beside ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(28)

        Column {
            width: grid.beside ? grid.width - pad.width - Theme.px(48) : grid.width
            spacing: Theme.gap

            Row {
                id: parts

                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: answer.asking.parts

                    DatePart {
                        unit: (parts.width - 2 * parts.spacing) / 9.04
                        onClicked: answer.asking.goTo(key)
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: said.height + Theme.px(48)
                radius: Theme.radius
                color: Theme.colour.oat
                border.width: Theme.plain ? Theme.line : 0
                border.color: Theme.colour.wine

                Words {
                    id: said

                    x: Theme.px(36)
                    y: Theme.gap
                    width: parent.width - 2 * x
                    text: answer.asking.dateWords
                    font.weight: answer.asking.chosen > 0 ? Font.Bold : Font.Normal
                }
            }
        }
        NumberPad {
            id: pad

            leftPadding: grid.beside ? 0 : (grid.width - 3 * keyWidth - 2 * spacing) / 2
            keyWidth: Theme.px(Theme.lowered ? 130 : grid.beside ? 160 : 256)
            keyHeight: Theme.px(grid.beside ? 84 : Theme.big ? 116 : 138)
            onTyped: digit => answer.asking.type(digit)
            onErased: answer.asking.erase()
            onCleared: answer.asking.clear()
        }
    }
    AnswerFoot { asking: answer.asking }
}
