import QtQuick

// The claim code, large, with what to do with it.
Rectangle {
    id: card

    required property string code

    implicitHeight: column.height + Theme.px(96)
    height: implicitHeight
    radius: Theme.px(36)
    color: Theme.colour.wine

    Lines {
        visible: Theme.contrast === 0
        onWine: true
        name: "settling-lines-on-wine.svg"
        width: Math.min(parent.width, Theme.px(560))
        aspect: 0.58
        anchors.right: parent.right
        y: Theme.px(20)
    }
    Column {
        id: column

        anchors { left: parent.left; leftMargin: Theme.px(56); right: parent.right; rightMargin: Theme.px(56) }
        y: Theme.px(48)
        spacing: Theme.px(10)

        Words { width: parent.width; text: qsTr("Your code for today"); color: Theme.colour.inverse; font.pixelSize: Theme.lead }
        Words {
            width: parent.width
            objectName: "code"
            text: card.code
            color: Theme.colour.inverse
            font.pixelSize: Math.min(Theme.code, column.width / Math.max(1, card.code.length) * 1.42)
            font.weight: Font.Bold
            lineHeight: 0.9
            Accessible.name: qsTr("Your code is %1").arg(card.code)
        }
        Words {
            anchors.left: parent.left
            width: Math.min(parent.width, Theme.px(900))
            text: qsTr("Say it to the front desk or to your nurse. It helps them find your answers.")
            color: Theme.colour.inverse
        }
    }
}
