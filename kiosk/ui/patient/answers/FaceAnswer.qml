pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// Areas of the face: touch the drawing or the list, both do the same.
Scroll {
    id: answer

    required property Asking asking
    required property string language
    readonly property bool stacked: Theme.big
    readonly property bool wide: answer.width > Theme.px(1100)

    spacing: Theme.px(16)

    Problem { text: answer.asking.problem; about: answer.asking.label }
    Grid {
        id: grid

        width: parent.width
        columns: answer.stacked ? 1 : 2
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.gap

        Column {
            width: answer.stacked ? grid.width : grid.width - list.width - grid.columnSpacing
            spacing: Theme.px(8)

            FaceMap {
                anchors.left: parent.left
                width: answer.stacked ? Math.min(grid.width, Theme.px(560)) : parent.width
                height: Math.min(answer.stacked ? width * 1.72 : list.height - Theme.px(64), width * answer.asking.box.height / Math.max(1, answer.asking.box.width))
                areas: answer.asking.areas
                below: answer.asking.below
                above: answer.asking.above
                box: answer.asking.box
                onChosen: key => answer.asking.choose(key)
            }
            Note {
                bare: true
                strong: true
                icon: "circle-check"
                opacity: answer.asking.chosen > 0 ? 1 : 0
                visible: !Theme.lowered
                mark: Theme.colour.wine
                text: qsTr("Areas chosen: %1").arg(answer.asking.chosen)
            }
        }
        Grid {
            id: list

            readonly property int column: answer.stacked ? (grid.width - (columns - 1) * columnSpacing) / columns : Theme.px(392)

            columns: answer.wide ? 2 : 1
            columnSpacing: Theme.snug
            rowSpacing: Theme.px(11)

            Repeater {
                model: answer.asking.areas

                AreaButton {
                    width: list.column
                    onClicked: answer.asking.choose(key)
                }
            }
        }
    }
    AnswerFoot { asking: answer.asking }
}
