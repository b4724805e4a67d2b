"""Every code of the check: how grave it is, what it means, how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.content.problem import ErrorOrWarning

Levels = tuple[ErrorOrWarning, ...]
ERROR: Levels = ("error",)
WARNING: Levels = ("warning",)
EITHER: Levels = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Code:
    """``means`` and ``mend`` are one sentence each; ``levels`` how it may be told."""

    levels: Levels
    means: str
    mend: str


CODES: Mapping[str, Code] = {
    # The folder and its files
    "folder-missing": Code(
        ERROR,
        "The content folder, or one of its folders, is not there or cannot be read.",
        "Make the folder, or name the right one.",
    ),
    "folder-unknown": Code(
        WARNING,
        "The kiosk reads no folder of this name.",
        "Rename it to the folder that was meant, or move it elsewhere.",
    ),
    "folder-too-large": Code(
        ERROR, "There are more files in a folder than any clinic has.", "Move what is no content elsewhere."
    ),
    "file-missing": Code(
        ERROR,
        "A file that must be there is not.",
        "Put it back, or copy it from the content that comes with the kiosk.",
    ),
    "file-name": Code(
        ERROR,
        "A file's name does not say its page and its language, or holds letters that cannot be shown.",
        "Name it like chemical-peel.en.md.",
    ),
    "file-ignored": Code(WARNING, "Nothing reads this file.", "Take it out, or give it the ending that is read there."),
    "file-too-large": Code(ERROR, "A file is larger than it may be.", "Shorten it; save a picture smaller."),
    "file-unreadable": Code(
        ERROR,
        "A file cannot be opened, or is no plain file.",
        "Check its permissions; replace a link by the file itself.",
    ),
    "path-outside": Code(ERROR, "A file lies outside the content folder.", "Copy it into the folder."),
    "line-too-long": Code(ERROR, "A line is longer than any text is.", "Break the line."),
    "not-utf8": Code(ERROR, "A letter is not written in UTF-8.", "Save the file as UTF-8."),
    # clinic.toml
    "toml-syntax": Code(ERROR, "The line is not TOML.", "Mend quotes, brackets or the equals sign of the line."),
    "languages-missing": Code(ERROR, "No language is named.", 'Write languages = ["en", "es"].'),
    "language-unknown": Code(ERROR, "This is no language tag.", "Write a tag such as en or es."),
    "language-unused": Code(
        WARNING,
        "A page is in a language that clinic.toml does not name.",
        "Add the language there, or take the page out.",
    ),
    "interface-untranslated": Code(
        WARNING,
        "The kiosk's own words are not there in one of the clinic's languages; they stand in English.",
        "Ask for a translation of the program, or take the language out.",
    ),
    "booking-address": Code(
        ERROR, "This is no address that a phone can open.", "Begin with https:// and write no spaces."
    ),
    "booking-example": Code(WARNING, "The booking address is only an example.", "Put in the clinic's own address."),
    "booking-dense": Code(
        WARNING,
        "The code of this address has squares too small to scan.",
        "Use a shorter address, of about 100 letters at most.",
    ),
    # Keys and values of any file
    "key-missing": Code(ERROR, "A key that must be there is missing.", "Write the key with its value."),
    "key-unknown": Code(ERROR, "There is no such key here.", "Write the key that was meant, or take the line out."),
    "key-twice": Code(ERROR, "A key stands twice in one place.", "Keep one of them."),
    "key-misplaced": Code(EITHER, "A key means nothing where it stands.", "Take it out, or move it where it belongs."),
    "wrong-type": Code(
        ERROR,
        "A value is of the wrong kind, such as words where a number is wanted.",
        "Write the kind that the sentence names.",
    ),
    "wrong-count": Code(ERROR, "A list has too few or too many entries.", "Add some, or take some out."),
    "wrong-date": Code(ERROR, "A day is not written as a day.", "Write it like 2026-03-01."),
    "wrong-url": Code(ERROR, "This is no web address.", "Begin with https:// and write no “|”."),
    "wrong-version": Code(ERROR, "A version holds a space or a “|”.", "Write it like 1 or 2.1."),
    "value-unknown": Code(
        ERROR, "A value is none of those that may stand here.", "Write one of those that the sentence names."
    ),
    "out-of-range": Code(
        ERROR, "A number is too small or too large.", "Write one within the range that the sentence names."
    ),
    "text-empty": Code(ERROR, "A text is empty.", "Write the text, or take the key out."),
    "placeholder-unknown": Code(ERROR, "Something in braces stands for nothing.", "Write {emergency}, or no braces."),
    "front-matter-missing": Code(
        ERROR,
        "A page does not begin with its keys between two lines of three hyphens.",
        "Begin the file with --- and end its keys with ---.",
    ),
    # YAML
    "yaml-syntax": Code(
        ERROR, "The line is not YAML.", "Mend what the sentence names; put text with a colon in quotes."
    ),
    "yaml-key": Code(ERROR, "A key is not a plain word.", "Write a plain word before the colon."),
    "yaml-anchor": Code(ERROR, "Anchors and aliases are not allowed.", "Write the value out."),
    "yaml-tag": Code(ERROR, "Tags are not allowed.", "Put the text in quotes."),
    "yaml-documents": Code(
        ERROR, "A second document begins in one file.", "Keep to one, without a further line of three hyphens."
    ),
    "yaml-line-end": Code(ERROR, "A line ends with a sign that no editor shows.", "Type the line again."),
    "yaml-too-deep": Code(ERROR, "Lists and keys are nested too deep.", "Close the brackets, or nest less."),
    "yaml-too-large": Code(
        ERROR, "The file holds more than a kiosk reads.", "Split it, or take out what is not needed."
    ),
    # The text of a page
    "body-empty": Code(ERROR, "There is no text below the keys.", "Write the text below the second line of hyphens."),
    "section-empty": Code(
        WARNING, "Nothing stands below a heading.", "Write a text below it, or take the heading out."
    ),
    "section-twice": Code(
        WARNING, "Two sections have the same name.", "Give one of them another name in braces, like {#before}."
    ),
    "text-before-heading": Code(WARNING, "Text before the first heading is not shown.", "Put a heading above it."),
    "heading-level": Code(
        WARNING, "A heading of this level is not shown as one.", "Use ## and ### in a treatment, ### in a question."
    ),
    "nested": Code(WARNING, "A list inside a list is shown as one list.", "Write one list."),
    "not-shown": Code(WARNING, "The screen does not show this kind of Markdown.", "Write it as plain text."),
    "fact-long": Code(WARNING, "A quick fact has more words than fit.", "Write five words at most."),
    "text-overflow": Code(WARNING, "A text does not fit into its place at the largest size.", "Shorten the text."),
    "reading-hard": Code(
        WARNING,
        "A page is harder to read than clinic.toml allows.",
        "Write shorter sentences and plainer words; list known words under [words].",
    ),
    "sentence-long": Code(WARNING, "A sentence has more than 20 words.", "Make two sentences of it."),
    "not-reviewed": Code(
        WARNING,
        "No clinician has signed the file off.",
        "Let a clinician read it, then sign it with main.py content sign.",
    ),
    "review-unsealed": Code(
        WARNING,
        "A name stands under the file, but nothing tells what was signed.",
        "Sign it with main.py content sign.",
    ),
    "review-stale": Code(
        WARNING, "The file has changed since it was signed.", "Let a clinician read it again and sign it anew."
    ),
    "wrong-digest": Code(ERROR, "A digest is not as the program wrote it.", "Let the program write it anew."),
    "entry-place": Code(
        ERROR, "The program finds no safe place to write its entry.", "Write each key on a line of its own."
    ),
    "translation-missing": Code(
        WARNING, "A page or a text is not there in every language.", "Write the missing translation."
    ),
    "translation-stale": Code(
        WARNING,
        "The original has changed since this was translated.",
        "Mend the translation, then run main.py content translated.",
    ),
    "translation-unproved": Code(
        WARNING, "Nothing tells which original a translation follows.", "When it fits, run main.py content translated."
    ),
    "source-address": Code(ERROR, "This is no address of a source.", "Begin with https:// and write no spaces."),
    # Days
    "date-never": Code(ERROR, "There is no such day.", "Write a day that is in the calendar."),
    "schedule-backwards": Code(ERROR, "The last day is before the first.", "Mend one of them."),
    "schedule-over": Code(
        WARNING, "The last day is over, so the page shows no more.", "Set new days, or take the file away."
    ),
    "schedule-differs": Code(WARNING, "A page has other days in another language.", "Write the same days in both."),
    "announcement-long": Code(
        WARNING, "An announcement is longer than its place on the home page.", "Write one or two short paragraphs."
    ),
    "clip-missing": Code(
        WARNING, "Nothing reads a sentence aloud.", "Run main.py speech build, which makes what is missing."
    ),
    # Links
    "link-unknown": Code(
        WARNING, "A page leads to one that is not there, or not sound.", "Write the name of the page that was meant."
    ),
    "link-self": Code(WARNING, "A treatment pairs with itself.", "Take it out of its own list."),
    "link-twice": Code(WARNING, "A page is named twice in one list.", "Keep one of them."),
    "page-lost": Code(
        WARNING,
        "Neither a category nor a treatment leads to this question.",
        "Give it a category of clinic.toml, or name it in a treatment.",
    ),
    # Pictures
    "picture-missing": Code(
        ERROR, "There is no picture of this name.", "Write the name of a file in pictures, or put the file there."
    ),
    "picture-outside": Code(
        ERROR, "A picture is named by a path out of its folder.", "Copy it into pictures and write its name."
    ),
    "picture-kind": Code(
        EITHER, "A file is not the kind of picture that its name says, or broken.", "Save it again as SVG or PNG."
    ),
    "picture-unsafe": Code(
        EITHER, "A drawing holds a script, an entity or another file.", "Save it as plain SVG, with shapes only."
    ),
    "picture-too-large": Code(
        EITHER, "A picture has too many pixels, or a drawing numbers too large.", "Save it smaller."
    ),
    "picture-too-complex": Code(
        EITHER, "A drawing has more shapes than can be drawn in time.", "Simplify the drawing."
    ),
    "picture-damaged": Code(EITHER, "A picture is damaged or cut off.", "Save it again from its original."),
    "picture-heavy": Code(WARNING, "A picture is larger than a screen needs.", "Save it smaller."),
    "picture-viewbox": Code(
        WARNING, "A drawing does not say its own size, so it cannot grow.", "Add a viewBox to its first line."
    ),
    "picture-unused": Code(WARNING, "No page shows this picture.", "Name it in a page, or take it out."),
    "area-missing": Code(
        ERROR, "The image map has no area for an answer.", "Give the drawing a group with the answer's code as its id."
    ),
    # The clinic's look
    "contrast-low": Code(
        ERROR,
        "Words in these colours are read too faintly.",
        "Choose a darker colour for the words, or a paler ground.",
    ),
    "font-missing": Code(ERROR, "There is no font of this name.", "Put the file there, or write its name."),
    "font-outside": Code(
        ERROR, "A font is named by a path out of the content folder.", "Copy it into the folder and write its name."
    ),
    "font-kind": Code(ERROR, "A file is no font.", "Use a .ttf or an .otf file."),
    "font-unreadable": Code(ERROR, "A font is damaged.", "Copy it again from its original."),
    "font-letters": Code(ERROR, "A font lacks letters of one of the clinic's languages.", "Use a font that has them."),
    # What a country forbids
    "jurisdiction-brand": Code(
        ERROR,
        "Everybody can see the name of a prescription-only medicine, which the clinic's country forbids.",
        "Say what it is for, without its name.",
    ),
    "jurisdiction-price": Code(
        ERROR,
        "Everybody can see a price for a prescription-only medicine, which the clinic's country forbids.",
        "Take the price out.",
    ),
    # The questionnaire
    "questionnaire-unused": Code(
        WARNING,
        "The kiosk asks only questionnaires/pre-consultation.yaml.",
        "Put the questions there, or take the file out.",
    ),
    "forbidden-field": Code(ERROR, "A question asks for a number that thieves want.", "Take the question out."),
    "text-missing": Code(WARNING, "A question has no text.", "Write its text."),
    "instrument-name": Code(ERROR, "This is no name of an instrument.", "Write it in small letters, like face-q."),
    "instrument-missing": Code(
        WARNING,
        "The questions of a licensed instrument are not there, so nobody is asked them.",
        "Get the licence and add the file, or take the group out.",
    ),
    "instrument-licence": Code(
        ERROR, "The file of an instrument does not say who licensed it.", "Write licence: and who allowed it."
    ),
    "instrument-broken": Code(ERROR, "The file of an instrument cannot be used.", "Mend it as the sentence says."),
    "answer-wrong": Code(
        ERROR, "A condition compares with what is no answer to its question.", "Write one of the question's answers."
    ),
    "question-later": Code(WARNING, "A condition reads a question that is asked only later.", "Move the question up."),
    "linkId-missing": Code(ERROR, "An item has no linkId.", "Give it one that no other item has."),
    "linkId-duplicate": Code(ERROR, "Two items have the same linkId.", "Give the newer one another."),
    "type-unknown": Code(ERROR, "There is no item of this type.", "Write a type of FHIR R4."),
    "items-missing": Code(ERROR, "The questionnaire asks nothing.", "Give it an item."),
    "too-large": Code(ERROR, "The questionnaire is larger than a kiosk can ask.", "Split it."),
    "limits-contradict": Code(ERROR, "The limits of an answer leave none.", "Mend the lower or the upper one."),
    "limits-unsupported": Code(ERROR, "A limit cannot be kept for an item of this type.", "Take the limit out."),
    "regex-invalid": Code(
        ERROR, "A regular expression cannot be run in bounded time, or is none.", "Write a simpler one."
    ),
    "code-type": Code(
        ERROR, "A code of the kiosk stands in an item of the wrong type.", "Change the type, or take the code out."
    ),
    "code-unknown": Code(ERROR, "The kiosk has no such code.", "Write one of those that the sentence names."),
    "status-unknown": Code(WARNING, "The status is none of FHIR R4.", "Write draft, active or retired."),
    "control-unknown": Code(
        WARNING, "There is no such way to show a question.", "Write a control that the sentence names, or none."
    ),
    "control-unfit": Code(WARNING, "This way to show a question does not fit its type.", "Take the control out."),
    "unit-unresolvable": Code(WARNING, "The list of units cannot be found.", "Write the units under unitOption."),
    "expression-unsupported": Code(
        ERROR, "A kiosk does not work out this expression.", "Use score to add up, or take the expression out."
    ),
    "element-malformed": Code(
        ERROR, "A part of the questionnaire is of the wrong kind.", "Write it as FHIR R4 has it."
    ),
    "modifier-extension": Code(ERROR, "An extension may turn the meaning round.", "Take it out."),
    "implicitRules": Code(
        ERROR, "The questionnaire follows rules that a kiosk does not know.", "Take implicitRules out."
    ),
    "adaptive-form": Code(
        ERROR, "The questionnaire gets its questions from a server.", "Use one that has its questions inside."
    ),
    "modular-form": Code(ERROR, "The questionnaire is put together from others.", "Assemble it first."),
    "not-r4": Code(ERROR, "This belongs to another version of FHIR.", "Write it as FHIR R4 has it."),
    # Its answers
    "options-missing": Code(
        ERROR, "A choice has no answers.", "Write answerOption, or name a value set that is there."
    ),
    "option-twice": Code(WARNING, "An answer stands twice.", "Keep one of them."),
    "option-without-code": Code(WARNING, "An answer has no code, so it goes by its words.", "Give it a code."),
    "initial-invalid": Code(WARNING, "The initial value is no answer to the question.", "Write one that is."),
    "initial-malformed": Code(WARNING, "The initial value cannot be read.", "Write it as an answer to the question."),
    "initial-on-scale": Code(
        WARNING, "A scale begins with an answer, which steers the patient.", "Take the initial value out."
    ),
    "que-1": Code(
        WARNING,
        "A group has no items, or information has some.",
        "Add items to the group; move those of information out.",
    ),
    "que-3": Code(WARNING, "Information has a code.", "Take the code out."),
    "que-4": Code(WARNING, "Answers and a value set stand side by side.", "Keep one of them."),
    "que-5": Code(WARNING, "An item of this type offers no answers.", "Take them out, or make it a choice."),
    "que-6": Code(WARNING, "Information is marked as required or repeating.", "Take that out."),
    "que-8": Code(WARNING, "An item of this type has no initial value.", "Take it out."),
    "que-9": Code(WARNING, "Information is marked as read-only.", "Take that out."),
    # Its conditions
    "enableWhen-malformed": Code(
        ERROR,
        "A condition lacks its question, operator or answer, or compares what cannot be compared.",
        "Write question, operator and answer.",
    ),
    "enableWhen-operator-type": Code(
        ERROR, "This operator does not fit the answers of that question.", "Use = or != for answers to choose."
    ),
    "enableWhen-unknown-question": Code(
        ERROR, "A condition reads a question that is not there.", "Write the linkId of a question."
    ),
    "enableWhen-cycle": Code(
        ERROR, "Items wait for each other, so none is ever asked.", "Take one of the conditions out."
    ),
    "enableWhen-crosses-repeat": Code(
        ERROR, "A condition from outside reads a question in a repeating group.", "Move the item into the group."
    ),
    "enableWhen-never": Code(
        WARNING, "A condition compares with what is no answer to its question.", "Write the code of one of its answers."
    ),
    "enableBehavior-missing": Code(
        ERROR, "Several conditions do not say whether all or any must hold.", "Write enableBehavior: all or any."
    ),
    "ne-unguarded": Code(
        WARNING,
        "A condition with != holds also while nothing is answered.",
        "Write not instead, which wants an answer.",
    ),
    "rule-never": Code(
        ERROR,
        "The conditions of an item can never hold, so nobody is asked it.",
        "Mend the conditions that the sentence names.",
    ),
    "question-unreachable": Code(
        ERROR, "The conditions of an item contradict those of what it stands in or waits for.", "Mend one of them."
    ),
    "condition-never": Code(WARNING, "One of several conditions can never hold.", "Mend it, or take it out."),
    "required-hidden": Code(
        EITHER, "An answer is required that nobody can give.", "Show the question, or take required out."
    ),
    # Its alerts and scores
    "alert-malformed": Code(ERROR, "An alert is not written as it must be.", "Write level, when and text."),
    "alert-answer": Code(ERROR, "An alert names what is no answer to its question.", "Write one of its answers."),
    "alert-never": Code(ERROR, "No answer raises an alert.", "Name one under when."),
    "alert-unsure": Code(
        ERROR,
        "An alert waits for “not sure”, which the question does not offer.",
        "Write unsure: true in the question.",
    ),
    "alert-younger": Code(ERROR, "Only a date can tell an age.", "Move the alert to the date of birth."),
    "alert-lost": Code(
        ERROR, "An alert reads a question that is taken out.", "Mend what the other sentences name first."
    ),
    "alert-unreachable": Code(ERROR, "No answers together can ever raise this alert.", "Mend its conditions."),
    "band-never": Code(WARNING, "No total of a score lies in this band.", "Mend its ends, or the weights."),
    "band-overlap": Code(WARNING, "Two bands of a score share totals.", "Let each band end before the next begins."),
    "band-gap": Code(WARNING, "A total of a score lies in no band.", "Add a band, or widen one."),
}
"""In the order of an admin's work. The codes with capitals and ``que-`` are those of the FHIR world."""
