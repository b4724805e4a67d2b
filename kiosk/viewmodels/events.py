"""What stands in the audit log, in words that staff read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def sentence(event: str) -> str:
    """An event of the log in plain words; its id when a newer version of the program wrote it."""
    return _sentences().get(event, event)


def details(counts: Mapping[str, int | str]) -> str:
    """What a line counts, e.g. ``record 12``; what is there for programs only is left out."""
    words = _details()
    return ", ".join(words[key].replace("%1", str(value)) for key, value in counts.items() if key in words)


def _sentences() -> dict[str, str]:
    return {
        "started": QCoreApplication.translate("Events", "The program was started"),
        "stopped": QCoreApplication.translate("Events", "The program was ended"),
        "crashed": QCoreApplication.translate("Events", "The program had stopped by itself"),
        "unlocked": QCoreApplication.translate("Events", "Unlocked"),
        "unlock-failed": QCoreApplication.translate("Events", "A wrong passphrase was typed"),
        "record-opened": QCoreApplication.translate("Events", "Answers were opened"),
        "record-reviewed": QCoreApplication.translate("Events", "Marked as reviewed"),
        "identity-confirmed": QCoreApplication.translate("Events", "Name and birth date were checked"),
        "exported": QCoreApplication.translate("Events", "Records were exported"),
        "printed": QCoreApplication.translate("Events", "Answers were printed"),
        "saved": QCoreApplication.translate("Events", "Answers were saved as a file"),
        "record-deleted": QCoreApplication.translate("Events", "Answers were deleted"),
        "retention": QCoreApplication.translate("Events", "Old answers were cleared"),
        "keys-founded": QCoreApplication.translate("Events", "The set-up was done"),
        "staff-added": QCoreApplication.translate("Events", "Somebody was added to the staff"),
        "staff-removed": QCoreApplication.translate("Events", "Somebody was removed from the staff"),
        "role-changed": QCoreApplication.translate("Events", "A member of staff got another role"),
        "records-resealed": QCoreApplication.translate("Events", "Older records were sealed anew"),
        "recovery-used": QCoreApplication.translate("Events", "The recovery key was used"),
        "content-changed": QCoreApplication.translate("Events", "Other pages and questions are in use"),
        "settings-changed": QCoreApplication.translate("Events", "Settings were changed"),
        "content-published": QCoreApplication.translate("Events", "A version of the content was published"),
        "content-activated": QCoreApplication.translate("Events", "A version of the content was activated"),
        "content-rolled-back": QCoreApplication.translate("Events", "The content was taken back one version"),
        "disk-low": QCoreApplication.translate("Events", "The disk was nearly full"),
        "disk-closed": QCoreApplication.translate("Events", "The disk was full: the questions were closed"),
        "disk-ok": QCoreApplication.translate("Events", "The disk had room again"),
        "damaged": QCoreApplication.translate("Events", "Damage was found"),
        "recovered": QCoreApplication.translate("Events", "Damaged records were recovered"),
        "backup": QCoreApplication.translate("Events", "A backup was made"),
        "restored": QCoreApplication.translate("Events", "A backup was restored"),
        "audit-exported": QCoreApplication.translate("Events", "This log was saved as a file"),
        "counts-exported": QCoreApplication.translate("Events", "The counts were saved as a file"),
    }


def _details() -> dict[str, str]:
    return {
        "record": QCoreApplication.translate("Events", "record %1"),
        "opened": QCoreApplication.translate("Events", "records looked into: %1"),
        "misses": QCoreApplication.translate("Events", "wrong passphrases before: %1"),
        "exported": QCoreApplication.translate("Events", "records: %1"),
        "printed": QCoreApplication.translate("Events", "records: %1"),
        "deleted": QCoreApplication.translate("Events", "records: %1"),
        "resealed": QCoreApplication.translate("Events", "records: %1"),
        "saved": QCoreApplication.translate("Events", "records: %1"),
        "restored": QCoreApplication.translate("Events", "records: %1"),
        "recovered": QCoreApplication.translate("Events", "records: %1"),
        "lost": QCoreApplication.translate("Events", "lost: %1"),
        "reviewed": QCoreApplication.translate("Events", "reviewed: %1"),
        "unclaimed": QCoreApplication.translate("Events", "never opened: %1"),
        "faults": QCoreApplication.translate("Events", "faults: %1"),
        "free": QCoreApplication.translate("Events", "free: %1 MB"),
        "file": "%1",
        "entries": QCoreApplication.translate("Events", "entries: %1"),
        "keys": "%1",
        "content": QCoreApplication.translate("Events", "version %1"),
        "staff": "%1",
        "role": QCoreApplication.translate("Events", "role: %1"),
    }
