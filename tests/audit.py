"""One look at the screen that sees what ACCESS asks of every page: names, sizes in millimetres, gaps, places, letters
that are cut off, and contrast as it is drawn.

A ``Scene`` holds what is on the screen at one moment: the accessibility tree, the texts, the picture. Each rule is a
function from a scene to findings; ``audit`` runs them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

import numpy as np
from finger import Finger
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont, QFontInfo, QFontMetricsF, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

Role = QAccessible.Role
CONTROLS = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.Slider, Role.PushButton})
"""Roles of what can be pressed, ticked or typed into."""
PATIENT_MM, ANYBODY_MM = 20.0, 12.7
"""The least side of a control (Colle 2004; VVSG 2.0 7.2-I)."""
GAP_MM, OPPOSITE_MM = 2.54, 5.0
"""Between controls (VVSG 2.0 7.2-I); between answers that mean the opposite."""
CAPITALS = ((3.5, 4.2), (4.8, 5.6), (6.4, 7.1), (8.5, 9.0))
"""Millimetres the smallest capitals are high at Small, Default, Large, Largest (VVSG 2.0 7.1-G)."""
REACH = 0.223
"""The part of an upright panel above 1,220 mm, where nothing may be touched (ADA 308; lower edge at 850 mm)."""
CONTRASTS = ((10.0, 21.0), (20.0, 21.0), (20.0, 21.0), (4.5, 8.0))
"""Bounds of the contrast of letters, icons and edges: warm, light, dark, low (VVSG 2.0 7.1-C, 7.1-D)."""
FAMILIES = frozenset({"Atkinson Hyperlegible Next", "Fraunces", "lucide"})
MARKS = re.compile(r"^(?:123 \?!|abc|á é ñ|\+/−|[.,])$|^[\d ]{1,4}(?= |$)|[•│]")
"""What is drawn and not said: the number before a step or an area, a bullet, the caret, signs on keys with names."""
ALIGNED = "[effectiveHorizontalAlignment, verticalAlignment].map(Number).join()"
"""Qt hands its enumerations to an expression only."""
SIDES = {0x2: 1.0, 0x4: 0.5, 0x40: 1.0, 0x80: 0.5}
"""Qt::Alignment, of which 0x1 is left and 0x20 top."""
SLACK = 1.0
"""Pixels that rounding may take."""
BLOCK = 48
"""Pixels: contrast is measured in pieces of a text so wide, for the ground may change below it."""
PARTS = (0.25, 0.5, 0.75)
"""Where along its height an edge is looked at: the fine lines of the ornament may touch it in places."""
EDGE = 12
"""Pixels of a straight edge that must show: less of it lies under the fold of a page."""
INK = 60
"""Inked pixels that such a piece needs: fewer are only the soft edges of a letter."""


@dataclass(frozen=True, order=True)
class Finding:
    """What breaks which rule, by the name a person reads."""

    rule: str
    name: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.name!r} {self.detail}".rstrip()


@dataclass(frozen=True)
class Thing:
    """A node of the accessibility tree. ``rect`` is in the window, ``seen`` the part of it that nothing cuts off."""

    name: str
    description: str
    role: Role
    rect: QRectF
    seen: QRectF
    actions: tuple[str, ...]
    enabled: bool
    focusable: bool
    checked: bool
    item: QQuickItem

    @property
    def control(self) -> bool:
        return self.role in CONTROLS and self.enabled

    @property
    def touched(self) -> bool:
        """Whether it answers a touch: a field that is typed into from the keyboard below it does not."""
        return self.control and (self.role is not Role.EditableText or self.item.inherits("QQuickAbstractButton"))


@dataclass
class Letters:
    """A text on the screen as it is drawn."""

    text: str
    item: QQuickItem
    rect: QRectF
    seen: QRectF
    font: QFont

    @property
    def icon(self) -> bool:
        return self.font.family() == "lucide"

    @cached_property
    def inked(self) -> QRectF:
        """Where its letters are, without the room its place has besides."""
        wide, high = float(self.item.property("contentWidth")), float(self.item.property("contentHeight"))
        across, down = aligned(self.item)
        at = self.item.mapToScene(QPointF((self.item.width() - wide) * across, (self.item.height() - high) * down))
        return QRectF(at.x(), at.y(), wide, high).intersected(self.seen)


@dataclass
class Scene:
    """What is on the screen now. ``size``, ``contrast`` and ``lowered`` are the visitor's settings."""

    finger: Finger
    staff: bool = False
    px_per_mm: float = field(init=False)
    things: list[Thing] = field(init=False)
    letters: list[Letters] = field(init=False)
    flickables: list[QQuickItem] = field(init=False)

    def __post_init__(self) -> None:
        access = self.finger.desk.access
        self.px_per_mm = float(access.pxPerMm)
        self.size = 1 if self.staff else int(access.size)
        self.contrast = 0 if self.staff else int(access.contrast)
        self.lowered = bool(access.lowered) and not self.staff
        self.mirrored = bool(access.mirrored)
        window = self.finger.window
        self.width, self.height = window.width(), window.height()
        self.upright = self.height > self.width
        self.items = list(below(window.contentItem()))
        self.things = [thing for node in self.finger.things() if (thing := self._thing(node)) is not None]
        texts = [item for item in self.items if item.inherits("QQuickText") and str(item.property("text"))]
        self.letters = [self._letters(item) for item in texts if not covered(item)]
        self.flickables = [item for item in self.items if item.inherits("QQuickFlickable")]

    def _thing(self, node: QAccessibleInterface) -> Thing | None:
        item = node.object()
        if not isinstance(item, QQuickItem):
            return None
        state, actions = node.state(), node.actionInterface()
        rect = placed(item)
        return Thing(
            node.text(QAccessible.Text.Name),
            node.text(QAccessible.Text.Description),
            node.role(),
            rect,
            cut(item, rect),
            tuple(actions.actionNames()) if actions else (),
            not state.disabled,
            bool(state.focusable) and item.activeFocusOnTab(),  # Qt says the first of whatever has a button's role
            bool(state.checked),
            item,
        )

    def _letters(self, item: QQuickItem) -> Letters:
        rect = placed(item)
        return Letters(str(item.property("text")), item, rect, cut(item, rect), item.property("font"))

    @property
    def controls(self) -> list[Thing]:
        """What can be pressed and shows at least in part."""
        return [thing for thing in self.things if thing.control and not thing.seen.isEmpty()]

    @cached_property
    def pictures(self) -> tuple[np.ndarray, np.ndarray]:
        """The screen as it is, and the same without its letters: height x width x (blue, green, red), bytes."""
        now = self.finger.window.grabWindow()
        hidden = [(each.item, each.item.opacity()) for each in self.letters]
        for item, _ in hidden:
            item.setOpacity(0)
        bare = self.finger.window.grabWindow()
        for item, opacity in hidden:
            item.setOpacity(opacity)
        self._images = (now, bare)  # the arrays look into them
        return pixels(now), pixels(bare)

    def mm(self, pixels: float) -> float:
        return pixels / self.px_per_mm


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible item below one."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from below(child)


