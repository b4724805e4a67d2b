import QtQuick

// The search field; touched, it calls the keyboard.
Item {
    id: row

    required property bool typing
    required property string search
    property string hint: qsTr("Search, for example “needle”")
    signal opened
    signal done
    signal emptied

    implicitHeight: Math.max(Theme.px(108), Theme.lead * 1.9, field.needed)
    height: implicitHeight

    PressButton {
        id: button

        objectName: "field"
        anchors.left: parent.left
        width: parent.width - (finish.visible ? finish.width + Theme.gap : 0)
        height: parent.height
        says: qsTr("Search")
        tells: row.search || row.hint
        onClicked: row.opened()
        background: Item {}
        contentItem: Field {
            id: field

            objectName: ""
            reachable: false
            label: qsTr("Search")
            pill: true
            icon: "search"
            active: row.typing || button.visualFocus
            text: row.search
            hint: row.hint
            Accessible.ignored: true
        }
    }
    ActionButton {
        id: finish

        visible: row.typing || row.search !== ""
        anchors.right: parent.right
        height: parent.height
        size: Theme.label
        text: row.typing ? qsTr("Done") : qsTr("Clear")
        before: row.typing ? "check" : "x"
        onClicked: row.typing ? row.done() : row.emptied()
    }
}
