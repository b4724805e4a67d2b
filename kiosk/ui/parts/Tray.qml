import QtQuick

// A tray that rises above the bar: a title, what may be chosen, a way out.
Item {
    id: tray

    required property string title
    property string lead: ""
    default property alias content: column.data
    readonly property bool wide: tray.width > tray.height
    readonly property int out: Theme.lowered ? Math.round(tray.Window.height / 2) : tray.wide ? 0 : Math.ceil(tray.Window.height * 0.22) - tray.edge  // of reach
    readonly property int most: tray.height - tray.out
    readonly property int edge: Theme.px(Theme.lowered ? 24 : 48)

    Accessible.role: Accessible.Dialog
    Accessible.name: tray.title

    Rectangle {
        width: parent.width
        height: Math.min(tray.most, column.height + 2 * tray.edge)
        anchors.bottom: parent.bottom
        color: Theme.colour.paper

        Rectangle { width: parent.width; height: Theme.edge; color: Theme.colour.wine }
        TapHandler {}
        Scroll {
            anchors { left: parent.left; leftMargin: Theme.margin; right: parent.right; rightMargin: Theme.margin }
            y: tray.edge
            height: parent.height - 1.5 * tray.edge

            Column {
                id: column

                width: parent?.width ?? 0
                spacing: Theme.gap

                Title {
                    width: parent.width
                    text: tray.title
                    font.pixelSize: Theme.lowered ? Theme.heading : Theme.question
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
