import QtQuick
import "../parts"

// How a level of alert looks: its icon, its word, its two colours. Never the colour alone.
QtObject {
    id: look

    required property string level
    readonly property int rank: ["STOP-ASK", "CAUTION", "INFO"].indexOf(look.level)
    readonly property string word: [qsTr("STOP-ASK"), qsTr("CAUTION"), qsTr("INFO")][look.rank] ?? look.level
    readonly property string icon: ["octagon-alert", "triangle-alert", "info"][look.rank] ?? ""
    readonly property color mark: [Theme.colour.stop, Theme.colour.caution, Theme.colour.info][look.rank] ?? Theme.colour.soft
    readonly property color ground: [Theme.colour.stopGround, Theme.colour.cautionGround, Theme.colour.infoGround][look.rank] ?? Theme.colour.oat
}
