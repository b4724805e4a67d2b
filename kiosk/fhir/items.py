"""The items of a questionnaire one by one, each with what it says about itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kiosk.domain.checks import faults
from kiosk.domain.form import CHOICES, Item, Type
from kiosk.domain.values import Value
from kiosk.fhir.additions import read_code
from kiosk.fhir.controls import read_control, read_step
from kiosk.fhir.element import Element
from kiosk.fhir.entry import Entry, walk
from kiosk.fhir.findings import shown
from kiosk.fhir.limits import read_limits, read_units
from kiosk.fhir.options import OF_TYPE, Offer, marked, read_initial, read_options
from kiosk.fhir.terminology import Terminology

STU3 = ("option", "options")
R5 = ("answerConstraint", "disabledDisplay")
R5_TYPES = ("coding",)
UNASKED = (Type.REFERENCE, Type.ATTACHMENT)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a questionnaire is read."""

    items: int
    conditions: int
    depth: int
    options: int


STRICT = Size(1_000, 500, 10, 200_000)
LENIENT = Size(5_000, 5_000, 40, 400_000)


@dataclass
class Items:
    """The way through the items from top to bottom."""

    terminology: Terminology
    size: Size = STRICT
    lenient: bool = False
    by_id: dict[str, Entry] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    count: int = 0
    options: int = 0

    def read(self, holder: Element, parent: Entry | None = None, depth: int = 1) -> list[Entry]:
        """The items of the questionnaire or of an item; stops where it gets too large."""
        entries = []
        for element in holder.elements("item"):
            if depth > self.size.depth:
                element.refuse("too-large", f"Items nest deeper than {self.size.depth} levels; split the form.")
                break
            self.count += 1
            if self.count > self.size.items:
                element.refuse("too-large", f"The form has more than {self.size.items} items; split it.")
                break
            if entry := self._entry(element, parent):
                entry.children = self.read(entry.element, entry, depth + 1)
                if entry.item.type is Type.DISPLAY and not self.lenient:
                    self._pass_over(entry.children)
                entries.append(entry)
        return entries

    def _entry(self, element: Element, parent: Entry | None) -> Entry | None:
        link_id = self._link_id(element)
        element = element.inside(link_id)
        type = self._type(element)
        if type is None:
            self.left_out |= {link_id, *_ids_below(element.json, 0)}
            return None
        self._check_shape(element, type)
        entry = Entry(element, Item("", type, element.words("text")), parent)
        entry.item = self._item(element, link_id, type, entry)
        if link_id in self.by_id:
            element.refuse("linkId-duplicate", f"The linkId {shown(link_id)} is used twice; give each item its own.")
        elif link_id:
            self.by_id[link_id] = entry
        if type in UNASKED and not self.lenient:
            code = "type-unsupported" if entry.droppable else "type-unsupported-required"
            entry.lose(code, f"A kiosk cannot ask for {'files' if type is Type.ATTACHMENT else 'references'}.")
        return entry

    def _pass_over(self, below: list[Entry]) -> None:
        """What hangs below information is never shown (que-1)."""
        for entry in walk(below):
            entry.lost = True

    def _link_id(self, element: Element) -> str:
        held = element.json.get("linkId")
        if isinstance(held, str) and held.strip():
            return held
        element.refuse("linkId-missing", "An item needs a linkId that is a text.", "linkId")
        return ""

    def _type(self, element: Element) -> Type | None:
        held = element.json.get("type")
        for key in (*STU3, *R5):
            if key in element.json:
                version = "STU3" if key in STU3 else "R5"
                element.refuse("not-r4", f"{shown(key)} belongs to FHIR {version}; convert the form to R4.", key)
        if held in R5_TYPES:
            element.refuse("not-r4", f"The type {shown(held)} belongs to FHIR R5; convert the form to R4.", "type")
        elif not isinstance(held, str) or held not in set(Type):
            element.refuse("type-unknown", f"{shown(held)} is no item type of FHIR R4.", "type")
        else:
            return Type(held)
        return None

    def _check_shape(self, element: Element, type: Type) -> None:
        if "modifierExtension" in element.json:
            sentence = "A modifierExtension may change the meaning of everything here; remove it or its item."
            element.refuse("modifier-extension", sentence, "modifierExtension")
        if element.extensions("subQuestionnaire"):
            element.refuse("modular-form", "The form is put together from others; assemble it first.")
        if type is Type.GROUP and not element.json.get("item"):
            element.note("que-1", "A group without items shows nothing.")
        if type is Type.DISPLAY:
            if "code" in element.json:
                element.note("que-3", "Information has no code; it is passed over.", "code")
            if element.flag("required") or element.flag("repeats"):
                element.note("que-6", "Information is neither required nor repeated; that is passed over.")
            if "readOnly" in element.json:
                element.note("que-9", "Information is never read-only; that is passed over.", "readOnly")
            if element.json.get("item"):
                element.drop("que-1", "Information has no items below it; they are never shown.", "item")

    def _item(self, element: Element, link_id: str, type: Type, entry: Entry) -> Item:
        asks = type not in (Type.GROUP, Type.DISPLAY)
        repeats = type is not Type.DISPLAY and element.flag("repeats")
        units = read_units(element, type, self.terminology)
        offer = self._offered(element, type)
        limits = read_limits(element, type, units, repeats)
        initial = read_initial(element, type, offer.options)
        kind = Type.CHOICE if offer.options and type in OF_TYPE and not self.lenient else type
        if kind is not type:
            element.note("que-5", f"Options on an item of type {type} make it a choice.")
        item = replace(
            entry.item,
            id=link_id,
            type=kind,
            short=element.extension_words("shortText"),
            help=element.extension_words("help"),
            why=element.extension_words("why"),
            required=type is not Type.DISPLAY and element.flag("required"),
            repeats=repeats,
            options=offer.options,
            limits=limits,
            unsure=asks and element.extension_flag("unsure"),
            in_the_room=asks and element.extension_flag("tellInTheRoom"),
            image_map=_text(element, "imageMap"),
            signature=type is Type.STRING and element.extension_flag("signature"),
            unit=units.label,
            code=read_code(element, type),
            prefix=element.text("prefix"),
            read_only=asks and element.flag("readOnly"),
            hidden=element.extension_flag("hidden"),
            control=read_control(element, type, limits),
            units=units.offered,
            step=read_step(element),
            open_label=element.extension_words("openLabel"),
            format=element.extension_words("entryFormat"),
        )
        entry.item = item
        self._offer(entry, offer)
        initial = _fitting(element, item, initial)
        return replace(item, initial=initial, options=marked(item.options, initial))

    def _offered(self, element: Element, type: Type) -> Offer:
        """What the item offers, as long as the form as a whole stays of a size."""
        offer = read_options(element, type, self.terminology)
        before, self.options = self.options, self.options + len(offer.options)
        if self.options <= self.size.options:
            return offer
        if before <= self.size.options:
            element.refuse("too-large", f"The form has more than {self.size.options} options; shorten its lists.")
        return Offer()

    def _offer(self, entry: Entry, offer: Offer) -> None:
        if not offer.code:
            return
        if entry.item.type is Type.OPEN_CHOICE and offer.code == "options-missing":
            entry.element.note(offer.code, "This open choice offers nothing to choose; it is answered in own words.")
        elif self.lenient:
            entry.element.note(offer.code, f"Its options cannot be told: {offer.reason}.")
        else:
            code = offer.code
            if code == "type-unsupported" and not entry.droppable:
                code = "type-unsupported-required"
            entry.lose(code, f"{shown(entry.id)} cannot be asked: {offer.reason}.")


def _text(element: Element, key: str) -> str:
    extension = element.extension(key)
    return extension.text("valueString") if extension else ""


def _fitting(element: Element, item: Item, initial: tuple[Value, ...]) -> tuple[Value, ...]:
    """The initial values, unless they would stand against sending, or steer a patient on a scale (S19)."""
    if not initial or not item.asks:
        return ()
    if any(option.weight is not None for option in item.options) and not item.fixed:
        element.note("initial-on-scale", "A scale must not suggest an answer; the initial value is passed over.")
        return ()
    found = faults(replace(item, limits=replace(item.limits, fewest=None)), initial)
    if found and not (item.type in CHOICES and not item.options):
        element.note("initial-invalid", f"The initial value is no answer to this item ({found[0]}); it is passed over.")
        return ()
    return initial


def _ids_below(json: object, depth: int) -> Iterator[str]:
    held = json.get("item") if isinstance(json, dict) else None
    for one in held if isinstance(held, list) and depth < LENIENT.depth else ():
        if isinstance(one, dict):
            if isinstance(one.get("linkId"), str):
                yield one["linkId"]
            yield from _ids_below(one, depth + 1)
