import QtQuick
import Kiosk
import "../parts"

// Set-up: the recovery key, to be written or printed, this once.
Scroll {
    id: step

    required property Founding founding
    property int bleed: 0
    readonly property bool wide: step.width > Theme.px(1100)

    Note {
        icon: "lock"
        text: qsTr("Keep it on paper in a locked drawer or a safe. Whoever has it can read every answer.")
    }
    KeyCard {
        width: parent.width
        founding: step.founding
        across: step.wide
    }
    ActionButton {
        visible: step.founding.printer !== ""
        width: parent.width
        before: "printer"
        text: qsTr("Print on %1").arg(step.founding.printer)
        onClicked: step.founding.print()
    }
    Note {
        bare: true
        strong: step.founding.note !== ""
        icon: step.founding.note ? "circle-check" : "pencil"
        text: step.founding.note ? qsTr("Sent to %1. Check the paper before you go on.").arg(step.founding.note)
            : qsTr("By hand: copy every group, from left to right.")
    }
}
