pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../../parts"

// How the voice sounds, who may hear it, and how it is switched off again.
Tray {
    id: tray

    required property Desk desk
    readonly property Voice voice: tray.desk.voice

    title: qsTr("Read aloud")

    component Pair: Grid {
        width: parent?.width ?? 0
        columns: Theme.big ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(16)
    }
    component Half: ActionButton {
        width: Theme.big ? parent.width : (parent.width - Theme.gap) / 2
        implicitHeight: tray.width > tray.height && !Theme.big ? Theme.target : Math.max(Theme.px(116), Theme.lead * 1.8)
    }

    Words {
        width: parent.width
        text: tray.voice.on ? qsTr("Speed: %1 percent").arg(tray.voice.rate) : qsTr("Reading aloud is off.")
        font.weight: Font.DemiBold
    }
    Pair {
        visible: tray.voice.on

        Half { before: "turtle"; text: qsTr("Slower"); onClicked: tray.voice.slower() }
        Half { before: "rabbit"; text: qsTr("Faster"); onClicked: tray.voice.faster() }
    }
    Words {
        visible: tray.voice.on
        width: parent.width
        text: qsTr("Loudness: %1 of 7").arg(tray.voice.volume)
        font.weight: Font.DemiBold
    }
    Pair {
        visible: tray.voice.on

        Half { before: "volume-1"; text: qsTr("Quieter"); onClicked: tray.voice.quieter() }
        Half { before: "volume-2"; text: qsTr("Louder"); onClicked: tray.voice.louder() }
    }
    Pair {
        visible: tray.voice.on

        Half { before: tray.voice.paused ? "play" : "pause"; text: tray.voice.paused ? qsTr("Go on") : qsTr("Pause"); onClicked: tray.voice.pause() }
        Half { before: "repeat"; text: qsTr("Say it again"); onClicked: tray.voice.again() }
    }
    Pair {
        visible: tray.voice.on && tray.voice.headphones

        Ear { key: "headphones"; title: qsTr("In the headphones"); chosen: tray.voice.alone }
        Ear { key: "speaker"; title: qsTr("From the speaker"); chosen: !tray.voice.alone }
    }
    Words {
        visible: tray.voice.on
        width: parent.width
        text: tray.voice.alone ? qsTr("Only you hear your answers.") : qsTr("The speaker keeps your answers to itself, unless you say that others may hear them.")
    }
    AnswerButton {
        visible: tray.voice.on && !tray.voice.alone
        width: parent.width
        small: true
        many: true
        key: "others"
        title: qsTr("Others may hear my answers")
        chosen: tray.voice.agreed
        onClicked: tray.voice.agree(!chosen)
    }
    Pair {
        Half {
            before: tray.voice.on ? "volume-x" : "volume-2"
            text: tray.voice.on ? qsTr("Turn it off") : qsTr("Turn it on")
            onClicked: tray.voice.toggle()
        }
        Half { primary: true; before: "check"; text: qsTr("Done"); onClicked: tray.desk.uncover() }
    }

    component Ear: AnswerButton {
        width: Theme.big ? parent.width : (parent.width - Theme.gap) / 2
        small: true
        onClicked: tray.voice.listenAlone(key === "headphones")
    }
}
