import QtQuick
import Kiosk
import "../../parts"

// Two switches: which one moves, which one chooses, and a try.
Tray {
    id: tray

    required property Desk desk
    readonly property Switches switches: tray.desk.switches
    readonly property bool trying: tray.switches.step === "try"
    readonly property string asked: tray.trying ? qsTr("Try them. One moves the ring. The other chooses what is in it.")
        : tray.switches.again ? qsTr("That switch moves. Now press the other one.")
        : tray.switches.step === "select" ? qsTr("Now press the switch that will choose.")
        : qsTr("Press the switch that will move the ring.")
    property bool introduced: false

    title: qsTr("Your two switches")
    lead: tray.asked
    onAskedChanged: if (tray.introduced) Accessible.announce(tray.asked, Accessible.Assertive)
    Component.onCompleted: {
        Accessible.announce(tray.title + ". " + tray.asked, Accessible.Assertive);
        tray.introduced = true;
    }

    ActionButton {
        width: parent.width
        visible: tray.trying
        primary: true
        before: "check"
        text: qsTr("They are right")
        onClicked: tray.desk.keepSwitches()
    }
    ActionButton {
        width: parent.width
        visible: tray.trying
        before: "rotate-ccw"
        text: qsTr("Swap them")
        onClicked: tray.switches.swap()
    }
    ActionButton {
        width: parent.width
        before: "x"
        text: qsTr("Go on without switches")
        onClicked: tray.desk.uncover()
    }
    Words {
        width: parent.width
        text: qsTr("This closes by itself in %1 seconds.").arg(tray.switches.secondsLeft)
        color: Theme.colour.soft
    }
}
