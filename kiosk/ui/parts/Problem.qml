import QtQuick

// What stands against going on, beside the field it is about; who listens hears which one that is.
Note {
    id: problem

    property string about: ""

    objectName: "explains"
    visible: problem.text !== ""
    icon: "info"
    strong: true
    spoken: false  // the alert around it says it
    Accessible.role: Accessible.AlertMessage
    Accessible.name: problem.text
    Accessible.description: problem.about
    onTextChanged: if (problem.text !== "") Accessible.announce((problem.about + "\n" + problem.text).trim(), Accessible.Assertive)
}
