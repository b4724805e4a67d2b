import QtQuick
import Kiosk
import "../../parts"

// A whole number or one with places, on the number pad.
Scroll {
    id: number

    required property Asking asking
    required property string language
    readonly property bool wide: number.width > Theme.px(1100)

    Problem { text: number.asking.problem }
    Grid {
        width: parent.width
        columns: number.wide || Theme.lowered ? 2 : 1
        spacing: Theme.gap
        horizontalItemAlignment: number.wide ? Grid.AlignLeft : Grid.AlignHCenter

        Row {
            spacing: Theme.gap

            Field {
                width: Theme.px(number.wide || Theme.lowered ? 300 : 424)
                implicitHeight: Theme.px(132)
                label: number.asking.text
                text: number.asking.typed
                size: Theme.px(60)
            }
            Words { text: number.asking.unit; font.pixelSize: Theme.lead; anchors.verticalCenter: parent.verticalCenter }
        }
        NumberPad {
            keyWidth: Theme.px(Theme.lowered ? 150 : 256)
            keyHeight: Theme.px(number.wide || Theme.lowered ? 84 : 132)
            point: number.asking.kind === "decimal" ? number.asking.point : ""
            onTyped: digit => number.asking.type(digit)
            onErased: number.asking.erase()
            onCleared: number.asking.clear()
        }
    }
    AnswerFoot { asking: number.asking }
}
