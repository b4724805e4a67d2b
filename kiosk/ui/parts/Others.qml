pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// "Not sure" and "I'd rather say this in the room", where they are offered.
Grid {
    id: others

    required property Asking asking
    readonly property int count: repeater.count

    property bool tight: false

    columns: 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.px(16)

    Repeater {
        id: repeater

        model: others.asking.others

        AnswerButton {
            id: other

            width: others.columns > 1 && repeater.count > 1 ? (others.width - others.columnSpacing) / 2 : others.width
            quiet: true
            tight: others.tight
            tag: qsTr("Your answer")
            onClicked: other.key === "asked-unknown" ? others.asking.chooseUnsure() : others.asking.chooseRoom()
        }
    }
}