def placed(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def cut(item: QQuickItem, rect: QRectF) -> QRectF:
    """The part of a rect that shows: what clips around the item takes the rest."""
    above = item.parentItem()
    while above is not None:
        if above.clip():
            rect = rect.intersected(placed(above))
        above = above.parentItem()
    return rect


def covered(item: QQuickItem) -> bool:
    """Whether something lies over the page this belongs to, so that it is no longer the page's turn."""
    above = item.parentItem()
    while above is not None:
        if above.objectName() == "stage":
            return not above.isEnabled()
        above = above.parentItem()
    return False


def pixels(image: QImage) -> np.ndarray:
    """The picture's own bytes, without a copy: it must stay as long as they are looked at."""
    assert image.format() in (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), :3]


LIGHT = np.arange(256) / 255
LIGHT = np.where(LIGHT <= 0.04045, LIGHT / 12.92, ((LIGHT + 0.055) / 1.055) ** 2.4)
"""The light of each of a byte's levels (sRGB)."""


def luminance(colours: np.ndarray) -> np.ndarray:
    """Relative luminance of rows of blue, green and red bytes (WCAG 2.2)."""
    return LIGHT[colours] @ np.array([0.0722, 0.7152, 0.2126])


def ratios(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Contrast ratios of two rows of colours (WCAG 2.2)."""
    a, b = luminance(one), luminance(other)
    return (np.maximum(a, b) + 0.05) / (np.minimum(a, b) + 0.05)


def gap(one: QRectF, other: QRectF) -> float:
    """Pixels between two rectangles; below 0 where they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right())
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom())
    return float(max(across, down))


