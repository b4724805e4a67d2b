import QtQuick
import Kiosk
import "../../parts"

// Words typed on the keyboard in the scene. The field stays in sight; where there is little room it stands beside.
Item {
    id: typed

    required property Asking asking
    required property string language
    readonly property bool wide: typed.width > Theme.px(1100)
    readonly property bool aside: typed.wide && Theme.big
    readonly property bool compact: Theme.lowered || typed.wide

    Field {
        id: field

        x: typed.aside ? Theme.px(-596) : 0
        y: typed.aside ? Theme.px(-60) : Theme.lowered ? beside.y - height - Theme.px(40) : 0
        width: typed.aside ? Theme.px(468) : typed.wide ? parent.width - beside.width - Theme.px(16) : parent.width
        implicitHeight: Math.max(Theme.px(typed.compact && !Theme.lowered || Theme.big ? 92 : lines > 1 ? 216 : 108), needed)
        label: typed.asking.text
        text: typed.asking.typed
        hint: typed.wide ? typed.asking.help : ""
        longest: typed.asking.longest
        lines: typed.asking.kind === "text" && !(typed.compact && !Theme.lowered) && !Theme.big ? 3 : 1
        size: typed.wide && !Theme.lowered ? Theme.label : Theme.lead
    }
    Row {
        id: beside

        visible: typed.compact
        x: typed.aside ? Theme.px(-596) : Theme.lowered ? 0 : parent.width - width
        y: typed.aside ? field.y + field.height + Theme.px(16) : Math.min(0, keyboard.y - height - Theme.snug)
        spacing: Theme.px(16)

        Others {
            id: others

            visible: count > 0
            tight: true
            columns: typed.aside ? 1 : 2
            width: typed.aside ? Theme.px(468) : Theme.lowered ? typed.width - why.buttonWidth - beside.spacing : Theme.px(400 * count)
            asking: typed.asking
        }
        WhyWeAsk { id: why; visible: shown && !typed.aside; width: buttonWidth; panel: false; asking: typed.asking }
    }
    Scroll {
        visible: !(typed.aside || Theme.lowered && Theme.big) || typed.asking.problem !== "" || typed.asking.why
        anchors {
            fill: parent
            topMargin: typed.aside || Theme.lowered ? (typed.aside ? 0 : beside.height + Theme.snug) : Math.max(field.height, typed.compact ? beside.height : 0) + Theme.px(16)
            bottomMargin: keyboard.visible ? keyboard.height + Theme.snug : 0
        }
        spacing: Theme.px(16)

        Problem { text: typed.asking.problem }
        WhyText { visible: typed.compact && typed.asking.why; width: parent.width; asking: typed.asking }
        AnswerFoot { visible: !typed.compact; asking: typed.asking }
    }
    Keyboard {
        id: keyboard

        visible: !(typed.compact && typed.asking.why)
        x: -Theme.margin
        width: parent.width + 2 * Theme.margin
        anchors.bottom: parent.bottom
        keyHeight: Theme.px(Theme.lowered || typed.wide || Theme.big ? 82 : 138)
        language: typed.language
        newLines: typed.asking.kind === "text"
        onTyped: letter => typed.asking.type(letter)
        onErased: typed.asking.erase()
        onCleared: typed.asking.clear()
    }
}
