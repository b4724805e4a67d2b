import QtQuick
import Kiosk
import "parts"

// What may lie over a page: the curtain, one question, help, a choice of settings.
FocusScope {
    id: cover

    required property Desk desk

    visible: cover.desk.cover !== ""

    Rectangle {
        anchors.fill: parent
        visible: cover.desk.cover !== "curtain"
        color: Theme.plain ? Theme.colour.paper : "#B326121B"
        Accessible.ignored: true

        TapHandler { onTapped: cover.desk.uncover() }
    }
    Loader {
        id: loader

        readonly property string name: ({ curtain: "Curtain", startOver: "StartOver", help: "Help", language: "Language", size: "Size", contrast: "Contrast", tools: "Tools", voice: "Voice", switches: "Switches" })[cover.desk.cover] ?? ""

        anchors.fill: parent
        onNameChanged: loader.setSource(loader.name ? "patient/covers/" + loader.name + "Cover.qml" : "", { desk: cover.desk })
    }
}
