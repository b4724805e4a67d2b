"""Records written out for other programs and for paper: one FHIR bundle, a table, a PDF each, or the sealed files.

Nothing that was sealed is written anywhere but into the folder that was named. Every export carries the heads of both
chains: at the terminal, and in ``head.txt`` or at the foot of each page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk.office import age_export, csv_export, fhir_export, pdf_export
from kiosk.office.checking import number
from kiosk.office.exporting import Export, Steps, steps
from kiosk.office.heads import HEAD, told, write
from kiosk.office.records import Unlocked
from kiosk.office.terminal import STOPPED, TROUBLE, complain, say
from kiosk.office.whole import put
from kiosk.store.audit import Event
from kiosk.store.files import sync_folder


class Format(NamedTuple):
    """How records are written, and the names of the files that one export has once."""

    write: Callable[[Export], None]
    names: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "fhir": Format(fhir_export.write, (fhir_export.BUNDLE, HEAD)),
    "pdf": Format(pdf_export.write, ()),
    "csv": Format(csv_export.write, (csv_export.TABLE, csv_export.LEGEND, HEAD)),
    "age": Format(age_export.write, (age_export.MANIFEST, age_export.RECIPIENTS, HEAD)),
}


def export(desk: Unlocked, form: str, out: Path, code: str, content: Path, steps: Steps = steps) -> int:
    """Writes the records, or the one with this ``code``, into ``out``, each file whole or not at all; what is there
    already is left alone and told. Ctrl-C ends it. Raises Trouble, StoreError or OSError."""
    chosen = tuple(desk.heads(code))[::-1]
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    taken = [out / name for name in FORMATS[form].names if (out / name).exists()]
    for path in taken:
        complain(f"{path} is there already and was left as it is. Move it, or choose another folder.")
    if taken:
        return TROUBLE
    work = Export(desk, out, chosen, content, steps, whole=not code)
    work.check()
    return _written(work, form)


def _written(work: Export, form: str) -> int:
    stopped = False
    try:
        FORMATS[form].write(work)
        sync_folder(work.out)
    except KeyboardInterrupt:
        stopped = True
    except OSError:
        _stopped(work)
        raise
    finally:
        _note(work, form)
    if stopped:
        _stopped(work)
        return STOPPED
    say(f"{number(work.count, 'record')} written to {work.out}.")
    _anchor(work, form)
    return TROUBLE if work.left else work.desk.outcome


def _stopped(work: Export) -> None:
    say(f"Stopped. {work.count} of {number(len(work.heads), 'record')} written to {work.out}.")


def _note(work: Export, form: str) -> None:
    """The line in the audit log, also of an export that was ended half-way."""
    audit = work.desk.store.audit
    if work.count:
        audit.note(Event.EXPORTED, by=work.desk.name, exported=work.count, format=form)
    if audit.waiting:
        complain("The audit log could not be written, so this export is not in it. Tell your technician.")


def _anchor(work: Export, form: str) -> None:
    """The heads, the line about this export among them."""
    found, keyring = work.desk.store.chains(), work.desk.keyring
    if HEAD in FORMATS[form].names:
        when = datetime.now().astimezone()
        put(work.out / HEAD, write(found, keyring, form, work.count, when, work.desk.name))
        sync_folder(work.out)
    for line in told(found, keyring):
        say(line)
