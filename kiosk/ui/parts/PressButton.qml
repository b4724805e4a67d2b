import QtQuick
import QtQuick.Templates as T

// What every touchable thing is: acts on release inside, can be reached by key.
T.AbstractButton {
    id: press

    property bool chosen: false
    property bool primary: false
    property color ground: press.primary ? Theme.colour.wine : Theme.colour.card
    property color mark: press.primary ? Theme.colour.inverse : Theme.colour.wine
    property real radius: Theme.radius
    property string says: press.text
    property string tells: ""
    property int role: Accessible.Button

    readonly property bool ticks: press.role === Accessible.CheckBox || press.role === Accessible.RadioButton

    onClicked: Theme.used()
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.px(116)
    Accessible.name: press.says
    Accessible.description: press.tells
    Accessible.role: press.role
    Accessible.onPressAction: press.click()
    // Qt's own button says that nothing is ticked when it is made, and when assistive software comes.
    Accessible.onCheckableChanged: if (press.ticks && !press.Accessible.checkable) press.Accessible.checkable = Qt.binding(() => press.ticks)
    Accessible.onCheckedChanged: if (press.ticks && press.Accessible.checked !== press.chosen) press.Accessible.checked = Qt.binding(() => press.chosen)

    background: Rectangle {
        radius: press.radius
        color: press.pressed && !press.primary || press.chosen ? Theme.colour.rose : press.pressed ? Theme.colour.ink : press.ground
        border.color: press.primary && Theme.ornate ? press.ground : Theme.colour.wine
        border.width: press.chosen || press.pressed ? Theme.edge : Theme.line
    }
}
