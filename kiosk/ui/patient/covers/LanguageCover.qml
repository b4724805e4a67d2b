pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// The languages, each by its own name.
Tray {
    id: tray

    required property Desk desk

    title: qsTr("Language")

    Repeater {
        model: tray.desk.access.languages

        AnswerButton {
            id: language

            width: parent?.width ?? 0
            onClicked: tray.desk.speak(language.key)
        }
    }
}
