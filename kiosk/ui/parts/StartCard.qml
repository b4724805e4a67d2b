import QtQuick

// The one wine block of the home page: the way into the questionnaire.
PressButton {
    id: card

    property string about: ""
    property string pill: ""
    property bool snug: false
    readonly property bool across: card.width > Theme.px(1100)

    primary: true
    radius: Theme.px(36)
    says: card.text
    tells: card.about
    implicitHeight: Math.max(Theme.px(Theme.big || card.across || Theme.lowered || card.snug ? 264 : 400), words.height + Theme.px(card.snug ? 64 : 96))

    contentItem: Item {
        clip: true

        Lines {
            visible: Theme.contrast === 0 && !Theme.big
            onWine: true
            name: "settling-lines-on-wine.svg"
            width: Math.min(parent.width, Theme.px(card.snug ? 480 : 620))
            aspect: 0.58
            anchors.right: parent.right
            y: Theme.px(20)
        }
        Icon {
            id: glyph

            visible: Theme.big
            name: "clipboard-list"
            size: Theme.px(84)
            anchors { left: parent.left; leftMargin: Theme.px(40) }
            color: card.mark
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words

            anchors { left: parent.left; leftMargin: Theme.px(Theme.big ? 164 : 52) }
            width: Math.min(parent.width - anchors.leftMargin - (card.across ? Theme.px(300) : Theme.px(Theme.big ? 100 : 60)), Theme.px(Theme.big ? 900 : 660))
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(16)

            Words {
                anchors.left: parent.left
                width: card.across ? parent.width : parent.parent.width - words.anchors.leftMargin - Theme.px(Theme.big ? 100 : 40)
                text: card.text
                spoken: false
                color: card.mark
                font.pixelSize: Theme.px([44, 56, 56, 60][Theme.size])
                font.weight: Font.DemiBold
                lineHeight: 0.95
            }
            Words {
                width: parent.width
                text: card.about
                spoken: false
                color: card.mark
                font.pixelSize: Theme.lead
            }
            Pill { anchors.left: parent.left; visible: !card.across && !Theme.big && !Theme.lowered && card.pill !== ""; text: card.pill }
        }
        Pill {
            visible: card.across && !Theme.big && card.pill !== ""
            text: card.pill
            anchors { right: parent.right; rightMargin: Theme.px(52); verticalCenter: parent.verticalCenter }
        }
        Icon {
            visible: Theme.big
            name: "chevron-right"
            color: card.mark
            anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
        }
    }

    component Pill: Rectangle {
        id: pill

        property string text: ""

        width: pillRow.width + Theme.px(72)
        height: Theme.px(88)
        radius: height / 2
        color: Theme.colour.inverse

        Row {
            id: pillRow

            anchors.centerIn: parent
            spacing: Theme.px(20)

            Words {
                text: pill.text
                spoken: false
                color: Theme.colour.wine
                font.pixelSize: Theme.lead
                font.weight: Font.Bold
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon { name: "arrow-right"; anchors.verticalCenter: parent.verticalCenter }
        }
    }
}
