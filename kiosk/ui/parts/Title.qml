import QtQuick

// The one large line of a page, or of what lies over it: there the keys begin.
Words {
    objectName: "heading"

    readonly property int ringRoom: Theme.px(8)

    font.family: Theme.serif
    font.weight: Theme.titleWeight
    font.pixelSize: Theme.title
    lineHeight: 0.9
    activeFocusOnTab: true
    Accessible.role: Accessible.Heading
}
