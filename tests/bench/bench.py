"""Prints the kiosk's budgets side by side with bare Qt and bare fsync, measured in one run.

No test: a shared machine's times are noisy, so every figure stands beside its yardstick and is taken in turn with it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

RUNS = 7
BARE = """
import QtQuick
import QtQuick.Controls.Basic
Window { visible: true; width: 1080; height: 1920; Button { text: "Start"; anchors.centerIn: parent } }
"""
BARE_PROGRAM = """
import sys, time
begun = float(sys.argv[1])
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
app = QGuiApplication([])
engine = QQmlApplicationEngine()
engine.loadData(sys.argv[2].encode())
window = engine.rootObjects()[0]
def drawn():
    print(time.time() - begun, flush=True)
    QTimer.singleShot(1500, app.quit)
window.frameSwapped.connect(drawn)
app.exec()
for line in open("/proc/self/smaps_rollup"):
    if line.startswith("Pss:"):
        print(int(line.split()[1]) / 1024)
"""
KIOSK_PROGRAM = """
import sys, time
begun = float(sys.argv[1])
from pathlib import Path
from PySide6.QtCore import QTimer
from kiosk.app import Kiosk
from kiosk.fonts import application
from kiosk.options import Options
from kiosk.settings import RESOURCES
app = application(sys.argv[:1])
kiosk = Kiosk(Options(Path(sys.argv[2]), RESOURCES / "content", size=(1080, 1920)))
seen = []
def drawn():
    if not seen:
        print(time.time() - begun, flush=True)
        seen.append(True)
        QTimer.singleShot(100, home)
def home():
    kiosk.desk.begin("")
    QTimer.singleShot(50 if kiosk.desk.page != "Home" else 1500, home if kiosk.desk.page != "Home" else kiosk.quit)
kiosk.window.frameSwapped.connect(drawn)
kiosk.show()
app.exec()
for line in open("/proc/self/smaps_rollup"):
    if line.startswith("Pss:"):
        print(int(line.split()[1]) / 1024)
