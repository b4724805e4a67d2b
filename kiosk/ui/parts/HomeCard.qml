import QtQuick

// One way on from the home page; the whole card is the target.
PressButton {
    id: card

    property string about: ""
    property string picture: ""
    property string symbol: ""
    property bool across: false
    property bool small: false
    readonly property bool plainRow: Theme.big || card.across

    radius: Theme.px(36)
    says: card.text
    tells: card.about
    implicitHeight: card.plainRow ? words.height + Theme.px(72) : picture.y + picture.height + Theme.px(12) + words.height + Theme.px(36)

    contentItem: Item {
        Drawing {
            id: picture

            visible: !Theme.big
            source: card.picture
            size: Theme.px(card.across ? 152 : card.small ? 104 : 168)
            anchors { left: parent.left; leftMargin: Theme.px(card.small ? 34 : 40) }
            y: card.across ? (parent.height - height) / 2 : Theme.px(card.small ? 22 : 40)
        }
        Icon {
            id: glyph

            visible: Theme.big
            name: card.symbol
            size: Theme.px(84)
            anchors { left: parent.left; leftMargin: Theme.px(40) }
            color: card.mark
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words

            anchors { left: parent.left; leftMargin: card.plainRow ? Theme.px(Theme.big ? 164 : 236) : Theme.px(card.small ? 30 : 38); right: parent.right; rightMargin: Theme.px(card.plainRow ? 100 : card.width < Theme.px(400) ? 8 : 24) }
            y: card.plainRow ? (parent.height - height) / 2 : parent.height - height - Theme.px(36)
            spacing: Theme.px(10)

            Words {
                width: parent.width
                text: card.text
                spoken: false
                font.pixelSize: card.small ? Theme.lead : Theme.heading
                font.weight: Font.DemiBold
                lineHeight: 0.95
            }
            Words {
                visible: !Theme.big
                width: parent.width
                text: card.about
                spoken: false
                color: Theme.colour.soft
            }
        }
        Icon {
            visible: card.plainRow
            name: "chevron-right"
            anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
        }
    }
}
