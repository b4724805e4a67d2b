import QtQuick

// The clinic's mark and name. Held for three seconds it calls the staff's page.
Row {
    id: brand

    required property string clinic
    property int room: Theme.px(960)
    signal held

    spacing: Theme.px(16)

    Image {
        id: mark

        visible: Theme.ornate
        source: Theme.logo || Theme.drawing("mark.svg")
        sourceSize.height: Theme.px(Theme.logo ? 64 : 52)
        width: Math.min(implicitWidth, Theme.px(260))
        fillMode: Image.PreserveAspectFit
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    Words {
        objectName: "unread"
        text: brand.clinic
        width: Math.min(implicitWidth, brand.room - (mark.visible ? mark.width : 0) - Theme.px(16))
        lineHeight: 0.95
        color: Theme.colour.wine
        font.pixelSize: Theme.px([30, 32, 39, 52][Theme.size])
        font.weight: Font.DemiBold
        anchors.verticalCenter: parent.verticalCenter
    }
    TapHandler {
        longPressThreshold: 3
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onLongPressed: brand.held()
    }
}
