import QtQuick

// A choice in a pill: a category, a word, a link to another page.
PressButton {
    id: chip

    property string after: ""

    radius: height / 2
    implicitHeight: Math.max(Theme.px(88), Theme.label * 1.9, row.height + Theme.gap)
    implicitWidth: row.width + Theme.px(72)

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.snug

            Icon { visible: chip.chosen; name: "check"; anchors.verticalCenter: parent.verticalCenter; size: Theme.px(36) }
            Words {
                text: chip.text
                spoken: false
                width: Math.min(implicitWidth, Theme.px(760))
                color: chip.chosen ? Theme.colour.ink : Theme.colour.wine
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon { visible: chip.after; name: chip.after; anchors.verticalCenter: parent.verticalCenter; size: Theme.px(36) }
        }
    }
}
