import QtQuick
import Kiosk
import "../parts"

// Every answer, in the order of the questionnaire.
Rectangle {
    id: card

    required property Rows rows

    implicitHeight: column.height + Theme.px(48)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.colour.card

    Column {
        id: column

        x: Theme.px(32)
        y: Theme.px(24)
        width: parent.width - 2 * x

        Item {
            width: parent.width
            height: heading.height + Theme.px(16)

            SectionTitle { id: heading; text: qsTr("Answers"); font.pixelSize: Theme.lead }
            Words {
                anchors { right: parent.right; baseline: heading.baseline }
                text: qsTr("%1 in all").arg(lines.count)
                color: Theme.colour.soft
                font.pixelSize: Theme.label
            }
        }
        Repeater {
            id: lines

            model: card.rows

            AnswerLine { width: parent?.width ?? 0 }
        }
    }
}
