"""Leads a records' file from every earlier layout to this one: one transaction on opening, all of it or nothing.

A layout is SQLite's ``user_version``. The steps are written out and never change again: they make what that version
of the program made, whatever ``tables`` says today.

1  records and marks
2  records sealed anew, and the audit log
3  the day's numbers
"""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.store.errors import DatabaseNewer
from kiosk.store.tables import LAYOUT, Table

STEPS: dict[int, tuple[str, ...]] = {
    1: (
        """CREATE TABLE resealed (
            record VARCHAR(36) NOT NULL,
            key_epoch INTEGER NOT NULL,
            digest BLOB NOT NULL,
            sig BLOB NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (record),
            FOREIGN KEY(record) REFERENCES record (id)
        )""",
        """CREATE TABLE audit (
            seq INTEGER NOT NULL,
            at VARCHAR(40) NOT NULL,
            kind VARCHAR(32) NOT NULL,
            "by" VARCHAR(200) NOT NULL,
            counts VARCHAR(2000) NOT NULL,
            prev BLOB NOT NULL,
            sig BLOB NOT NULL,
            PRIMARY KEY (seq)
        )""",
    ),
    2: (
        """CREATE TABLE counted (
            day DATE NOT NULL,
            kind VARCHAR(16) NOT NULL,
            what VARCHAR(300) NOT NULL,
            visits INTEGER NOT NULL,
            PRIMARY KEY (day, kind, what)
        ) WITHOUT ROWID""",
    ),
}
"""What leads from each layout to the next."""


def lay_out(connection: Connection) -> None:
    """Makes the tables of a new file or leads an older file to this layout, within the caller's transaction.

    A file of this layout is not written to, so that it opens on a full disk. Raises DatabaseNewer.
    """
    found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if found > LAYOUT:
        raise DatabaseNewer
    if found == LAYOUT:
        return
    if found == 0:
        Table.metadata.create_all(connection)
    else:
        for layout in range(found, LAYOUT):
            for statement in STEPS[layout]:
                connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version={LAYOUT}")
