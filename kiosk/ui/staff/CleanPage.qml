import QtQuick
import Kiosk
import "../parts"

// A minute in which the glass can be wiped: nothing here can be touched, and it ends by itself.
Rectangle {
    id: page

    required property Desk desk
    readonly property bool wide: page.width > page.height

    color: Theme.colour.wine

    Lines {
        visible: Theme.contrast === 0
        onWine: true
        name: "settling-lines-curtain.svg"
        aspect: 1240 / 1080
        y: Theme.px(80)
    }
    CountDown {
        anchors { left: parent.left; leftMargin: Theme.margin }
        y: Theme.px(page.wide ? 100 : 232)
        remaining: page.desk.secondsLeft
        total: page.desk.cleaningSeconds
    }
    Column {
        x: Theme.margin
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(page.wide ? 100 : 220)
        spacing: Theme.px(28)

        Title {
            objectName: "heading"
            width: parent.width
            text: qsTr("Clean the screen now.")
            color: Theme.colour.inverse
            font.pixelSize: Theme.px(page.wide ? 96 : 112)
            focus: true
            activeFocusOnTab: true
        }
        Words {
            width: parent.width
            text: qsTr("Touches do nothing until the time is over. The staff’s pages are locked.")
            color: Theme.colour.inverse
            font.pixelSize: Theme.lead
        }
        Words {
            width: parent.width
            text: qsTr("Spray the cloth, not the glass. Let the glass dry.")
            color: Theme.colour.inverse
            font.pixelSize: Theme.lead
        }
    }
}
