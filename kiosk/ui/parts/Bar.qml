pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// The tools below every patient page, always in the same order.
Rectangle {
    id: bar

    objectName: "tools"

    required property Desk desk
    readonly property bool across: bar.width > Theme.px(1500)
    readonly property int count: bar.desk.voice.works ? 7 : 6
    readonly property real single: (grid.width + grid.columnSpacing) / bar.count - grid.columnSpacing
    readonly property bool long: !bar.across && !Theme.lowered && Array.from(grid.children).some(tool => tool.visible && tool.implicitWidth > bar.single)
    readonly property int columns: Theme.folded ? 3 : Math.ceil(bar.count / (Theme.big || bar.long ? 2 : 1))
    readonly property int cell: Theme.folded && !bar.across ? Math.max(Theme.px(116), Math.ceil(Theme.label * 2.45) + Theme.px(12)) : bar.across && (Theme.folded || !Theme.big) ? Theme.px(116) : Math.max(Theme.px(bar.across ? 116 : 160), (bar.across ? 0 : Theme.icon) + Math.ceil(Theme.label * 2.45) + Theme.px(bar.across ? 12 : 44))

    height: grid.implicitHeight + (bar.across ? Theme.gap : Theme.px(24))
    color: Theme.colour.oat
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Screen tools")

    Rectangle { width: parent.width; height: Theme.line; color: Theme.colour.wine }
    GridLayout {
        id: grid

        anchors { left: parent.left; leftMargin: Theme.px(14); right: parent.right; rightMargin: Theme.px(14) }
        anchors.verticalCenter: parent.verticalCenter
        columns: bar.columns
        columnSpacing: Theme.px(11)
        rowSpacing: Theme.px(11)
        uniformCellWidths: true

        component BarTool: Tool {
            says: text.replace("\n", " ")
            across: bar.across || Theme.folded
            divided: Theme.mirrored ? x + width < grid.width - Theme.px(4) : x > Theme.px(4)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 0  // all alike, whatever their words
            Layout.preferredHeight: Math.max(bar.cell, implicitHeight)
        }

        BarTool {
            visible: Theme.folded
            symbol: "layout-grid"
            text: qsTr("More\ntools")
            checked: bar.desk.cover === "tools"
            onClicked: bar.desk.coverWith("tools")
        }
        BarTool { visible: !Theme.folded; symbol: "rotate-ccw"; text: qsTr("Start\nover"); onClicked: bar.desk.startOver() }
        BarTool {
            visible: !Theme.folded
            symbol: "languages"
            text: qsTr("Language") + (bar.desk.access.languageCount > 1 ? "\n" + bar.desk.access.nextLanguageName : "")
            says: qsTr("Language")
            tells: qsTr("next: %1").arg(bar.desk.access.nextLanguageName)
            onClicked: bar.desk.changeLanguage()
        }
        BarTool {
            visible: !Theme.folded
            symbol: "a-large-small"
            text: qsTr("Text\nsize")
            checked: bar.desk.access.size !== 1 || bar.desk.cover === "size"
            onClicked: bar.desk.coverWith("size")
        }
        BarTool {
            visible: !Theme.folded
            symbol: "contrast"
            text: qsTr("Contrast")
            checked: bar.desk.access.contrast !== 0 || bar.desk.cover === "contrast"
            onClicked: bar.desk.coverWith("contrast")
        }
        BarTool {
            visible: bar.desk.voice.works && !Theme.folded
            symbol: "volume-2"
            text: qsTr("Read\naloud")
            tells: bar.desk.voice.on ? qsTr("on") : qsTr("off")
            checked: bar.desk.voice.on || bar.desk.cover === "voice"
            onClicked: bar.desk.readAloud()
        }
        BarTool {
            symbol: bar.desk.access.lowered ? "arrow-up-to-line" : "arrow-down-to-line"
            text: bar.desk.access.lowered ? qsTr("Raise\nscreen") : qsTr("Lower the\nscreen")
            checked: bar.desk.access.lowered
            onClicked: bar.desk.lower()
        }
        BarTool {
            symbol: "hand-helping"
            text: qsTr("Ask for\nhelp")
            checked: bar.desk.cover === "help"
            onClicked: bar.desk.coverWith("help")
        }
    }
}
