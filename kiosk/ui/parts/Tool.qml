import QtQuick

// One tool of the bottom bar: an icon above its words, a box and a tick while it is on.
PressButton {
    id: tool

    property string symbol: ""
    property bool across: false
    property bool divided: false

    chosen: false
    implicitWidth: longest.implicitWidth + Theme.px(4)
    implicitHeight: words.height + Theme.px(12) + (tool.across ? 0 : Theme.icon + Theme.px(24))
    radius: Theme.px(22)
    background: Rectangle {
        radius: tool.radius
        color: tool.pressed ? Theme.colour.rose : tool.checked ? Theme.colour.card : "transparent"
        border.color: Theme.colour.wine
        border.width: tool.checked ? Theme.edge : 0
    }
    contentItem: Item {
        Rectangle {
            visible: tool.divided
            anchors { left: parent.left; leftMargin: -Theme.px(6) }
            y: Theme.px(14)
            width: Theme.px(1)
            height: parent.height - 2 * y
            color: Theme.colour.wine
        }

        Icon {
            id: symbol

            name: tool.symbol
            anchors { left: parent.left; leftMargin: tool.across ? Theme.px(20) : (parent.width - width) / 2 }
            y: tool.across ? (parent.height - height) / 2 : Theme.px(18)
        }
        Words {
            id: words

            anchors { left: tool.across ? symbol.right : parent.left; leftMargin: Theme.px(tool.across ? 16 : 2); right: parent.right; rightMargin: Theme.px(2) }
            y: tool.across ? (parent.height - height) / 2 : symbol.y + symbol.height + Theme.px(6)
            text: tool.across && Theme.folded && tool.width > Theme.px(500) ? tool.says : tool.text
            spoken: false
            color: Theme.colour.wine
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
            lineHeight: 0.92
            horizontalAlignment: tool.across ? Text.AlignLeft : Text.AlignHCenter
        }
        Words {
            id: longest  // how wide the longest word is

            visible: false
            text: tool.text.replace(/\s+/g, "\n")
            font: words.font
        }
        Rectangle {
            visible: tool.checked
            width: Theme.px(36)
            height: width
            radius: width / 2
            color: Theme.colour.wine
            anchors { right: parent.right; top: parent.top; margins: Theme.px(6) }

            Icon { anchors.centerIn: parent; name: "check"; size: Theme.px(24); color: Theme.colour.inverse }
        }
    }
}
