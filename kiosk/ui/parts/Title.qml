import QtQuick

// The one large line of a page.
Words {
    font.family: Theme.serif
    font.weight: Theme.titleWeight
    font.pixelSize: Theme.title
    lineHeight: 0.9
    Accessible.role: Accessible.Heading
}
