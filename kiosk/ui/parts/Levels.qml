pragma ComponentBehavior: Bound

import QtQuick

// Four steps of a setting, one of them in use.
Grid {
    id: levels

    required property list<string> names
    required property int level
    signal picked(level: int)

    columns: levels.width > Theme.px(1100) ? (Theme.big ? 2 : 4) : Theme.big ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.px(16)

    Repeater {
        model: levels.names

        AnswerButton {
            id: step

            required property int index
            required property string modelData

            key: step.modelData
            title: step.modelData
            chosen: step.index === levels.level
            width: (levels.width - (levels.columns - 1) * levels.columnSpacing) / levels.columns
            onClicked: levels.picked(step.index)
        }
    }
}