def unnamed(scene: Scene) -> Iterator[Finding]:
    for thing in scene.things:
        if (thing.control or thing.role is Role.Graphic) and not thing.name.strip():
            yield Finding("unnamed", thing.role.name, str(thing.rect))
        if "<" in thing.name:
            yield Finding("markup in a name", thing.name)


def twice(scene: Scene) -> Iterator[Finding]:
    names = [thing.name for thing in scene.controls]
    yield from (Finding("two controls of one name", name) for name in sorted(set(names)) if names.count(name) > 1)


def unpressable(scene: Scene) -> Iterator[Finding]:
    for thing in scene.controls:
        wanted = (
            {"Press", "Toggle"}
            if thing.role not in (Role.EditableText, Role.Slider)
            else {"SetFocus", "Press", "Increase"}
        )
        if not wanted & set(thing.actions):
            yield Finding("cannot be pressed by a screen reader", thing.name, str(thing.actions))


def unticked(scene: Scene) -> Iterator[Finding]:
    """What is chosen on the screen and not in the tree, or the other way round."""
    for thing in scene.controls:
        chosen = thing.item.property("chosen")
        if thing.role in (Role.RadioButton, Role.CheckBox) and chosen is not None and chosen != thing.checked:
            yield Finding("chosen for eyes only" if chosen else "chosen for ears only", thing.name)


def wordless(scene: Scene) -> Iterator[Finding]:
    """An icon that stands alone. The staff's steps of a number have their words beside them."""
    for thing in scene.controls:
        if scene.staff or not thing.item.inherits("QQuickAbstractButton"):
            continue
        texts = [item for item in below(thing.item) if item.inherits("QQuickText") and str(item.property("text"))]
        if all(text.property("font").family() == "lucide" for text in texts):
            yield Finding("an icon without words", thing.name)


def unreachable(scene: Scene) -> Iterator[Finding]:
    """A slider is moved by the two buttons at its ends."""
    for thing in scene.controls:
        if not thing.focusable and thing.role is not Role.Slider:
            yield Finding("cannot have the focus", thing.name)


def small(scene: Scene) -> Iterator[Finding]:
    least = ANYBODY_MM if scene.staff else PATIENT_MM
    for thing in scene.controls:
        side = min(thing.rect.width(), thing.rect.height())
        if scene.mm(side + SLACK / 2) < least:
            yield Finding("too small to touch", thing.name, f"{scene.mm(side):.1f} mm")


def crowded(scene: Scene) -> Iterator[Finding]:
    for one, other in combinations([thing for thing in scene.controls if thing.touched], 2):
        if within(one.item, other.item) or within(other.item, one.item):
            continue
        space = gap(one.seen, other.seen)
        least = OPPOSITE_MM if answers(one, other) else GAP_MM
        if scene.mm(space + SLACK) < least:
            yield Finding("too close", f"{one.name} | {other.name}", f"{scene.mm(space):.1f} mm")


def answers(one: Thing, other: Thing) -> bool:
    """Whether both are answers of one question of which one alone can be given."""
    return all(bool(thing.item.property("opposite")) for thing in (one, other))


def within(item: QQuickItem, other: QQuickItem) -> bool:
    above = item.parentItem()
    while above is not None:
        if above is other:
            return True
        above = above.parentItem()
    return False


def outside(scene: Scene) -> Iterator[Finding]:
    screen = QRectF(0, 0, scene.width, scene.height).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for thing in scene.controls:
        if not screen.contains(thing.seen):
            yield Finding("off the screen", thing.name, str(thing.seen))
    for each in scene.letters:
        if not each.seen.isEmpty() and not screen.contains(each.seen):
            yield Finding("words off the screen", each.text[:60], str(each.seen))


