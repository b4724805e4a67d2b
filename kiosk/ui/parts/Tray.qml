import QtQuick

// A tray that rises above the bar: a title, what may be chosen, a way out.
Item {
    id: tray

    required property string title
    property string lead: ""
    default property alias content: column.data

    Accessible.role: Accessible.Dialog
    Accessible.name: tray.title

    Rectangle {
        width: parent.width
        height: Math.min(tray.height, column.height + Theme.px(96))
        anchors.bottom: parent.bottom
        color: Theme.colour.paper

        Rectangle { width: parent.width; height: Theme.edge; color: Theme.colour.wine }
        TapHandler {}
        Scroll {
            x: Theme.margin
            y: Theme.px(48)
            width: parent.width - 2 * x
            height: parent.height - Theme.px(72)

            Column {
                id: column

                width: parent?.width ?? 0
                spacing: Theme.gap

                Title {
                    width: parent.width
                    text: tray.title
                    font.pixelSize: Theme.question
                }
                Words {
                    visible: tray.lead !== ""
                    width: parent.width
                    text: tray.lead
                    color: Theme.colour.soft
                    font.pixelSize: Theme.lead
                }
            }
        }
    }
}
