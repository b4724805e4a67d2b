pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../parts"

// The common questions: search, categories, answers that open in place.
PatientPage {
    id: page

    property bool typing: false
    readonly property Reading reading: page.desk.reading

    title: qsTr("Common questions")
    lead: page.wide && Theme.big ? "" : qsTr("Short, plain answers. Tap one to open it.")

    SearchRow {
        id: searchRow

        width: parent.width
        typing: page.typing
        search: page.reading.search
        onOpened: page.typing = true
        onDone: page.typing = false
        onEmptied: page.reading.clear()
    }
    Scroll {
        id: scroll

        anchors {
            fill: parent
            topMargin: searchRow.height + Theme.gap
            bottomMargin: page.typing ? keyboard.height + Theme.snug : 0
        }

        CategoryChips {
            width: parent.width
            visible: !page.typing
            categories: page.reading.categories
            narrowed: page.reading.narrowed
            onChosen: key => page.reading.choose(key)
        }
        Words {
            width: parent.width
            visible: page.reading.found === 0
            text: qsTr("Nothing found for this. Try another word, or ask at the front desk.")
        }
        Links {
            width: parent.width
            visible: page.reading.suggestion !== ""
            title: qsTr("This comes nearest")
            links: page.reading.suggested
            onChosen: key => page.desk.openQuestion(key)
        }
        Column {
            width: parent.width
            spacing: Theme.px(16)

            Repeater {
                model: page.reading.questions

                Disclosure {
                    id: row

                    required property string key
                    required title
                    required opened
                    required property bool asked

                    width: parent?.width ?? 0
                    onToggled: page.reading.openQuestion(key)
                    onOpenedChanged: scroll.wanted = row.opened ? row : null

                    Prose { width: parent.width; blocks: page.reading.questionBlocks }
                    SourceLine { text: page.reading.questionSource }
                    Flow {
                        width: parent.width
                        spacing: Theme.snug

                        Chip {
                            most: parent?.width ?? 0
                            text: row.asked ? qsTr("You will ask about this") : qsTr("Ask about this in my visit")
                            chosen: row.asked
                            radius: Theme.radius
                            onClicked: page.reading.askQuestion(row.key)
                        }
                        Repeater {
                            model: page.reading.questionLinks

                            Chip {
                                required property string key
                                required property string title

                                most: parent?.width ?? 0
                                text: title
                                after: "arrow-right"
                                onClicked: page.desk.openTreatment(key)
                            }
                        }
                    }
                }
            }
        }
    }
    Keyboard {
        id: keyboard

        visible: page.typing
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: -Theme.margin; rightMargin: -Theme.margin }
        language: page.desk.access.language
        onTyped: letter => page.reading.type(letter)
        onErased: page.reading.erase()
        onCleared: page.reading.clear()
    }
}
