import QtQuick

// A treatment in the list: emblem, name, two sentences, two quick facts.
PressButton {
    id: card

    required property string key
    required property string title
    required property string label
    required property string picture
    required property string glyphOne
    required property string factOne
    required property string glyphTwo
    required property string factTwo

    radius: Theme.px(36)
    says: card.title
    tells: [card.label, card.factOne, card.factTwo].filter(Boolean).join(" · ")
    implicitHeight: Math.max(Theme.px(Theme.big ? 200 : 290), words.height + Theme.px(60))

    contentItem: Item {
        Drawing {
            visible: !Theme.big
            source: card.picture
            size: Theme.px(208)
            anchors { left: parent.left; leftMargin: Theme.px(40) }
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words

            anchors { left: parent.left; leftMargin: Theme.px(Theme.big ? 48 : 296); right: parent.right; rightMargin: Theme.px(96) }
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(10)

            Words {
                width: parent.width
                text: card.title
                spoken: false
                font.pixelSize: Theme.px([34, 45, 52, 58][Theme.size])
                font.weight: Font.DemiBold
                lineHeight: 0.95
            }
            Words {
                width: parent.width
                text: card.label
                spoken: false
                color: Theme.colour.soft
            }
            Flow {
                anchors.left: parent.left
                width: parent.width + Theme.px(70)
                topPadding: Theme.px(14)
                spacing: Theme.px(28)

                QuickFact { room: words.width; glyph: card.glyphOne; text: card.factOne }
                QuickFact { room: words.width; glyph: card.glyphTwo; text: card.factTwo }
            }
        }
        Icon {
            name: "chevron-right"
            anchors { right: parent.right; rightMargin: Theme.px(32); top: parent.top; topMargin: Theme.px(44) }
        }
    }

    component QuickFact: Row {
        id: fact

        property string glyph: ""
        property real room: 0
        property string text: ""

        visible: fact.text !== ""
        spacing: Theme.snug

        Icon { glyph: fact.glyph; size: Theme.px([34, 40, 48, 56][Theme.size]); anchors.verticalCenter: parent.verticalCenter }
        Words {
            width: Math.min(implicitWidth, fact.room - Theme.px(56) - fact.spacing)
            text: fact.text
            spoken: false
            font.pixelSize: Theme.px([24, 31, 40, 52][Theme.size])
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
