import QtQuick
import Kiosk
import "../parts"

// One setting: its name and value, what it does, and how it is changed.
Rectangle {
    id: card

    required property string key
    required property string kind
    required property string title
    required property string label
    required property string about
    required property bool less
    required property bool more
    required property bool chosen
    required property KioskSettings settings

    width: parent?.width ?? 0
    height: Math.max(words.height, ways.height) + Theme.px(48)
    radius: Theme.radius
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: Theme.plain ? Theme.line : 0

    Column {
        id: words

        anchors { left: parent.left; leftMargin: Theme.px(36); right: ways.left; rightMargin: Theme.gap; verticalCenter: parent.verticalCenter }
        spacing: Theme.px(4)

        Words { width: parent.width; text: card.title + ": " + card.label; font.pixelSize: Theme.body; font.weight: Font.Bold }
        Words { width: parent.width; text: card.about; color: Theme.colour.soft; font.pixelSize: Theme.label }
    }
    Row {
        id: ways

        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        spacing: Theme.snug

        StepButton {
            visible: card.kind === "steps"
            shown: card.less
            symbol: "minus"
            says: qsTr("%1: less").arg(card.title)
            tells: card.label
            onClicked: card.settings.turn(card.key, -1)
        }
        StepButton {
            visible: card.kind === "steps"
            shown: card.more
            symbol: "plus"
            says: qsTr("%1: more").arg(card.title)
            tells: card.label
            onClicked: card.settings.turn(card.key, 1)
        }
        Chip {
            visible: card.kind === "switch"
            text: card.label
            says: card.title
            chosen: card.chosen
            role: Accessible.CheckBox
            Accessible.checked: chosen
            onClicked: card.settings.switch(card.key)
        }
        ActionButton {
            visible: card.kind === "opens"
            implicitHeight: Theme.px(100)
            size: Theme.label
            text: qsTr("Change")
            says: qsTr("Change: %1").arg(card.title)
            onClicked: card.settings.open("name")
        }
    }
}
