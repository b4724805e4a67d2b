"""What can go wrong with what lasts, each with a sentence that says what a person can do.

StoreError
├── AlreadyRunning        another copy uses this data folder
├── BackupRefused         it is damaged, another kiosk's, or older than the keys here
├── KeysError
│   ├── KeysMissing       set-up was not done
│   ├── KeysExist         set-up was done before
│   ├── KeysRefused       the key files are not what set-up wrote
│   ├── UnknownStaff      nobody of that name has a key here
│   └── WrongPassphrase   the words do not open this key
├── RecordError
│   ├── NoSuchRecord      nothing has that id
│   ├── Deleted           its answers were deleted by staff
│   ├── NotForThisKey     it is sealed to other keys
│   └── Tampered          it was changed, moved or forged
│       └── Unlinked      it is intact, but not what stands beside it
├── EditionsError         a version of the content cannot be kept
│   ├── NoSuchEdition     it is not there, or not as it was published
│   └── NothingBefore     there is nothing to go back to
├── FolderRefused         a folder of exported records cannot be read, or something in it not changed
└── DatabaseError
    ├── DiskFull          nothing more can be written
    ├── DatabaseNewer     a newer version of this program wrote it
    └── DatabaseBroken    it cannot be read or written

``kiosk.domain.record.NotKept`` is what the patient's side sees of them. None of them ever carries an answer.
"""

from __future__ import annotations

from kiosk.domain.office import Refused


class StoreError(Refused):
    """The family. ``sentence`` is what is said when nothing more exact is known."""

    sentence = "Something that should last could not be read or written. Ask your technician."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class AlreadyRunning(StoreError):
    sentence = "The kiosk is already running with this data folder. Close the other copy first."


class BackupRefused(StoreError):
    sentence = "This backup cannot be used: it is damaged or not one of this program. Choose another one."


class KeysError(StoreError):
    sentence = "The clinic's keys cannot be used. Run the set-up or restore the keys from a backup."


class KeysMissing(KeysError):
    sentence = "There are no keys yet. Run the set-up, then patients can send answers."


class KeysExist(KeysError):
    sentence = "The set-up was already done here. Its keys are needed to read the records, so they are not replaced."


class KeysRefused(KeysError):
    sentence = "The key files were changed since the set-up. Restore the keys folder from a backup."


class UnknownStaff(KeysError):
    sentence = "Nobody of that name has a key here. Choose a name from the list."


class WrongPassphrase(KeysError):
    sentence = "Those words do not open this key. Check each word and try again."


class RecordError(StoreError):
    sentence = "This record cannot be opened."


class NoSuchRecord(RecordError):
    sentence = "There is no such record. Go back to the list."


class Deleted(RecordError):
    sentence = "The answers of this record were deleted by staff."


class NotForThisKey(RecordError):
    sentence = "This record is sealed to other keys. Unlock with a key of that time, or with the recovery key."


class Tampered(RecordError):
    sentence = "This record is not as the kiosk wrote it. Do not rely on it; ask the patient again."


class Unlinked(Tampered):
    sentence = "This record is intact, but its neighbours were changed or are missing. Tell your technician."


class FolderRefused(StoreError):
    sentence = "This is no finished export of sealed records. Choose the folder that holds manifest.jsonl."


class EditionsError(StoreError):
    sentence = "There is no content in this folder that could be kept. Choose the folder that holds clinic.toml."


class NoSuchEdition(EditionsError):
    sentence = "There is no whole version of that name. `main.py content list` shows them; or publish it again."


class NothingBefore(EditionsError):
    sentence = "There is nothing to go back to. `main.py content list` shows every version."


class DatabaseError(StoreError):
    sentence = "The records cannot be read or written."


class DiskFull(DatabaseError):
    sentence = "The disk is full. Free some space; nothing that was sent is lost."


class DatabaseNewer(DatabaseError):
    sentence = "A newer version of this program wrote these records. Start that version."


class DatabaseBroken(DatabaseError):
    sentence = "The records' file is damaged or cannot be reached. Keep the file and ask your technician."