kiosk.close()
"""


def start(program: str, argument: str) -> tuple[float, float]:
    """Seconds from the start of Python to the first frame, and PSS in MiB a while later."""
    command = [sys.executable, "-c", program, str(time.time()), argument]
    out = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.split()
    return float(out[0]), float(out[-1])


def starts() -> None:
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS):
            bare.append(start(BARE_PROGRAM, BARE))
            ours.append(start(KIOSK_PROGRAM, folder))
    for place, what, unit in ((0, "start to first frame", "s"), (1, "memory on the home page (PSS)", "MiB")):
        mine, theirs = (statistics.median(run[place] for run in runs) for runs in (ours, bare))
        print(f"{what}: {mine:.2f} {unit}, bare window {theirs:.2f} {unit}, ratio {mine / theirs:.2f} (budget 1.5)")


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def percentile(times: list[float], part: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def touches() -> None:
    """From a touch on Next to the next question in a finished picture."""
    from conftest import SHIPPED, Clock
    from finger import Finger

    from kiosk.app import Kiosk
    from kiosk.fonts import application
    from kiosk.options import Options
    from kiosk.settings import Settings

    application(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        options = Options(Path(folder), SHIPPED, Settings(still=True), size=(1080, 1920), monotonic=clock.monotonic)
        kiosk = Kiosk(options)
        kiosk.show()
        finger = Finger(kiosk, clock)
        finger.until(lambda: kiosk.furnished)
        kiosk.desk.begin("")
        kiosk.desk.resume()
        finger.settle()
        times = []
        for _ in range(12):
            for at in range(kiosk.asking.total):
                times.append(timed(lambda at=at: (kiosk.asking._turn(at), finger.settle(), kiosk.window.grabWindow())))
        print(
            f"touch to next question drawn: p50 {percentile(times, 0.5) * 1000:.1f} ms, "
            f"p99 {percentile(times, 0.99) * 1000:.1f} ms (budget p99 33 ms; a picture of the whole window included)"
        )
        kiosk.close()


def sends() -> None:
    """Sealed, signed, durable, against a bare write and fsync of as many bytes."""
    from clinic import clinic, draft

    with tempfile.TemporaryDirectory() as folder:
        here = clinic(Path(folder))
        written = draft()
        first = here.store()
        first.keep(written)
        first.close()
        size = here.rows("select length(sealed) from record")[0][0]
        store = here.store()
        store.keep(written)
        ours, bare = [], []
        for number in range(200):
            path = Path(folder) / f"bare-{number}"

            def write(path: Path = path) -> None:
                with path.open("wb") as file:
                    file.write(b"x" * size)
                    file.flush()
                    os.fsync(file.fileno())

            bare.append(timed(write))
            ours.append(timed(lambda: store.keep(written)))
        for part in (0.5, 0.99):
            mine, theirs = percentile(ours, part) * 1000, percentile(bare, part) * 1000
            budget = " (budget 3)" if part == 0.5 else ""
            figures = f"{mine:.2f} ms, write + fsync {theirs:.2f} ms, ratio {mine / theirs:.2f}"
            print(f"Send p{part * 100:.0f}: {figures}{budget}")
        store.close()


def archive(records: int = 10_000) -> None:
    """The staff desk over many records: the list, from claim code to open record, a search by name, a check of all."""
    from clinic import clinic, draft

    from kiosk.store.glances import glances

    with tempfile.TemporaryDirectory() as folder:
        here = clinic(Path(folder))
        store = here.store()
        codes = [store.keep(draft(name=f"Patient {number}")).code for number in range(records)]
        found = {
            "first page of the list (budget 200 ms)": lambda: store.heads(6),
            "claim code to open record (budget 300 ms)": lambda: store.opened(store.find(codes[7]).id, here.staff),
            "search by name over all (budget 3 s)": lambda: [
                one for one in glances(store.database, here.staff, records, 0) if one and "Patient 77" in one.name
            ],
            "check of all signatures and both chains": store.health,
        }
        for what, work in found.items():
            print(f"{records} records, {what}: {timed(work) * 1000:.0f} ms")
        store.close()


def forms() -> None:
    """A change in a form of 821 items worked out anew; a questionnaire of 1,000 items read and opened."""
    from fhir_json import asks, group, questionnaire, when

    from kiosk.domain.literal import dumps
    from kiosk.domain.sheet import Sheet
    from kiosk.domain.view import visible
    from kiosk.fhir.questionnaire import compile
    from kiosk.fhir.reader import read_json

    def large(items: int) -> bytes:
        rows = (items - items // 10) // (items // 10)
        groups = [
            group(
                f"g{number}",
                *(asks(f"q{number}-{row}", **(when(f"q{number}-0") if row % 3 == 2 else {})) for row in range(rows)),
            )
            for number in range(items // 10)
        ]
        left = items - (items // 10) * (rows + 1)
        return dumps(questionnaire(*groups, *(asks(f"last{number}") for number in range(left)))).encode()

    form = compile(read_json(large(821))).form
    sheet = Sheet(form)
    for number in range(82):
        sheet = sheet.put(f"q{number}-0", (True,))
    times = [timed(lambda: visible(sheet)) for _ in range(300)]
    print(
        f"821 items worked out anew: p50 {percentile(times, 0.5) * 1000:.1f} ms, "
        f"p99 {percentile(times, 0.99) * 1000:.1f} ms (budget 8 ms)"
    )
    source = large(1000)
    times = [timed(lambda: visible(Sheet(compile(read_json(source)).form))) for _ in range(20)]
    print(f"a form of 1,000 items opened: p50 {percentile(times, 0.5) * 1000:.0f} ms (budget 300 ms)")


def checks(treatments: int = 1_000) -> None:
    """The deep check, and loading alone, of the shipped content with as many treatments in two languages."""
    import shutil
    from datetime import date

    from kiosk.content.inspection import inspect
    from kiosk.content.load import load

    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(ROOT / "resources" / "content", Path(name) / "content"))
        for page in (folder / "treatments").glob("neuromodulators.*.md"):
            text = page.read_text("utf-8")
            for number in range(treatments - 3):
                copy = page.with_name(page.name.replace("neuromodulators", f"copy-{number}"))
                copy.write_text(text.replace("title: ", f"title: {number} "), "utf-8")
        checked = timed(lambda: inspect(folder, today=date(2026, 3, 1)))
        loaded = timed(lambda: load(folder))
        print(
            f"{treatments} treatments x 2 languages: checked in {checked:.1f} s (budget 10 s), loaded in {loaded:.1f} s"
        )


if __name__ == "__main__":
    forms()
    checks()
    archive()
    starts()
    touches()
    sends()
