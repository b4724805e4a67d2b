"""What was found about this machine, in words: what it is about, how it is, what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.readiness import Finding, Level


def level(of: Level) -> str:
    """The word beside the icon."""
    return {
        Level.GREEN: QCoreApplication.translate("Readiness", "Ready"),
        Level.AMBER: QCoreApplication.translate("Readiness", "Look at it"),
        Level.RED: QCoreApplication.translate("Readiness", "Mend it first"),
    }[of]


def area(finding: Finding) -> str:
    """What it is about."""
    return {
        "storage": QCoreApplication.translate("Readiness", "Disk"),
        "encryption": QCoreApplication.translate("Readiness", "Disk encryption"),
        "settings": QCoreApplication.translate("Readiness", "Settings"),
        "keys": QCoreApplication.translate("Readiness", "Keys"),
        "recovery": QCoreApplication.translate("Readiness", "Recovery key"),
        "records": QCoreApplication.translate("Readiness", "Records"),
        "backup": QCoreApplication.translate("Readiness", "Backup"),
        "content": QCoreApplication.translate("Readiness", "Content"),
        "sign-off": QCoreApplication.translate("Readiness", "Sign-off"),
        "screen": QCoreApplication.translate("Readiness", "Screen size"),
        "reach": QCoreApplication.translate("Readiness", "Reach"),
        "fonts": QCoreApplication.translate("Readiness", "Letters"),
        "sound": QCoreApplication.translate("Readiness", "Read aloud"),
        "clock": QCoreApplication.translate("Readiness", "Clock"),
        "versions": QCoreApplication.translate("Readiness", "Versions"),
    }[finding.area]


def sentence(finding: Finding) -> str:
    """How it is."""
    return filled(_sentences()[finding.code], finding)


def advice(finding: Finding) -> str:
    """What to do; empty where nothing is."""
    return filled(_advice().get(finding.code, ""), finding)


def filled(words: str, finding: Finding) -> str:
    for number, value in enumerate(finding.values.values(), 1):
        words = words.replace(f"%{number}", str(value))
    return words


def _sentences() -> dict[str, str]:
    return {
        "folder-missing": QCoreApplication.translate("Readiness", "The data folder %1 is not there yet."),
        "folder-refuses": QCoreApplication.translate("Readiness", "Nothing can be written in %1: %2."),
        "disk-full": QCoreApplication.translate("Readiness", "%1 MB are free: the questionnaire is closed."),
        "disk-low": QCoreApplication.translate("Readiness", "Only %1 MB are free."),
        "disk-unknown": QCoreApplication.translate("Readiness", "The disk cannot be asked how much room it has."),
        "disk-forgets": QCoreApplication.translate("Readiness", "The data folder is kept in memory only (%1)."),
        "disk-weak": QCoreApplication.translate("Readiness", "The data folder is on a %1 disk, which promises less."),
        "disk-good": QCoreApplication.translate("Readiness", "%1 MB are free, and what is written lasts (%2)."),
        "disk-encrypted": QCoreApplication.translate("Readiness", "The system encrypts this disk."),
        "disk-plain": QCoreApplication.translate("Readiness", "The system does not encrypt this disk."),
        "swap-plain": QCoreApplication.translate("Readiness", "The system may write memory to a disk in plain."),
        "encryption-unseen": QCoreApplication.translate("Readiness", "Whether the disk is encrypted cannot be seen."),
        "settings-wrong": QCoreApplication.translate("Readiness", "The settings cannot be used. %1"),
        "settings-good": QCoreApplication.translate("Readiness", "The settings can be read. This is “%1”."),
        "keys-missing": QCoreApplication.translate("Readiness", "There are no keys: the questionnaire is closed."),
        "keys-refused": QCoreApplication.translate("Readiness", "The keys cannot be used. %1"),
        "keys-unled": QCoreApplication.translate("Readiness", "Staff who can read: %1, but none is an admin."),
        "keys-good": QCoreApplication.translate("Readiness", "Staff who can read: %1, admins: %2. Fingerprint: %3."),
        "recovery-unproved": QCoreApplication.translate("Readiness", "Nothing shows that the recovery key was tried."),
        "recovery-proved": QCoreApplication.translate("Readiness", "It opened a test record (list %1)."),
        "records-none": QCoreApplication.translate("Readiness", "There are no records yet."),
        "records-in-use": QCoreApplication.translate("Readiness", "They are in use by the running kiosk."),
        "records-unreadable": QCoreApplication.translate("Readiness", "They cannot be opened. %1"),
        "records-damaged": QCoreApplication.translate("Readiness", "Their file is damaged in %1 places."),
        "records-aside": QCoreApplication.translate("Readiness", "A damaged file was put aside: %1."),
        "records-good": QCoreApplication.translate(
            "Readiness", "Their file is sound: %1 records, %2 lines of the log."
        ),
        "backup-none": QCoreApplication.translate("Readiness", "No backup was ever made."),
        "backup-unreachable": QCoreApplication.translate("Readiness", "The folder for backups is not there: %1."),
        "backup-old": QCoreApplication.translate("Readiness", "The last backup is %1 days old (%2)."),
        "backup-good": QCoreApplication.translate("Readiness", "The last backup is from %2."),
        "content-missing": QCoreApplication.translate("Readiness", "There is no content folder %1."),
        "content-empty": QCoreApplication.translate("Readiness", "Nothing in %1 can be shown (mistakes: %2)."),
        "content-errors": QCoreApplication.translate(
            "Readiness", "Mistakes: %1, warnings: %2. Some files are left out."
        ),
        "content-warnings": QCoreApplication.translate("Readiness", "Warnings: %1 (version %2)."),
        "content-good": QCoreApplication.translate("Readiness", "%1 pages without a mistake (version %2)."),
        "unsigned": QCoreApplication.translate("Readiness", "A clinician has signed %1 of %2 pages."),
        "signed": QCoreApplication.translate("Readiness", "A clinician has signed all %2 pages."),
        "screen-missing": QCoreApplication.translate("Readiness", "The screen cannot be seen from here. %1"),
        "panel-assumed": QCoreApplication.translate(
            "Readiness", "The glass is taken for %1 inches; nobody measured it."
        ),
        "panel-odd": QCoreApplication.translate("Readiness", "%1 × %2 pixels on %3 inches make %4 a millimetre."),
        "panel-good": QCoreApplication.translate("Readiness", "%1 × %2 pixels on %3 inches: %4 a millimetre."),
        "reach-unknown": QCoreApplication.translate("Readiness", "How high the screen hangs is not written down."),
        "reach-low": QCoreApplication.translate("Readiness", "The lowest button is %1 mm above the floor."),
        "reach-high": QCoreApplication.translate("Readiness", "Even lowered, buttons are %1 mm above the floor."),
        "reach-lowered": QCoreApplication.translate("Readiness", "Buttons are up to %1 mm high; lowered, %2 mm."),
        "reach-good": QCoreApplication.translate("Readiness", "Buttons are %1 to %2 mm above the floor."),
        "fonts-unseen": QCoreApplication.translate("Readiness", "The letters cannot be tried from here. %1"),
        "fonts-missing": QCoreApplication.translate("Readiness", "Other letters stand in for: %1."),
        "fonts-good": QCoreApplication.translate("Readiness", "The program's own letters are in use."),
        "sound-absent": QCoreApplication.translate("Readiness", "Nothing is installed to read aloud."),
        "sound-missing": QCoreApplication.translate("Readiness", "Nothing can be read aloud. %1"),
        "sound-good": QCoreApplication.translate("Readiness", "Pages can be read aloud."),
        "clock-wrong": QCoreApplication.translate("Readiness", "The clock says %1, which cannot be."),
        "clock-behind": QCoreApplication.translate("Readiness", "The clock says %1, but the log's last line is of %2."),
        "clock-zone": QCoreApplication.translate("Readiness", "The clock says %1; its time zone is not set."),
        "clock-good": QCoreApplication.translate("Readiness", "The clock says %1 (%2)."),
        "python-old": QCoreApplication.translate("Readiness", "Python %2 is too old."),
        "qt-wrong": QCoreApplication.translate("Readiness", "Qt for Python %3 cannot be used with Python %2."),
        "sqlite-old": QCoreApplication.translate("Readiness", "SQLite %4 is too old."),
        "versions-good": QCoreApplication.translate("Readiness", "Program %1, Python %2, Qt %3, SQLite %4, %5."),
    }


def _advice() -> dict[str, str]:
    return {
        "folder-missing": QCoreApplication.translate("Readiness", "The kiosk makes it when it starts."),
        "folder-refuses": QCoreApplication.translate(
            "Readiness", "Give the kiosk's user this folder, or name another."
        ),
        "disk-full": QCoreApplication.translate("Readiness", "Make room now."),
        "disk-low": QCoreApplication.translate("Readiness", "Make room soon: below 50 MB the questionnaire closes."),
        "disk-unknown": QCoreApplication.translate("Readiness", "Tell your technician."),
        "disk-forgets": QCoreApplication.translate("Readiness", "Name a folder on a real disk with --data."),
        "disk-weak": QCoreApplication.translate("Readiness", "Use a disk inside the machine, such as ext4."),
        "disk-plain": QCoreApplication.translate("Readiness", "Answers are sealed all the same. Encrypt the disk too."),
        "swap-plain": QCoreApplication.translate("Readiness", "Switch swap off, or encrypt it."),
        "encryption-unseen": QCoreApplication.translate("Readiness", "Ask your technician. Answers are sealed anyway."),
        "settings-wrong": QCoreApplication.translate("Readiness", "Until then the usual settings count."),
        "keys-missing": QCoreApplication.translate("Readiness", "Run the set-up."),
        "keys-refused": QCoreApplication.translate("Readiness", "Restore the keys from a backup."),
        "keys-unled": QCoreApplication.translate("Readiness", "Make somebody an admin with the recovery key."),
        "recovery-unproved": QCoreApplication.translate("Readiness", "Try the paper, or make a new recovery key."),
        "records-in-use": QCoreApplication.translate("Readiness", "Its own readiness page looks into them."),
        "records-unreadable": QCoreApplication.translate("Readiness", "Change nothing, and ask your technician."),
        "records-damaged": QCoreApplication.translate("Readiness", "The kiosk saves what is whole when it starts."),
        "records-aside": QCoreApplication.translate("Readiness", "Show it to your technician, then move it."),
        "backup-none": QCoreApplication.translate("Readiness", "Set a folder for backups; one is made every night."),
        "backup-unreachable": QCoreApplication.translate("Readiness", "Plug the disk in, or set another folder."),
        "backup-old": QCoreApplication.translate("Readiness", "Make one now."),
        "content-missing": QCoreApplication.translate("Readiness", "Name the right folder with --content."),
        "content-empty": QCoreApplication.translate("Readiness", "“main.py check” lists the mistakes."),
        "content-errors": QCoreApplication.translate("Readiness", "“main.py check” lists them with file and line."),
        "content-warnings": QCoreApplication.translate("Readiness", "“main.py check” lists them with file and line."),
        "unsigned": QCoreApplication.translate("Readiness", "Let a clinician read and sign the others."),
        "screen-missing": QCoreApplication.translate("Readiness", "Look at the readiness page on the kiosk itself."),
        "panel-assumed": QCoreApplication.translate("Readiness", "Measure it corner to corner, and set it."),
        "panel-odd": QCoreApplication.translate("Readiness", "No screen is made so: measure the glass again."),
        "reach-unknown": QCoreApplication.translate("Readiness", "Measure to the glass's lower edge: bottom_mm."),
        "reach-low": QCoreApplication.translate("Readiness", "Raise the screen: 380 mm is the least."),
        "reach-high": QCoreApplication.translate("Readiness", "Hang the screen lower: 1,220 mm is the most."),
        "reach-lowered": QCoreApplication.translate("Readiness", "Better hang it lower: 1,220 mm is the most."),
        "fonts-unseen": QCoreApplication.translate("Readiness", "Look at the readiness page on the kiosk itself."),
        "fonts-missing": QCoreApplication.translate("Readiness", "Install the program again."),
        "sound-absent": QCoreApplication.translate("Readiness", "Install the program with its extra “speech”."),
        "sound-missing": QCoreApplication.translate("Readiness", "Patients can read everything on the screen."),
        "clock-wrong": QCoreApplication.translate("Readiness", "Set the clock of the machine."),
        "clock-behind": QCoreApplication.translate("Readiness", "Set the clock of the machine."),
        "clock-zone": QCoreApplication.translate("Readiness", "Set the time zone of the clinic."),
        "python-old": QCoreApplication.translate("Readiness", "Install Python 3.11 or newer."),
        "qt-wrong": QCoreApplication.translate("Readiness", "Install what the lock file names."),
        "sqlite-old": QCoreApplication.translate("Readiness", "Install a newer Python."),
    }
