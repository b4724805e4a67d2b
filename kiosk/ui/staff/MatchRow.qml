import QtQuick
import "../parts"

// A visit whose name fits.
PressButton {
    id: row

    required property string key
    required property string title
    required property string code
    required property string day
    required property string born
    readonly property string birth: row.born ? qsTr("Born %1").arg(row.born) : ""

    implicitHeight: Math.max(Theme.px(132), who.height + Theme.px(36), code.height + Theme.px(36))
    says: row.title
    tells: [row.code, row.birth, row.day].filter(part => part).join(", ")

    contentItem: Item {
        Column {
            id: who

            anchors { left: parent.left; leftMargin: Theme.px(36); right: code.left; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }

            Line { text: row.title; font.pixelSize: Theme.lead; font.weight: Font.Bold }
            Line { visible: row.born !== ""; text: row.birth; color: Theme.colour.soft; font.pixelSize: Theme.label }
        }
        Column {
            id: code

            anchors { right: parent.right; rightMargin: Theme.px(88); verticalCenter: parent.verticalCenter }
            width: Math.min(row.width * 0.4, Theme.px(360))

            Line { text: row.code; horizontalAlignment: Text.AlignRight; font.weight: Font.DemiBold }
            Line { text: row.day; horizontalAlignment: Text.AlignRight; color: Theme.colour.soft; font.pixelSize: Theme.label }
        }
        Icon {
            name: "chevron-right"
            anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        }
    }

    component Line: Words {
        width: parent?.width ?? 0
        spoken: false
        lineHeight: 0.95
    }
}
