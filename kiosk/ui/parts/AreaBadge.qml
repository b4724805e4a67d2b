import QtQuick

// The number of an area on the drawing: a ring, or a pill with a tick when it is chosen.
Rectangle {
    id: badge

    required property int number
    required property bool chosen
    required property real centreX
    required property real centreY

    width: badge.chosen ? row.width + Theme.px(28) : height
    height: Theme.px(52)
    radius: height / 2
    color: badge.chosen ? Theme.colour.wine : Theme.colour.card
    border.color: badge.chosen ? Theme.colour.inverse : Theme.colour.wine
    border.width: Theme.px(badge.chosen ? 3 : 2.4)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.px(4)

        Icon { visible: badge.chosen; name: "check"; color: Theme.colour.inverse; size: Theme.px(34); anchors.verticalCenter: parent.verticalCenter }
        Words {
            text: String(badge.number)
            spoken: false
            color: badge.chosen ? Theme.colour.inverse : Theme.colour.wine
            font.pixelSize: Theme.px(29)
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
