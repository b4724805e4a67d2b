import QtQuick

// A choice in a pill: a category, a word, a link to another page.
PressButton {
    id: chip

    property string after: ""
    property real most: Theme.px(932)  // how wide it may be

    radius: height / 2
    implicitHeight: Math.max(Theme.px(88), Theme.label * 1.9, row.height + Theme.gap)
    implicitWidth: row.width + Theme.px(72)

    contentItem: Item {
        Row {
            id: row

            readonly property int icons: (chip.chosen ? 1 : 0) + (chip.after ? 1 : 0)

            anchors.centerIn: parent
            spacing: Theme.snug

            Icon { visible: chip.chosen; name: "check"; anchors.verticalCenter: parent.verticalCenter; size: Theme.px(36) }
            Words {
                text: chip.text
                spoken: false
                width: Math.min(implicitWidth, chip.most - Theme.px(72) - row.icons * (Theme.px(36) + row.spacing))
                color: chip.chosen ? Theme.colour.ink : Theme.colour.wine
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon { visible: chip.after; name: chip.after; anchors.verticalCenter: parent.verticalCenter; size: Theme.px(36) }
        }
    }
}
