pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The languages patients may choose here, and the one that shows first.
Rectangle {
    id: card

    required property KioskSettings settings

    width: parent?.width ?? 0
    height: column.height + Theme.px(56)
    radius: Theme.radius
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.plain ? Theme.line : 0

    Column {
        id: column

        x: Theme.px(36)
        y: Theme.px(28)
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        Words { width: parent.width; text: qsTr("Languages"); font.weight: Font.Bold }
        Words {
            width: parent.width
            text: qsTr("Patients choose among these; the first one shows when nobody is there.")
            color: Theme.colour.soft
            font.pixelSize: Theme.label
        }
        Repeater {
            model: card.settings.languages

            Row {
                id: tongue

                required property string key
                required property string title
                required property bool chosen
                required property bool first
                required property bool alone

                width: parent?.width ?? 0
                spacing: Theme.snug

                Chip {
                    enabled: !tongue.alone
                    text: tongue.title
                    chosen: tongue.chosen
                    role: Accessible.CheckBox
                    Accessible.checked: chosen
                    onClicked: card.settings.offer(tongue.key)
                }
                Chip {
                    visible: tongue.chosen && !tongue.first
                    text: qsTr("Show first")
                    says: qsTr("Show first: %1").arg(tongue.title)
                    onClicked: card.settings.putFirst(tongue.key)
                }
                Words {
                    visible: tongue.first
                    text: qsTr("First")
                    color: Theme.colour.soft
                    font.pixelSize: Theme.label
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
