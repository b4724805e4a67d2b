import QtQuick
import Kiosk
import "../parts"

// What was worked out from the answers: each score, its total, and what that means.
Rectangle {
    id: card

    required property Rows rows

    visible: lines.count > 0
    implicitHeight: column.height + Theme.px(48)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.card

    Column {
        id: column

        x: Theme.px(32)
        y: Theme.px(24)
        width: parent.width - 2 * x

        SectionTitle { text: qsTr("Scores"); font.pixelSize: Theme.lead; bottomPadding: Theme.px(16) }
        Repeater {
            id: lines

            model: card.rows

            ScoreLine { width: parent?.width ?? 0 }
        }
    }
}
