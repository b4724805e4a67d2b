pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The printers, or the folders: one button each.
Column {
    id: column

    required property Rows ways
    required property string title
    required property string empty
    required property string icon
    signal picked(way: string)

    width: parent?.width ?? 0
    spacing: Theme.px(16)

    Words {
        width: parent.width
        text: column.title
        font.weight: Font.DemiBold
    }
    Words {
        visible: buttons.count === 0
        width: parent.width
        text: column.empty
        color: Theme.colour.soft
    }
    Repeater {
        id: buttons

        model: column.ways

        ActionButton {
            required property string title

            width: parent?.width ?? 0
            implicitHeight: Theme.px(100)
            align: Qt.AlignLeft
            before: column.icon
            text: title
            onClicked: column.picked(title)
        }
    }
}
