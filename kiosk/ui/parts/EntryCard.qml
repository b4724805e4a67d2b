import QtQuick

// One entry of a list: what it is, what was answered in it, and the ways to change it or take it away.
Rectangle {
    id: entry

    required property string key
    required property string title
    required property string detail
    required property bool changeable
    required property bool removable
    readonly property bool below: Theme.big || (entry.changeable && entry.removable && entry.width < Theme.px(900))
    signal change
    signal remove

    implicitHeight: Math.max(Theme.px(140), words.height + Theme.px(44), buttons.height + Theme.px(44))
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.card
    border.width: Theme.plain ? Theme.line : 0
    border.color: Theme.colour.wine

    Column {
        id: words

        anchors { left: parent.left; leftMargin: Theme.px(36); right: parent.right; rightMargin: entry.below ? Theme.px(36) : buttons.width + Theme.px(48) }
        y: entry.below ? Theme.px(22) : (parent.height - height) / 2
        spacing: Theme.px(4)
        bottomPadding: entry.below ? buttons.height + Theme.gap : 0

        Words {
            width: parent.width
            text: entry.title
            font.pixelSize: Theme.px([26, 33, 42, 54][Theme.size])
            font.weight: Font.Bold
        }
        Words {
            width: parent.width
            visible: entry.changeable
            text: entry.detail || qsTr("Nothing answered yet")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        }
    }
    Flow {
        id: buttons

        anchors { right: parent.right; rightMargin: Theme.gap; bottom: parent.bottom; bottomMargin: entry.below ? Theme.px(20) : (parent.height - height) / 2 }
        width: entry.below ? Math.min(wanted, parent.width - 2 * Theme.gap) : wanted
        spacing: Theme.px(16)

        readonly property real wanted: (change.visible ? change.width + spacing : 0) + (remove.visible ? remove.width : 0)

        ActionButton {
            id: change

            visible: entry.changeable
            implicitHeight: Math.max(Theme.px(92), Theme.label * 1.8)
            before: "pencil"
            size: Theme.label
            text: qsTr("Change")
            says: qsTr("Change: %1").arg(entry.title)
            onClicked: entry.change()
        }
        ActionButton {
            id: remove

            visible: entry.removable
            implicitHeight: Math.max(Theme.px(92), Theme.label * 1.8)
            before: "x"
            size: Theme.label
            text: qsTr("Remove")
            says: qsTr("Remove: %1").arg(entry.title)
            onClicked: entry.remove()
        }
    }
}
