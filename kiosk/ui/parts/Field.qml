import QtQuick

// What is typed, where it is typed: a box with a caret and how much fits.
Rectangle {
    id: field

    property string label: ""
    property string text: ""
    property string hint: ""
    property string icon: ""
    property int longest: 0
    property int lines: 1
    property int size: Theme.lead
    property bool active: true
    property bool pill: false
    property bool reachable: true

    readonly property int cursorPosition: field.text.length  // where assistive technology finds the caret
    readonly property int needed: typed.height + Theme.px(40) + (count.visible ? count.height : 0)

    implicitHeight: Math.max(Theme.px(field.lines > 1 ? 216 : 108), field.needed)
    height: implicitHeight
    radius: field.pill ? height / 2 : Theme.radius
    color: Theme.colour.card
    border.color: Theme.colour.wine
    border.width: field.active ? Theme.edge : Theme.line
    objectName: "field"
    activeFocusOnTab: field.reachable
    Accessible.role: Accessible.EditableText
    Accessible.name: field.label
    Accessible.description: field.text || field.hint

    Icon {
        id: glyph

        visible: field.icon !== ""
        name: field.icon
        anchors { left: parent.left; leftMargin: Theme.px(38) }
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: typed

        objectName: "typed"
        anchors { left: field.icon ? glyph.right : parent.left; leftMargin: field.icon ? Theme.gap : Theme.px(36); right: parent.right; rightMargin: Theme.px(36) }
        y: field.lines > 1 ? Theme.px(24) : (parent.height - height) / 2
        text: field.text === "" ? (field.active ? "\u2502 " : "") + field.hint : field.text + (field.active ? "\u2502" : "")
        spoken: false
        color: field.text === "" ? Theme.colour.soft : Theme.colour.ink
        font.pixelSize: field.size
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
    Words {
        id: count

        visible: field.longest > 0 && field.lines > 1
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.px(18); rightMargin: Theme.px(32) }
        text: qsTr("%1 of %2").arg(field.text.length).arg(field.longest)
        color: Theme.colour.soft
        font.pixelSize: Theme.label
    }
}
