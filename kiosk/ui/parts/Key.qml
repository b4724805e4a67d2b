import QtQuick

// One key: a letter, or an icon with its word; a word that is wider than the key takes two lines and the icon's place.
PressButton {
    id: key

    property string symbol: ""
    property bool small: key.symbol !== ""
    property bool across: false
    readonly property bool iconed: key.symbol !== "" && (key.across ? key.width > Theme.px(190) : words.implicitWidth <= words.most)

    radius: Theme.px(22)
    focusPolicy: Qt.TabFocus

    contentItem: Item {
        Grid {
            anchors.centerIn: parent
            columns: key.across && key.iconed ? 2 : 1
            spacing: Theme.px(key.across ? 14 : 2)
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon { visible: key.iconed; name: key.symbol; size: Math.min(Theme.icon, key.height * 0.4) }
            Words {
                id: words

                readonly property real most: key.width - Theme.px(4) - (key.across && key.iconed ? Theme.icon + Theme.px(14) : 0)

                width: Math.min(words.implicitWidth, words.most)
                text: key.text
                spoken: false
                color: key.small ? Theme.colour.wine : Theme.colour.ink
                font.pixelSize: key.small ? Math.min(Theme.label, key.width / 3.7, key.height * 0.36) : Math.min(Theme.px([40, 44, 50, 56][Theme.size]), key.height * 0.64)
                font.weight: key.small ? Font.DemiBold : Font.Medium
                lineHeight: 0.92
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
