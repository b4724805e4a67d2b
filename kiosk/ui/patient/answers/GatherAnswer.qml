pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// A list that grows: each entry with its ways to change it, and the button that adds one more.
Scroll {
    id: gather

    required property Asking asking
    required property string language
    readonly property int count: entries.count

    spacing: Theme.px(16)

    Problem { text: gather.asking.problem; about: gather.asking.label }
    Words {
        width: parent.width
        visible: gather.count === 0
        text: qsTr("Nothing added yet.")
        color: Theme.colour.soft
        font.pixelSize: Theme.lead
    }
    Repeater {
        id: entries

        model: gather.asking.entries

        EntryCard {
            width: parent?.width ?? 0
            onChange: gather.asking.edit(key)
            onRemove: gather.asking.remove(key)
        }
    }
    ActionButton {
        visible: gather.asking.expandable
        width: parent.width
        before: "plus"
        text: gather.count === 0 ? qsTr("Add one") : qsTr("Add another")
        onClicked: gather.asking.add()
    }
    AnswerFoot { asking: gather.asking }
}
