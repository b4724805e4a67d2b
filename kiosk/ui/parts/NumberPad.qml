pragma ComponentBehavior: Bound

import QtQuick

// Ten digits, a decimal point where one may be typed, delete and clear.
Grid {
    id: pad

    objectName: "keys"
    LayoutMirroring.enabled: false  // digits stand alike in every language
    LayoutMirroring.childrenInherit: true

    property string point: ""
    property real keyWidth: Theme.px(256)
    property real keyHeight: Theme.px(148)
    signal typed(digit: string)
    signal erased
    signal cleared

    columns: 3
    spacing: Theme.px(Math.min(24, pad.keyHeight / Theme.unit / 6))
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Number pad")

    Repeater {
        model: 9

        Digit {
            required property int index

            text: String(index + 1)
        }
    }
    Key {
        width: pad.keyWidth
        height: pad.keyHeight
        across: true
        symbol: "delete"
        text: qsTr("Delete")
        ground: Theme.colour.paper
        onClicked: pad.erased()
    }
    Digit { text: "0" }
    Key {
        visible: pad.point === ""
        width: pad.keyWidth
        height: pad.keyHeight
        across: true
        symbol: "x"
        text: qsTr("Clear")
        ground: Theme.colour.paper
        onClicked: pad.cleared()
    }
    Digit {
        visible: pad.point !== ""
        text: pad.point
        says: qsTr("Decimal point")
    }

    component Digit: Key {
        width: pad.keyWidth
        height: pad.keyHeight
        onClicked: pad.typed(text)
    }
}
