import QtQuick
import Kiosk
import "../parts"

// The areas the patient chose: on the drawing and in words.
Rectangle {
    id: card

    required property Chart chart

    implicitHeight: words.y + words.implicitHeight + Theme.px(28)
    radius: Theme.radius
    color: Theme.colour.card

    SectionTitle {
        id: heading

        x: Theme.px(28)
        y: Theme.px(24)
        width: parent.width - 2 * x
        text: qsTr("Areas chosen")
        font.pixelSize: Theme.lead
    }
    FacePicture {
        id: picture

        x: Theme.px(16)
        y: heading.y + heading.height + Theme.px(16)
        width: parent.width - 2 * x
        height: Theme.px(500)
        chart: card.chart
    }
    Words {
        id: words

        x: Theme.px(28)
        y: picture.y + picture.height + Theme.px(16)
        width: parent.width - 2 * x
        text: card.chart.areaWords
        color: Theme.colour.wine
        font.weight: Font.DemiBold
    }
}
