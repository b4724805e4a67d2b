import QtQuick
import Kiosk
import "../../parts"

// A whole number, one with places, or an amount with its unit, on the number pad.
Scroll {
    id: number

    required property Asking asking
    required property string language
    readonly property bool wide: number.width > Theme.px(1100)
    readonly property bool flat: number.aside && (Theme.big || number.wide && Theme.lowered)
    readonly property bool aside: number.wide || Theme.lowered
    readonly property bool choosesUnit: number.asking.kind === "quantity" && number.asking.unit === ""

    Problem { text: number.asking.problem; about: number.asking.label }
    Grid {
        columns: number.aside ? 2 : 1
        spacing: Theme.gap
        anchors { left: parent.left; leftMargin: number.aside ? 0 : (number.width - width) / 2 }

        Column {
            id: left

            width: number.aside ? number.width - pad.width - Theme.gap : pad.width
            spacing: Theme.gap

            Flow {
                width: parent.width
                spacing: Theme.gap

                Key {
                    visible: number.asking.negative
                    width: Theme.px(132)
                    height: Theme.px(132)
                    text: "+/−"
                    says: qsTr("Plus or minus")
                    onClicked: number.asking.type("-")
                }
                Field {
                    id: field

                    width: Math.min(left.width, Theme.px(!number.aside ? 424 : number.asking.negative ? 220 : 300))
                    implicitHeight: Theme.px(132)
                    label: number.asking.text
                    text: number.asking.typed
                    hint: number.asking.pattern
                    size: Theme.px(60)
                }
                Words {
                    width: Math.min(implicitWidth, left.width)
                    text: number.asking.unit
                    font.pixelSize: Theme.lead
                    topPadding: implicitWidth + field.width + Theme.gap > left.width ? 0 : (Theme.px(132) - contentHeight) / 2
                }
            }
            RadioChips {
                visible: number.choosesUnit
                width: parent.width
                rows: number.asking.units
                onChosen: key => number.asking.chooseUnit(key)
            }
        }
        NumberPad {
            id: pad

            columns: number.flat ? 6 : 3
            keyWidth: Theme.px(number.flat ? (number.wide ? 116 : 108) : Theme.lowered ? 150 : number.wide ? 240 : 256)
            keyHeight: Theme.px(number.aside ? 84 : Theme.big ? 92 : 132)
            point: number.asking.places ? number.asking.point : ""
            onTyped: digit => number.asking.type(digit)
            onErased: number.asking.erase()
            onCleared: number.asking.clear()
        }
    }
    AnswerFoot { asking: number.asking }
}