def cut_off(scene: Scene) -> Iterator[Finding]:
    for each in scene.letters:
        item = each.item
        wide, high = float(item.property("contentWidth")), float(item.property("contentHeight"))
        if item.property("truncated"):
            yield Finding("cut off", each.text[:80])
        elif not each.icon and wide > item.width() + SLACK and item.width() > 0:
            yield Finding("wider than its place", each.text[:80], f"{wide:.0f} > {item.width():.0f} px")
        elif not each.icon and high > item.height() + SLACK and item.height() > 0:
            yield Finding("higher than its place", each.text[:80], f"{high:.0f} > {item.height():.0f} px")


def burst(scene: Scene) -> Iterator[Finding]:
    """Words that leave the control they belong to."""
    for each in scene.letters:
        if each.icon:
            continue
        above = each.item.parentItem()
        while above is not None and not above.inherits("QQuickAbstractButton"):
            above = above.parentItem()
        if above is None:
            continue
        box = placed(above).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        drawn = QRectF(each.rect.x(), each.rect.y(), float(each.item.property("contentWidth")), each.rect.height())
        if drawn.height() > 0 and not (box.top() <= drawn.top() and drawn.bottom() <= box.bottom()):
            yield Finding("leaves its control", each.text[:80], f"{drawn} in {box}")
        if each.rect.width() > 0 and not (box.left() <= each.rect.left() and each.rect.right() <= box.right()):
            yield Finding("leaves its control sideways", each.text[:80], f"{each.rect} in {box}")


def over_words(scene: Scene) -> Iterator[Finding]:
    """Texts that lie on each other."""
    shown = [each for each in scene.letters if not each.icon and each.seen.width() > 1 and each.seen.height() > 1]
    for one, other in combinations(shown, 2):
        if one.seen.intersects(other.seen):
            both = one.inked.intersected(other.inked)
            if both.width() > 4 and both.height() > 6:
                yield Finding("words on words", f"{one.text[:40]} | {other.text[:40]}", f"{both}")


def aligned(item: QQuickItem) -> tuple[float, float]:
    """Where a text stands in its place: 0 left and top, 0.5 the middle, 1 right and bottom."""
    said, _ = QQmlExpression(qmlContext(item), item, ALIGNED).evaluate()
    across, down = (int(word) for word in str(said).split(","))
    return SIDES.get(across, 0.0), SIDES.get(down, 0.0)


def sideways(scene: Scene) -> Iterator[Finding]:
    for item in scene.flickables:
        if float(item.property("contentWidth")) > item.width() + SLACK:
            yield Finding("scrolls sideways", item.metaObject().className(), f"{item.property('contentWidth')}")


def no_more(scene: Scene) -> Iterator[Finding]:
    """Something is longer than its place and nothing says so."""
    names = {thing.name for thing in scene.controls}
    more = {QCoreApplication.translate("Scroll", words) for words in ("See more", "Back to the top")}
    for item in scene.flickables:
        if not covered(item) and float(item.property("contentHeight")) > item.height() + SLACK and not names & more:
            yield Finding(
                "longer than its place without a button", f"{item.property('contentHeight')} > {item.height()}"
            )


def letters_size(scene: Scene) -> Iterator[Finding]:
    for each in scene.letters:
        if each.icon or each.seen.isEmpty():
            continue
        low = CAPITALS[min(scene.size, 1) if fixed(each.item) else scene.size][0]
        if each.font.family() not in FAMILIES or QFontInfo(each.font).family() != each.font.family():
            yield Finding("another font", each.text[:60], each.font.family())
        height = scene.mm(QFontMetricsF(each.font).capHeight())
        if height < low - 0.05:
            yield Finding("letters too small", each.text[:60], f"{height:.2f} mm")


def fixed(item: QQuickItem) -> bool:
    """Whether its letters keep the default's height: words on keys of 20 mm, of which ten stand in a row, and numbers
    on a drawing, whose areas stand in words of full height beside it."""
    above: QQuickItem | None = item
    while above is not None:
        if above.objectName() in ("keys", "drawing"):
            return True
        above = above.parentItem()
    return False


def out_of_reach(scene: Scene) -> Iterator[Finding]:
    if scene.staff:
        return
    top = scene.height * (0.5 if scene.lowered else REACH if scene.upright else 0.0)
    for thing in scene.controls:
        if thing.touched and thing.seen.top() < top - SLACK:
            yield Finding("too high to reach", thing.name, f"{thing.seen.top():.0f} < {top:.0f} px")


