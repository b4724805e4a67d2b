import QtQuick
import Kiosk
import "../../parts"

// Hides everything when nobody touches the screen, and counts down.
Rectangle {
    id: curtain

    required property Desk desk
    readonly property bool wide: curtain.width > curtain.height
    readonly property bool tight: Theme.big || Theme.lowered || curtain.wide
    readonly property int remaining: Math.min(curtain.desk.secondsLeft, curtain.desk.curtainSeconds)

    readonly property int told: curtain.desk.secondsTold
    property bool introduced: false

    color: Theme.colour.wine
    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    onToldChanged: if (curtain.introduced) Accessible.announce(qsTr("%1 seconds left").arg(curtain.told), Accessible.Assertive)
    Component.onCompleted: {
        Accessible.announce(title.text + " " + about.text + " " + qsTr("%1 seconds left").arg(curtain.told), Accessible.Assertive);
        curtain.introduced = true;
    }

    Lines {
        visible: Theme.contrast === 0
        onWine: true
        name: "settling-lines-curtain.svg"
        aspect: 1240 / 1080
        y: Theme.px(80)
    }
    Column {
        id: count

        anchors { left: parent.left; leftMargin: curtain.wide ? parent.width - width - Theme.margin : Theme.margin }
        y: Theme.px(curtain.tight ? 40 : 232)
        spacing: 0

        CountDown { size: Theme.px(curtain.tight ? 170 : 304); remaining: curtain.remaining; total: curtain.desk.curtainSeconds }
    }
    Column {
        anchors { left: parent.left; leftMargin: Theme.margin; right: parent.right; rightMargin: Theme.margin }
        anchors { bottom: parent.bottom; bottomMargin: Theme.px(curtain.tight ? 40 : 110) }
        spacing: Theme.px(28)

        Title {
            id: title

            anchors.left: parent.left
            width: parent.width - (curtain.wide ? count.width + Theme.gap : 0)
            text: curtain.tight ? qsTr("Are you still there?") : qsTr("Are you\nstill there?")
            color: Theme.colour.inverse
            font.pixelSize: Theme.px(Theme.lowered || Theme.size === 3 ? (curtain.wide && Theme.size === 3 ? 54 : 64) : curtain.tight ? 84 : 112)
        }
        Words {
            id: about

            width: parent.width
            text: curtain.desk.holdsAnswers ? qsTr("Your answers are hidden. If no one taps, they are wiped from this screen for your privacy.")
                : qsTr("If no one taps, this screen starts over for the next person.")
            color: Theme.colour.inverse
            font.pixelSize: Theme.lead
        }
        ActionButton {
            width: parent.width
            implicitHeight: Theme.px(curtain.tight ? 116 : 168)
            ground: Theme.colour.inverse
            mark: Theme.colour.wine
            before: "check"
            size: Theme.px([40, 48, 54, 58][Theme.size])
            text: qsTr("Yes, keep going")
            onClicked: curtain.desk.uncover()
        }
        ActionButton {
            width: parent.width
            ground: Theme.colour.wine
            mark: Theme.colour.inverse
            before: "eraser"
            text: curtain.desk.holdsAnswers ? qsTr("Wipe my answers and finish") : qsTr("Finish")
            onClicked: curtain.desk.wipe()

            Rectangle { anchors.fill: parent; radius: Theme.radius; color: "transparent"; border.color: Theme.colour.inverse; border.width: Theme.px(3) }
        }
        Words {
            width: parent.width
            visible: !Theme.lowered && !(curtain.wide && Theme.big)
            text: qsTr("Need longer? Tap “Ask for help” for more time.")
            color: Theme.colour.inverse
        }
    }
}
