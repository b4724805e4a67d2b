import QtQuick
import QtQuick.Layouts
import Kiosk
import "../parts"

// The set-up: a name, five words written down and typed back, the recovery key, the proof.
StaffPage {
    id: page

    readonly property Founding founding: page.desk.founding
    readonly property string step: page.founding.step
    readonly property int place: ["name", "words", "typing", "recovery", "proving", "done"].indexOf(page.step)

    status: page.step === "done" ? qsTr("Set-up done") : qsTr("Set-up, step %1 of 5").arg(page.place + 1)
    title: [qsTr("Whose key is this?"), qsTr("Your five words"), qsTr("Type them back"), qsTr("The recovery key"), qsTr("One moment…"), qsTr("Ready")][page.place]
    lead: [
        qsTr("Type your name as colleagues know it. It shows on the unlock page."),
        qsTr("Write these on paper. They are shown only now."),
        qsTr("Type the five words from your paper."),
        qsTr("It opens every record when the words are lost. It is shown only now."),
        qsTr("Both keys are tried on a test record."),
        qsTr("The questionnaire is open now.")
    ][page.place]
    side: Problem {
        icon: "triangle-alert"
        text: page.founding.problem
    }
    columns: page.wide ? 1 : 3
    nav: [
        NavPlace {
            Layout.preferredWidth: page.part(1)
            shown: page.place < 4
            before: "arrow-left"
            text: page.step === "name" ? qsTr("Leave") : qsTr("Back")
            onClicked: page.founding.back()
        },
        NavPlace {
            Layout.columnSpan: page.wide ? 1 : 2
            Layout.preferredWidth: page.part(page.wide ? 1 : 2)
            shown: page.step !== "typing" && page.step !== "proving"
            primary: true
            after: page.step === "done" ? "check" : "arrow-right"
            text: [qsTr("Next"), qsTr("I wrote them down"), "", qsTr("I have it on paper"), "", qsTr("Done")][page.place]
            onClicked: page.founding.next()
        }
    ]

    Loader {
        id: loader

        readonly property string part: ["NameStep", "WordsStep", "TypingStep", "RecoveryStep", "ProvingStep", "DoneStep"][page.place]
        readonly property int bleed: page.wide ? 0 : Theme.margin

        anchors.fill: parent
        onPartChanged: loader.show()
        Component.onCompleted: loader.show()

        function show() {
            loader.setSource(loader.part + ".qml", { founding: page.founding, bleed: Qt.binding(() => loader.bleed) });
        }
    }
}
