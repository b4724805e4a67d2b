import QtQuick

// The clinic's mark and name. Held for three seconds it calls the staff's page.
Row {
    id: brand

    required property string clinic
    property int room: Theme.px(960)
    signal held

    spacing: Theme.px(16)

    Image {
        visible: Theme.ornate
        source: Theme.drawing("mark.svg")
        sourceSize: Qt.size(Theme.px(52), Theme.px(52))
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    Words {
        objectName: "unread"
        text: brand.clinic
        width: Math.min(implicitWidth, brand.room - Theme.px(68))
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
