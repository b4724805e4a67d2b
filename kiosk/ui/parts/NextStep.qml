import QtQuick

// A numbered step of what happens next.
Item {
    id: step

    required property int number
    required property string title
    required property string text

    width: parent?.width ?? 0
    height: Math.max(ring.height, words.height)

    Rectangle {
        id: ring

        anchors.left: parent.left
        width: Theme.px([64, 64, 76, 96][Theme.size])
        height: width
        radius: width / 2
        color: "transparent"
        border.color: Theme.colour.wine
        border.width: Theme.px(3)

        Words {
            anchors.centerIn: parent
            text: String(step.number)
            spoken: false
            color: Theme.colour.wine
            font.pixelSize: Theme.lead
            font.weight: Font.DemiBold
        }
    }
    Column {
        id: words

        anchors { left: ring.right; leftMargin: Theme.px(28); right: parent.right }

        Words { width: parent.width; text: step.title; font.pixelSize: Theme.lead; font.weight: Font.DemiBold }
        Words { width: parent.width; text: step.text; color: Theme.colour.soft }
    }
}