def unheard(scene: Scene) -> Iterator[Finding]:
    """Words on the screen that the tree does not have."""
    heard = plain(" ".join(f"{thing.name} {thing.description}" for thing in scene.things))
    for each in scene.letters:
        for line in () if each.icon else each.text.split("\n"):
            words = plain(MARKS.sub("", line))
            if words and words not in heard:
                yield Finding("not in the tree", line[:80])


def plain(text: str) -> str:
    """The words alone: no markup, single spaces."""
    return " ".join(
        re.sub(r"<[^>]+>", "", text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").split()
    )


def pale(scene: Scene) -> Iterator[Finding]:
    """Letters and icons whose contrast with what is behind them is out of bounds."""
    now, bare = scene.pictures
    low, high = CONTRASTS[scene.contrast]
    for each in scene.letters:
        rect = (
            (each.seen if each.icon else each.inked)
            .toAlignedRect()
            .intersected(QRectF(0, 0, scene.width, scene.height).toRect())
        )
        if rect.isEmpty():
            continue
        part = np.s_[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1]
        for ratio in block_ratios(now[part], bare[part]):
            if not low - 0.15 <= ratio <= high + 0.15:
                yield Finding("contrast", each.text[:60], f"{ratio:.1f}, not {low:g} to {high:g}")
                break


def block_ratios(now: np.ndarray, bare: np.ndarray) -> Iterator[float]:
    """The contrast of the ink in each piece of a text."""
    apart = np.maximum(now, bare) - np.minimum(now, bare)
    change = np.maximum(np.maximum(apart[..., 0], apart[..., 1]), apart[..., 2])
    starts = np.arange(0, change.shape[1], BLOCK)
    inked = np.add.reduceat((change > 24).sum(axis=0), starts)
    for left in starts[inked >= max(INK, 3 * change.shape[0] // 2)]:
        piece = np.s_[:, left : left + BLOCK]
        full = change[piece] >= 0.97 * change[piece].max()
        yield float(np.median(ratios(now[piece][full], bare[piece][full])))


def edgeless(scene: Scene) -> Iterator[Finding]:
    """Controls whose edge hardly differs from what is around."""
    now, _ = scene.pictures
    low = CONTRASTS[scene.contrast][0]
    for thing in scene.controls:
        ground = thing.item.property("background")
        if not isinstance(ground, QQuickItem) or not ground.inherits("QQuickRectangle"):
            continue
        rect, radius = placed(ground), float(ground.property("radius"))
        straight = rect.adjusted(0, radius, 0, -radius).intersected(thing.seen)  # the edge without its round corners
        bare = int(ground.property("color").alpha()) == 0
        if (
            straight.height() < EDGE
            or straight.width() < EDGE
            or bare
            or not 6 <= rect.left() < scene.width - 16
            or straight.bottom() > scene.height
        ):
            continue
        best = max(edge(now, int(rect.left()), int(straight.top() + straight.height() * part)) for part in PARTS)
        if best < low - 0.3:
            yield Finding("edge too pale", thing.name, f"{best:.1f}")


def edge(now: np.ndarray, left: int, row: int) -> float:
    """The greatest contrast of what lies around a control with its edge, in one row of the picture."""
    across = now[row, left - 5 : left + 10]
    return float(ratios(across, np.repeat(across[:1], len(across), axis=0)).max())


GEOMETRY: tuple[Callable[[Scene], Iterator[Finding]], ...] = (
    unnamed,
    twice,
    unpressable,
    unticked,
    wordless,
    unreachable,
    small,
    crowded,
    outside,
    cut_off,
    burst,
    over_words,
    sideways,
    no_more,
    letters_size,
    out_of_reach,
    unheard,
)
COLOURS: tuple[Callable[[Scene], Iterator[Finding]], ...] = (pale, edgeless)


def audit(
    scene: Scene, rules: tuple[Callable[[Scene], Iterator[Finding]], ...] = (*GEOMETRY, *COLOURS)
) -> list[Finding]:
    """Everything on the screen that breaks a rule."""
    return sorted({finding for rule in rules for finding in rule(scene)})
