import QtQuick

// A part of a date with its name above it; touched, it is the one being typed.
PressButton {
    id: part

    objectName: "field"

    required property string key
    required property string title
    required property string typed
    required property bool active
    required property bool done
    required property bool wide
    property real unit: Theme.px(100)
    property real box: Theme.px(132)
    readonly property real ringAbove: label.height + Theme.px(10)

    width: Math.max(part.unit * (part.wide ? 4.24 : 2.4), natural.advanceWidth + 1)
    implicitHeight: label.height + part.box + Theme.px(10)
    says: part.title
    tells: part.typed
    role: Accessible.EditableText
    background: Item {}
    contentItem: Item {
        TextMetrics {
            id: natural  // of the smallest letters that may be

            text: part.title
            font { family: Theme.sans; pixelSize: Theme.px(29); weight: Font.DemiBold }
        }
        Words {
            id: label

            width: part.width
            text: part.title
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: natural.font.pixelSize
            spoken: false
            color: Theme.colour.wine
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
        }
        Rectangle {
            y: label.height + Theme.px(10)
            width: parent.width
            height: part.box
            radius: Theme.radius
            color: Theme.colour.card
            border.color: Theme.colour.wine
            border.width: part.active ? Theme.px(6) : Theme.line

            Words {
                anchors.centerIn: parent
                text: part.typed + (part.active ? "\u2502" : "")
                spoken: false
                font.pixelSize: Theme.px(60)
                font.weight: Font.DemiBold
            }
            Icon {
                visible: part.done
                name: "check"
                size: Theme.px(36)
                anchors { right: parent.right; top: parent.top; margins: Theme.px(14) }
            }
        }
    }
}
