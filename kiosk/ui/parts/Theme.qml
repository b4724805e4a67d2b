pragma Singleton

import QtQuick

// Every size, colour and time on the screen. Sizes are written as pixels of the reference panel
// (21.5 inches, 1080 x 1920, 4.03 pixels a millimetre) and turned into this panel's by `px`.
QtObject {
    id: theme

    property int size: 1
    property int contrast: 0
    property bool lowered: false
    property bool still: false
    property bool mirrored: false
    property real pxPerMm: 4.03
    property string titleFont: ""
    property string logo: ""
    property bool shippedPage: true
    property bool shippedWine: true
    readonly property bool pageLined: theme.contrast !== 0 || theme.shippedPage
    readonly property bool wineLined: theme.contrast !== 0 || theme.shippedWine
    readonly property url drawings: Qt.resolvedUrl("../../../resources/drawings/")

    readonly property real unit: theme.pxPerMm / 4.03
    readonly property bool big: theme.size >= 2
    readonly property bool folded: theme.lowered && theme.big  // the bar is one row, so that the lower half has room
    readonly property bool plain: theme.contrast === 1 || theme.contrast === 2
    readonly property bool ornate: !theme.plain

    property Colours warm: Colours {}
    readonly property Colours light: PlainColours { ground: "#FFFFFF"; mark: "#000000" }
    readonly property Colours dark: PlainColours { ground: "#000000"; mark: "#FFFFFF" }
    readonly property Colours low: LowColours {}
    readonly property Colours colour: [theme.warm, theme.light, theme.dark, theme.low][theme.contrast]

    // LOOK.md section 2: pixels at Small, Default, Large, Largest.
    readonly property int label: theme.px([22, 29, 39, 52][theme.size])
    readonly property int body: theme.px([24, 32, 41, 53][theme.size])
    readonly property int lead: theme.px([28, 36, 45, 55][theme.size])
    readonly property int heading: theme.px([32, 42, 50, 58][theme.size])
    readonly property int question: theme.px([48, 64, 72, 76][theme.size])
    readonly property int title: theme.px([64, 84, 96, 96][theme.size])
    readonly property int idle: theme.px(112)
    readonly property int code: theme.px(156)
    readonly property int icon: theme.px([36, 44, 54, 66][theme.size])

    readonly property int line: theme.px(theme.plain ? 3 : 2)
    readonly property int edge: theme.px(theme.plain ? 8 : 5)
    readonly property int margin: theme.px(64)
    readonly property int gap: theme.px(24)
    readonly property int snug: theme.px(12)
    readonly property int radius: theme.px(28)
    readonly property int target: theme.px(82)

    readonly property string sans: "Atkinson Hyperlegible Next"
    readonly property string serif: !theme.ornate || theme.big ? theme.sans : theme.contrast === 0 && theme.titleFont || "Fraunces"
    readonly property int titleWeight: theme.ornate && !theme.big ? Font.Normal : Font.Bold

    readonly property int fade: theme.still || theme.plain ? 0 : 220  // milliseconds; the one movement there is

    // Something was pressed, also by a screen reader, whose presses are no touch of the glass.
    signal used

    function px(reference: real): int {
        return Math.round(reference * theme.unit);
    }

    function drawing(name: string): url {
        return theme.drawings + name;
    }
}
