import QtQuick

// What stands against going on, beside the field it is about.
Note {
    id: problem

    objectName: "explains"
    visible: problem.text !== ""
    icon: "info"
    strong: true
    spoken: false  // the alert around it says it
    Accessible.role: Accessible.AlertMessage
    Accessible.name: problem.text
    onTextChanged: if (problem.text !== "") Accessible.announce(problem.text, Accessible.Assertive)
}
