import QtQuick
import Kiosk
import "../parts"

// A bank card in its true size, to be held against: grown or shrunk until a real one fits, it tells how large the glass is.
Item {
    id: match

    required property KioskSettings settings
    readonly property real half: (match.width - Theme.snug) / 2

    Rectangle {
        id: card

        anchors.left: parent.left
        width: match.settings.cardWidth
        height: match.settings.cardHeight
        radius: height * 0.059
        color: Theme.colour.card
        border.color: Theme.colour.wine
        border.width: Theme.edge
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Outline of a bank card")

        Column {
            x: Theme.px(28)
            width: parent.width - 2 * x
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.snug

            Icon { name: "credit-card"; size: Theme.px(56); anchors.left: parent.left }
            Words { width: parent.width; text: qsTr("Lay a bank card here"); color: Theme.colour.soft; font.pixelSize: Theme.label }
        }
    }
    Column {
        y: Math.max(card.height + Theme.px(40), Math.min(Theme.px(420), match.height - height))
        width: parent.width
        spacing: Theme.px(20)

        Words { width: parent.width; text: match.settings.glass; font.pixelSize: Theme.heading; font.weight: Font.Bold; Accessible.role: Accessible.AlertMessage }
        Words { width: parent.width; text: match.settings.target; color: Theme.colour.soft }
        Row {
            width: parent.width
            spacing: Theme.snug

            Size { width: match.half; before: "minus"; text: qsTr("Smaller"); onClicked: match.settings.grow(false, false) }
            Size { width: match.half; before: "plus"; text: qsTr("Larger"); onClicked: match.settings.grow(true, false) }
        }
        Row {
            width: parent.width
            spacing: Theme.snug

            Size { width: match.half; text: qsTr("A little smaller"); onClicked: match.settings.grow(false, true) }
            Size { width: match.half; text: qsTr("A little larger"); onClicked: match.settings.grow(true, true) }
        }
    }

    component Size: ActionButton {
        size: Theme.label
    }
}
