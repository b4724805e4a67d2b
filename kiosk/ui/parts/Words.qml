import QtQuick

// A text on the screen, in the tree for those who listen unless the control around it already says it.
Text {
    id: words

    property bool spoken: true

    color: Theme.colour.ink
    font.family: Theme.sans
    font.pixelSize: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: 1.03
    wrapMode: Text.Wrap  // a word that is wider than its place breaks and never leaves it
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: words.textFormat === Text.PlainText ? words.text : Accessible.stripHtml(words.text)
    Accessible.ignored: !words.spoken
}
