import QtQuick

// A row that opens downward: its name and summary closed, its text below when open.
Rectangle {
    id: disclosure

    property string title: ""
    property string summary: ""
    property bool opened: false
    default property alias content: body.data
    signal toggled

    implicitHeight: head.height + (disclosure.opened ? body.height + Theme.gap : 0)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: disclosure.opened ? Theme.edge : Theme.line

    PressButton {
        id: head

        width: parent.width
        implicitHeight: Math.max(Theme.px(90), words.height + Theme.px(36))
        text: disclosure.title
        tells: (disclosure.opened ? qsTr("open") : qsTr("closed")) + (disclosure.summary ? ". " + disclosure.summary : "")
        onClicked: disclosure.toggled()
        background: Rectangle {
            radius: Theme.radius
            color: head.pressed ? Theme.colour.rose : "transparent"
            border.color: Theme.colour.wine
            border.width: head.pressed ? Theme.edge : 0
        }
        contentItem: Item {
            TextMetrics {
                id: natural

                text: disclosure.title
                font: title.font
            }
            Flow {
                id: words

                readonly property bool sideBySide: !Theme.big && disclosure.summary !== ""

                anchors { left: parent.left; leftMargin: Theme.px(32); right: parent.right; rightMargin: Theme.px(100) }
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    id: title

                    width: words.sideBySide ? Math.max(Theme.px(320), Math.min(natural.advanceWidth + Theme.gap, words.width * 0.5)) : words.width
                    text: disclosure.title
                    spoken: false
                    font.pixelSize: Theme.px([26, 32, 41, 53][Theme.size])
                    font.weight: Font.DemiBold
                }
                Words {
                    visible: disclosure.summary !== ""
                    width: words.sideBySide ? words.width - title.width : words.width
                    text: disclosure.summary
                    spoken: false
                    color: Theme.colour.soft
                    font.pixelSize: Theme.label
                }
            }
            Icon {
                name: disclosure.opened ? "chevron-up" : "chevron-down"
                anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
            }
        }
    }
    Column {
        id: body

        visible: disclosure.opened
        anchors { left: parent.left; leftMargin: Theme.px(32); right: parent.right; rightMargin: Theme.px(32) }
        y: head.height
        spacing: Theme.gap
    }
}
