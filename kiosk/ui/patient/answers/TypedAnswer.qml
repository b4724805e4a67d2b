import QtQuick
import Kiosk
import "../../parts"

// Words typed on the keyboard in the scene. The field stays in sight; where there is little room it stands beside the
// keyboard, and on a lowered screen above it, where it is read and not touched.
Item {
    id: typed

    required property Asking asking
    required property string language
    readonly property bool wide: typed.Window.width > typed.Window.height
    readonly property bool free: typed.asking.kind === "free"
    readonly property bool aside: typed.wide && (Theme.big || Theme.lowered)  // the column of the picture is used
    readonly property bool row: typed.wide && !typed.aside
    readonly property int column: Theme.px(880)
    readonly property int start: typed.aside ? -typed.column : 0
    readonly property int leftWidth: typed.aside ? typed.column - 2 * Theme.margin : typed.width
    readonly property int nav: Theme.px(116)
    // Upright, large words may leave no room between field and keyboard: the other ways then take the keyboard's place.
    readonly property int rest: keyboard.y - Theme.snug - field.y - field.height - Theme.px(16)
    readonly property bool tight: !typed.wide && Theme.big && !Theme.lowered && typed.rest < Theme.px(260)
    readonly property string trouble: typed.asking.problem
    property bool away: false

    onTroubleChanged: typed.away = typed.trouble !== ""

    Field {
        id: field

        anchors { left: parent.left; leftMargin: Theme.lowered ? 0 : typed.start }
        y: Theme.lowered ? -height - Theme.px(40) : typed.aside ? Theme.px(-60) : 0
        width: typed.row ? parent.width - beside.width - Theme.px(16) : Theme.lowered ? parent.width : typed.leftWidth
        implicitHeight: Math.max(Theme.px(typed.row || Theme.big ? 92 : lines > 1 ? 216 : 108), needed)
        label: typed.asking.label
        text: typed.asking.typed
        hint: typed.asking.pattern || (typed.free ? typed.asking.label : typed.wide ? typed.asking.help : "")
        longest: typed.asking.longest
        lines: typed.asking.kind === "text" && !typed.row && !Theme.big ? 3 : 1
        size: typed.row ? Theme.label : Theme.lead
    }
    Row {
        id: beside

        visible: typed.row
        anchors.right: parent.right
        spacing: Theme.px(16)

        Suggestion {
            visible: typed.asking.suggestion !== ""
            width: Theme.px(400)
            asking: typed.asking
        }
        Others {
            visible: count > 0
            tight: true
            columns: 2
            width: Theme.px(400 * count)
            asking: typed.asking
        }
        WhyWeAsk { visible: shown; width: buttonWidth; panel: false; asking: typed.asking }
    }
    Problem {
        anchors { left: parent.left; leftMargin: Theme.px(-532) }
        y: Theme.px(60)
        width: Theme.px(468)
        text: typed.row ? typed.asking.problem : ""
        about: typed.asking.label
    }
    Scroll {
        visible: (!typed.row || typed.asking.why) && (!typed.tight || typed.away)
        anchors { left: parent.left; leftMargin: typed.start }
        y: Theme.lowered ? 0 : field.y + field.height + Theme.px(16)
        width: typed.leftWidth
        height: (keyboard.visible && !typed.aside ? keyboard.y - Theme.snug : typed.aside ? parent.height - typed.nav - Theme.snug : parent.height) - y
        spacing: Theme.px(16)

        ActionButton {
            visible: typed.tight
            anchors.left: parent.left
            implicitHeight: Math.max(Theme.px(88), Theme.label * 1.8)
            size: Theme.label
            before: "keyboard"
            text: qsTr("Back to the keys")
            onClicked: typed.away = false
        }
        Problem { text: typed.row ? "" : typed.asking.problem; about: typed.asking.label }
        WhyText { visible: typed.row && typed.asking.why; width: parent.width; asking: typed.asking }
        ActionButton {
            visible: typed.free && !typed.row
            anchors.left: parent.left
            implicitHeight: Math.max(Theme.px(88), Theme.label * 1.8)
            size: Theme.label
            before: "arrow-left"
            text: qsTr("See the answers to choose from")
            onClicked: typed.asking.showList()
        }
        AnswerFoot { visible: !typed.row; tight: Theme.lowered || typed.aside; asking: typed.asking }
    }
    ActionButton {
        visible: typed.tight && !typed.away && typed.asking.ways
        y: field.y + field.height + Theme.px(12)
        width: parent.width
        implicitHeight: Theme.px(88)
        ground: Theme.colour.paper
        size: Theme.label
        text: qsTr("Other ways to answer")
        after: "chevron-down"
        onClicked: typed.away = true
    }
    Keyboard {
        id: keyboard

        visible: !(typed.tight && typed.away) && !(typed.asking.why && (typed.row || Theme.lowered && !typed.aside))
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: -Theme.margin; rightMargin: -Theme.margin }
        keyHeight: Theme.px(Theme.lowered || typed.wide || Theme.big ? 82 : 138)
        skirt: Theme.px(typed.aside ? 8 : 200)
        edge: Theme.px(typed.aside ? 10 : 22)
        language: typed.language
        newLines: typed.asking.kind === "text"
        onTyped: letter => typed.asking.type(letter)
        onErased: typed.asking.erase()
        onCleared: typed.asking.clear()
    }
}
