import QtQuick

// Puts the page on the list of what the patient wants to talk about, or takes it off.
ActionButton {
    id: ask

    required property bool asked

    before: ask.asked ? "check" : "message-circle-plus"
    chosen: ask.asked
    size: Theme.label
    text: ask.asked ? qsTr("You will ask about this") : qsTr("Ask about this in my visit")
}
