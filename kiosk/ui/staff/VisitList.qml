pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// One page of the list, or what an empty list means.
Item {
    id: list

    required property Staff staff
    readonly property real gap: Theme.px(16)
    readonly property real row: Math.min(Theme.px(164), (list.height - 5 * list.gap) / 6)

    Note {
        visible: list.staff.count === 0 && list.staff.problem === ""
        icon: "clipboard-list"
        text: qsTr("No visits yet. They show here as soon as a patient has sent answers.")
    }
    Scroll {
        anchors.fill: parent
        spacing: list.gap

        Repeater {
            model: list.staff.visits

            VisitRow {
                width: parent?.width ?? 0
                height: Math.max(list.row, needed)
                onClicked: list.staff.show(key)
            }
        }
    }
}
