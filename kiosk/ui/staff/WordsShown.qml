pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// Five words, large, this once.
Item {
    id: shown

    required property Rows rows

    Column {
        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            model: shown.rows

            Rectangle {
                id: row

                required property int number
                required property string title

                width: parent?.width ?? 0
                height: Math.min(Theme.px(148), (shown.height - note.height - 6 * Theme.px(16)) / 5)
                radius: Theme.radius
                color: Theme.colour.card
                border.color: Theme.colour.wine
                border.width: Theme.line
                Accessible.role: Accessible.StaticText
                Accessible.name: row.number + ", " + row.title

                Words {
                    anchors { left: parent.left; leftMargin: Theme.px(40); verticalCenter: parent.verticalCenter }
                    text: String(row.number)
                    spoken: false
                    color: Theme.colour.soft
                    font.pixelSize: Theme.heading
                }
                Words {
                    anchors { left: parent.left; leftMargin: Theme.px(124); verticalCenter: parent.verticalCenter }
                    text: row.title
                    spoken: false
                    font.pixelSize: Theme.px(72)
                    font.weight: Font.Bold
                }
            }
        }
    }
    Note {
        id: note

        anchors.bottom: parent.bottom
        icon: "pencil"
        text: qsTr("Keep the paper with you, not at this screen. No photo: a phone copies it to other places.")
    }
}
