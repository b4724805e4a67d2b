import QtQuick

// The heading of a part of a page.
Words {
    width: parent?.width ?? 0
    font.pixelSize: Theme.heading
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
