import QtQuick

// A QR code, black on white in every theme, at least 40 mm wide, its address beneath.
Rectangle {
    id: card

    required property string picture
    required property int modules
    required property string address
    readonly property int module: Math.max(3, Math.ceil(Math.max(Theme.px(Theme.lowered ? 164 : card.width > Theme.px(1100) ? 270 : Theme.big ? 400 : 470), 40 * Theme.pxPerMm) / Math.max(1, card.modules - 8)))

    implicitHeight: code.height + address.height + Theme.px(48)
    height: implicitHeight
    radius: Theme.radius
    color: "#FFFFFF"
    border.color: Theme.colour.wine
    border.width: Theme.line

    Image {
        id: code

        width: card.modules * card.module
        height: width
        y: Theme.px(8)
        anchors { left: parent.left; leftMargin: Math.round((parent.width - width) / 2) }
        source: card.picture
        smooth: false
        mipmap: false
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Code that opens the booking page")
    }
    Words {
        id: address

        y: code.y + code.height
        anchors { left: parent.left; leftMargin: Theme.gap; right: parent.right; rightMargin: Theme.gap }
        text: card.address
        color: Theme.contrast === 2 ? "#000000" : Theme.contrast === 3 ? "#7A4A61" : Theme.colour.wine
        font.pixelSize: Theme.lowered ? Theme.label : Theme.lead
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WrapAnywhere
    }
}
