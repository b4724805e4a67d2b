import QtQuick
import Kiosk
import "parts"

// Loads the page the desk names and drops the one before it; a new page fades in.
Item {
    id: pages

    required property Desk desk
    readonly property string folder: pages.desk.patient ? "patient/" : "staff/"
    readonly property url source: pages.folder + pages.desk.page + "Page.qml"

    onSourceChanged: loader.show()
    Component.onCompleted: loader.show()

    Loader {
        id: loader

        anchors.fill: parent
        onLoaded: fade.restart()

        function show() {
            loader.setSource(pages.source, { desk: pages.desk });
        }
    }
    NumberAnimation {
        id: fade

        target: loader
        property: "opacity"
        from: Theme.fade ? 0 : 1
        to: 1
        duration: Theme.fade
        easing.type: Easing.InOutQuad
    }
}
