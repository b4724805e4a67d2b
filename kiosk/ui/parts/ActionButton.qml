import QtQuick

// A button of words, with an icon before or after them.
PressButton {
    id: action

    property string before: ""
    property string after: ""
    property int size: Theme.lead
    property int align: Qt.AlignHCenter

    implicitWidth: row.implicitWidth + 2 * Theme.px(36)
    implicitHeight: Math.max(Theme.px(Theme.lowered ? 96 : 116), label.implicitHeight + Theme.px(Theme.lowered ? 24 : 36))

    contentItem: Item {
        Row {
            id: row

            readonly property int icons: (action.before ? 1 : 0) + (action.after ? 1 : 0)

            anchors.verticalCenter: parent.verticalCenter
            anchors { left: parent.left; leftMargin: action.align === Qt.AlignHCenter ? (parent.width - width) / 2 : Theme.gap }
            spacing: Theme.px(18)

            Icon { visible: action.before; name: action.before; color: action.mark; anchors.verticalCenter: parent.verticalCenter }
            Words {
                id: label

                text: action.text
                spoken: false
                color: action.mark
                font.pixelSize: action.size
                font.weight: Font.DemiBold
                lineHeight: 0.95
                width: Math.min(implicitWidth, action.width - Theme.px(40) - row.icons * (Theme.icon + row.spacing))
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon { visible: action.after; name: action.after; color: action.mark; anchors.verticalCenter: parent.verticalCenter }
        }
    }
}
