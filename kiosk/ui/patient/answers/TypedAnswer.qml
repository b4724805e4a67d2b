import QtQuick
import Kiosk
import "../../parts"

// Words typed on the keyboard in the scene. The field stays in sight; where there is little room it stands beside.
Item {
    id: typed

    required property Asking asking
    required property string language
    readonly property bool wide: typed.width > Theme.px(1100)
    readonly property bool free: typed.asking.kind === "free"
    readonly property bool aside: typed.wide && Theme.big
    readonly property bool outside: typed.wide && !Theme.lowered  // beside the keyboard is more room
    readonly property bool compact: Theme.lowered || typed.wide

    Field {
        id: field

        x: typed.aside ? Theme.px(-596) : 0
        y: typed.aside ? Theme.px(-60) : Theme.lowered ? beside.y - height - Theme.px(40) : 0
        width: typed.aside ? Theme.px(468) : typed.wide ? parent.width - beside.width - Theme.px(16) : parent.width
        implicitHeight: Math.max(Theme.px(typed.compact && !Theme.lowered || Theme.big ? 92 : lines > 1 ? 216 : 108), needed)
        label: typed.asking.label
        text: typed.asking.typed
        hint: typed.asking.pattern || (typed.free ? typed.asking.label : typed.wide ? typed.asking.help : "")
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

        Suggestion {
            visible: typed.asking.suggestion !== "" && (others.count === 0 || typed.wide && !typed.aside)
            width: Theme.px(typed.aside ? 468 : 400)
            asking: typed.asking
        }
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
    Problem {
        visible: text !== "" && typed.outside
        x: Theme.px(typed.aside ? -596 : -532)
        y: typed.aside ? Math.max(field.y + field.height, beside.y + beside.height) + Theme.px(16) : Theme.px(60)
        width: Theme.px(468)
        text: typed.asking.problem
    }
    Scroll {
        visible: !(typed.aside || Theme.lowered && Theme.big) || typed.asking.problem !== "" && !typed.outside || typed.asking.why
        anchors {
            fill: parent
            topMargin: typed.aside || Theme.lowered ? (typed.aside ? 0 : beside.height + Theme.snug) : Math.max(field.height, typed.compact ? beside.height : 0) + Theme.px(16)
            bottomMargin: keyboard.visible ? keyboard.height + Theme.snug : 0
        }
        spacing: Theme.px(16)

        Problem { text: typed.outside ? "" : typed.asking.problem }
        WhyText { visible: typed.compact && typed.asking.why; width: parent.width; asking: typed.asking }
        ActionButton {
            visible: typed.free && !typed.compact
            implicitHeight: Math.max(Theme.px(88), Theme.label * 1.8)
            size: Theme.label
            before: "arrow-left"
            text: qsTr("See the answers to choose from")
            onClicked: typed.asking.showList()
        }
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
