pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// One of several answers, or any number of them; the answers that are none of them below.
Scroll {
    id: choice

    required property Asking asking
    required property string language
    readonly property bool many: choice.asking.kind === "several"
    readonly property bool columns: (choice.many || Theme.lowered || choice.width > Theme.px(1100)) && !Theme.big

    spacing: Theme.px(16)

    Problem { text: choice.asking.problem; about: choice.asking.label }
    Grid {
        id: grid

        width: parent.width
        columns: choice.columns ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: choice.many ? Theme.px(16) : Theme.gap

        Repeater {
            model: choice.asking.options

            AnswerButton {
                id: option

                required property bool exclusive

                visible: !option.exclusive
                width: choice.columns ? (grid.width - grid.columnSpacing) / 2 : grid.width
                many: choice.many
                opposite: !choice.many
                tag: qsTr("Your answer")
                onClicked: choice.asking.choose(option.key)
            }
        }
    }
    Rectangle {
        visible: choice.many
        width: parent.width
        height: Theme.px(1)
        color: Theme.colour.wine
    }
    Repeater {
        model: choice.asking.options

        AnswerButton {
            id: none

            required property bool exclusive

            visible: none.exclusive
            width: parent?.width ?? 0
            small: true
            many: choice.many
            onClicked: choice.asking.choose(none.key)
        }
    }
    Others {
        width: parent.width
        asking: choice.asking
        columns: choice.columns ? 2 : 1
    }
    Suggestion { width: parent.width; asking: choice.asking }
    WhyWeAsk { width: parent.width; asking: choice.asking }
    Note {
        visible: choice.many && choice.asking.chosen > 0
        bare: true
        strong: true
        icon: "circle-check"
        mark: Theme.colour.wine
        text: qsTr("%1 chosen: %2").arg(choice.asking.chosen).arg(choice.asking.summary)
    }
}
