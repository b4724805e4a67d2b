"""The command line, one function a command. Errors are one sentence and what to do; a traceback only with --debug."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from kiosk.domain.figures import Period
from kiosk.editorial import content_app
from kiosk.office.opening import SHIPPED, Opening, open_kiosk, parsed_size, shown
from kiosk.office.terminal import TROUBLE, told
from kiosk.settings import default_data, read_settings

app = typer.Typer(
    help="The waiting-room kiosk. Without a command it opens the screen.",
    epilog="Add --debug to any command to see where it failed.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
records_app = typer.Typer(
    help="The sent records. All but verify ask for a passphrase; without a terminal it is a line of the input.",
    rich_markup_mode=None,
)
app.add_typer(records_app, name="records")
app.add_typer(content_app, name="content")
keys_app = typer.Typer(
    help="Who can read the records: list, add, remove, role, renew, recovery, reseal, fingerprint.",
    rich_markup_mode=None,
)
app.add_typer(keys_app, name="keys")
speech_app = typer.Typer(help="Reading aloud.", rich_markup_mode=None)
app.add_typer(speech_app, name="speech")

Windowed = Annotated[bool, typer.Option("--windowed", help="In a window instead of the whole screen.")]
Size = Annotated[str, typer.Option("--size", metavar="WIDTHxHEIGHT", help="Size in pixels, e.g. 1080x1920.")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Where keys and records are kept.")]
Content = Annotated[
    Path | None,
    typer.Option("--content", metavar="DIR", help="A content folder.", show_default="the active version"),
]
Watch = Annotated[bool, typer.Option("--watch", help="Show what is changed in the content folder at once.")]
Demo = Annotated[bool, typer.Option("--demo", help="A demonstration in a throw-away folder; nothing is kept.")]
Name = Annotated[str, typer.Option("--staff", metavar="NAME", help="The staff member's name.")]
Recovery = Annotated[bool, typer.Option("--recovery", help="With the recovery key on paper instead.")]
KeyFile = Annotated[Path | None, typer.Option("--key-file", metavar="FILE", help="A staff key that is kept elsewhere.")]
KeptIn = Annotated[
    Path | None, typer.Option("--kept-in", metavar="PATH", help="Keep the key there and not on the kiosk.")
]


class Role(StrEnum):
    """What a member of staff may do."""

    ADMIN = "admin"
    STAFF = "staff"


FORMATS = ("fhir", "pdf", "csv", "age")
PERIODS = tuple(one.value for one in Period)
SIZES = ("small", "default", "large", "largest")
CONTRASTS = ("warm", "light", "dark", "low")


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    windowed: Windowed = False,
    size: Size = "",
    data: Data = None,
    content: Content = None,
    watch: Watch = False,
    demo: Demo = False,
) -> None:
    """Opens the kiosk."""
    if context.invoked_subcommand is None:
        run(windowed=windowed, size=size, data=data, content=content, watch=watch, demo=demo)
    if windowed or size or data or demo or content or watch:
        raise typer.BadParameter(f"write its options behind “{context.invoked_subcommand}”, not before")


@app.command()
def run(
    windowed: Windowed = False,
    size: Size = "",
    data: Data = None,
    content: Content = None,
    watch: Watch = False,
    demo: Demo = False,
) -> None:
    """Opens the kiosk (this is what happens without a command)."""
    if demo and data:
        raise typer.BadParameter("a demonstration keeps nothing, so it takes no --data", param_hint="--demo")
    if watch and not content:
        raise typer.BadParameter("name the folder that is edited with --content", param_hint="--watch")
    try:
        pixels = parsed_size(size) if size else None
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--size") from problem
    raise typer.Exit(open_kiosk(Opening(data, content, pixels, windowed, demo, watch)))


@app.command()
def setup(
    data: Data = None,
    staff: Name = "",
    kiosk: Annotated[str, typer.Option("--kiosk", metavar="NAME", help="This kiosk's name in its records.")] = "",
    kept_in: KeptIn = None,
) -> None:
    """Makes the clinic's keys: a passphrase and a recovery key, each shown once."""
    from kiosk.office import founding  # noqa: PLC0415 (only what a command needs)

    raise typer.Exit(founding.setup(data or default_data(), staff, kiosk, kept_in))


@app.command()
def check(
    content: Annotated[Path, typer.Argument(help="The content folder.", show_default="the shipped one")] = SHIPPED,
    as_json: Annotated[bool, typer.Option("--json", help="As a list of objects, for programs.")] = False,
    codes: Annotated[bool, typer.Option("--codes", help="Instead: what every code means and how to mend it.")] = False,
    data: Data = None,
) -> None:
    """Says what is wrong with the content: file, line, column and a sentence each. Exit code 1 on errors."""
    from kiosk.office import checking  # noqa: PLC0415

    if codes:
        raise typer.Exit(checking.list_codes(as_json=as_json))
    today = datetime.now().astimezone().date()
    raise typer.Exit(checking.check(content, as_json=as_json, data=data or default_data(), today=today))


@app.command()
def preview(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write; index.html is in it.")],
    content: Annotated[Path, typer.Argument(help="The content folder.", show_default="the shipped one")] = SHIPPED,
    sizes: Annotated[str, typer.Option(metavar="|".join(SIZES), help="Text sizes, with commas, or all.")] = "default",
    contrasts: Annotated[str, typer.Option(metavar="|".join(CONTRASTS), help="With commas, or all.")] = "warm",
    languages: Annotated[str, typer.Option(metavar="en,es", help="Only these languages.")] = "",
    size: Size = "",
    landscape: Annotated[bool, typer.Option("--landscape", help="As on a screen that lies on its side.")] = False,
    lowered: Annotated[bool, typer.Option("--lowered", help="With the screen lowered.")] = False,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="DIR", help="Mark what differs from this content.")
    ] = None,
    data: Data = None,
) -> None:
    """Makes a picture of every page, and one index.html to look through them. Needs no screen. Exit code 1 when the
    content has errors; what is sound is pictured."""
    from kiosk.office import previewing  # noqa: PLC0415

    try:
        pixels = parsed_size(size) if size else None
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--size") from problem
    request = previewing.Request(
        content,
        out,
        _some(sizes, SIZES, "--sizes"),
        _some(contrasts, CONTRASTS, "--contrasts"),
        tuple(tag for tag in languages.split(",") if tag),
        pixels,
        landscape,
        lowered,
        against,
        data,
    )
    raise typer.Exit(previewing.preview(request))


def _some(text: str, known: Sequence[str], option: str) -> tuple[str, ...]:
    """The names of a list with commas between them, in the order of the known ones; ``all`` for every one."""
    asked = [name.strip() for name in text.split(",") if name.strip()]
    if "all" in asked:
        return tuple(known)
    wrong = next((name for name in asked if name not in known), None)
    if wrong is not None or not asked:
        raise typer.BadParameter(f"choose among {', '.join(known)}, or all", param_hint=option)
    return tuple(name for name in known if name in asked)


AsJson = Annotated[bool, typer.Option("--json", help="As one object, for programs.")]


@app.command("import-fhir")
def import_fhir(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A FHIR R4 Questionnaire, JSON.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="YAML", help="The file to write.")] = None,
    accept_loss: Annotated[bool, typer.Option("--accept-loss", help="Also when something named is lost.")] = False,
    as_json: AsJson = False,
) -> None:
    """Makes a questionnaire of the kiosk from a FHIR one, or says all that is in the way. Exit code 3 when refused."""
    from kiosk.office import fhir_forms  # noqa: PLC0415

    raise typer.Exit(fhir_forms.import_fhir(file, out, accept_loss=accept_loss, as_json=as_json))


@app.command("export-fhir")
def export_fhir(
    questionnaire: Annotated[Path, typer.Argument(metavar="QUESTIONNAIRE.yaml", help="A questionnaire of the kiosk.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The FHIR R4 file to write.")],
) -> None:
    """Writes a questionnaire as FHIR R4 JSON."""
    from kiosk.office import fhir_forms  # noqa: PLC0415

    raise typer.Exit(fhir_forms.export_fhir(questionnaire, out))


@app.command("validate-fhir")
def validate_fhir(
    questionnaire: Annotated[Path, typer.Argument(metavar="QUESTIONNAIRE.json", help="The questionnaire.")],
    response: Annotated[Path, typer.Argument(metavar="RESPONSE.json", help="A QuestionnaireResponse to it.")],
    as_json: AsJson = False,
) -> None:
    """Says whether a response fits its questionnaire. Exit code 1 when it does not."""
    from kiosk.office import validating  # noqa: PLC0415

    raise typer.Exit(validating.validate_files(questionnaire, response, as_json=as_json))


@records_app.command("list")
def list_records(data: Data = None, staff: Name = "") -> None:
    """Lists the records, newest first: time, code, state, gravest alert."""
    from kiosk.office import records  # noqa: PLC0415

    with records.unlocked(data or default_data(), staff) as desk:
        raise typer.Exit(records.list_all(desk))


@records_app.command("show")
def show_record(
    code: Annotated[list[str], typer.Argument(metavar="CODE", help="The claim code, e.g. MAPLE 27.")],
    data: Data = None,
    staff: Name = "",
) -> None:
    """Shows one record, alerts first."""
    from kiosk.office import records  # noqa: PLC0415

    with records.unlocked(data or default_data(), staff) as desk:
        raise typer.Exit(records.show(desk, " ".join(code)))


@records_app.command("export")
def export_records(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write into.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="A FHIR bundle, PDFs, a table, or sealed files.")
    ] = "fhir",
    code: Annotated[str, typer.Option("--code", metavar="CODE", help="Only the record with this claim code.")] = "",
    data: Data = None,
    content: Content = None,
    staff: Name = "",
) -> None:
    """Writes records out: all answers as one FHIR bundle, a PDF each, a table, or the sealed files themselves."""
    from kiosk.office import export, records  # noqa: PLC0415

    if form not in FORMATS:
        raise typer.BadParameter(f"choose one of {', '.join(FORMATS)}", param_hint="--format")
    folder = data or default_data()
    with records.unlocked(folder, staff) as desk:
        raise typer.Exit(export.export(desk, form, out, code, shown(folder, content)))


@records_app.command("verify")
def verify_records(
    data: Data = None,
    head: Annotated[
        Path | None, typer.Option("--head", metavar="FILE", help="head.txt of an export: also what was cut off since.")
    ] = None,
) -> None:
    """Says whether every record is there and as it was sent. Exit code 1 when one is not. Needs no passphrase."""
    from kiosk.office import verifying  # noqa: PLC0415

    raise typer.Exit(verifying.verify(data or default_data(), head))


@records_app.command("purge")
def purge_records(data: Data = None, staff: Name = "") -> None:
    """Deletes for good the records whose time is over, after a question."""
    from kiosk.office import purging, records  # noqa: PLC0415

    folder = data or default_data()
    with records.unlocked(folder, staff) as desk:
        raise typer.Exit(purging.purge(desk, datetime.now().astimezone(), *read_settings(folder).kept_days))


@app.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")], data: Data = None) -> None:
    """Writes records, keys and settings to one file; what is sealed stays sealed."""
    from kiosk.office import saving  # noqa: PLC0415

    raise typer.Exit(saving.back_up(data or default_data(), file))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup of this kiosk.")], data: Data = None
) -> None:
    """Checks a backup and puts it in use; what was there is put aside."""
    from kiosk.office import saving  # noqa: PLC0415

    raise typer.Exit(saving.restore(data or default_data(), file))


@app.command("staff")
def staff_desk(
    data: Data = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="PATH", help="An export of sealed records, or a backup.")
    ] = None,
    key_file: KeyFile = None,
    content: Content = None,
) -> None:
    """Opens the staff desk in a window: on this machine's records, or on a copy of them."""
    from kiosk.office.saving import unpacked  # noqa: PLC0415
    from kiosk.office.staff_desk import Source, open_staff_desk  # noqa: PLC0415

    raise typer.Exit(open_staff_desk(Source(data or default_data(), source, key_file, content), unpacked))


@keys_app.command("list")
def list_keys(data: Data = None) -> None:
    """Lists who can read the records."""
    from kiosk.office import staffing  # noqa: PLC0415

    raise typer.Exit(staffing.list_staff(data or default_data()))


@keys_app.command("fingerprint")
def fingerprint(data: Data = None) -> None:
    """Shows the list of keys as eight words."""
    from kiosk.office import staffing  # noqa: PLC0415

    raise typer.Exit(staffing.fingerprint(data or default_data()))


@keys_app.command("add")
def add_key(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose key it will be.")],
    data: Data = None,
    staff: Name = "",
    recovery: Recovery = False,
    key_file: KeyFile = None,
    kept_in: KeptIn = None,
    role: Annotated[Role, typer.Option(help="An admin also changes staff, settings and content.")] = Role.STAFF,
) -> None:
    """Lets one more person read records that are sent from now on."""
    from kiosk.office import staffing  # noqa: PLC0415

    permit = staffing.Permit(data or default_data(), staff, recovery, key_file)
    raise typer.Exit(staffing.add(permit, name, kept_in, role.value))


@keys_app.command("role")
def change_role(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose role changes.")],
    role: Annotated[Role, typer.Argument(metavar="admin|staff", help="Admins change staff, settings and content.")],
    data: Data = None,
    staff: Name = "",
    recovery: Recovery = False,
    key_file: KeyFile = None,
) -> None:
    """Makes somebody an admin, or an admin a member of staff who only reads answers."""
    from kiosk.office import staffing  # noqa: PLC0415

    permit = staffing.Permit(data or default_data(), staff, recovery, key_file)
    raise typer.Exit(staffing.appoint(permit, name, role.value))


@keys_app.command("remove")
def remove_key(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who leaves.")],
    data: Data = None,
    staff: Name = "",
    recovery: Recovery = False,
    key_file: KeyFile = None,
) -> None:
    """Seals new records no longer to this person."""
    from kiosk.office import staffing  # noqa: PLC0415

    raise typer.Exit(staffing.remove(staffing.Permit(data or default_data(), staff, recovery, key_file), name))


@keys_app.command("renew")
def renew_key(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Who gets new words; without a name you do.")] = "",
    data: Data = None,
    staff: Name = "",
    recovery: Recovery = False,
    key_file: KeyFile = None,
    kept_in: KeptIn = None,
) -> None:
    """Makes new words for somebody, for example when the old ones are lost."""
    from kiosk.office import staffing  # noqa: PLC0415

    permit = staffing.Permit(data or default_data(), staff, recovery, key_file)
    raise typer.Exit(staffing.renew(permit, name, kept_in))


@keys_app.command("recovery")
def renew_recovery(data: Data = None, staff: Name = "", recovery: Recovery = False, key_file: KeyFile = None) -> None:
    """Makes a new recovery key, shown once."""
    from kiosk.office import staffing  # noqa: PLC0415

    raise typer.Exit(staffing.renew_recovery(staffing.Permit(data or default_data(), staff, recovery, key_file)))


@keys_app.command("reseal")
def reseal(data: Data = None, staff: Name = "", recovery: Recovery = False, key_file: KeyFile = None) -> None:
    """Seals older records to the staff of today, so that who has left can open none of them here."""
    from kiosk.office import staffing  # noqa: PLC0415

    raise typer.Exit(staffing.reseal(staffing.Permit(data or default_data(), staff, recovery, key_file)))


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="As a list of objects, for programs.")] = False,
    data: Data = None,
    content: Content = None,
) -> None:
    """Says whether this machine is ready for patients, and what to do. Exit code 1 when something must be mended."""
    from kiosk.office import doctor as examining  # noqa: PLC0415

    folder, now = data or default_data(), datetime.now().astimezone()
    raise typer.Exit(examining.doctor(folder, shown(folder, content), as_json=as_json, now=now))


@app.command()
def counts(
    period: Annotated[
        str, typer.Option("--period", metavar="|".join(PERIODS), help="This week or month, 90 days, or a year.")
    ] = "month",
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="A table for a spreadsheet instead.")
    ] = None,
    data: Data = None,
    content: Content = None,
) -> None:
    """Shows what many patients read and where they left the questionnaire: bands of five visits, nobody's own."""
    from kiosk.office import counting  # noqa: PLC0415

    if period not in PERIODS:
        raise typer.BadParameter(f"choose one of {', '.join(PERIODS)}", param_hint="--period")
    folder, today = data or default_data(), datetime.now().astimezone().date()
    raise typer.Exit(counting.counts(folder, shown(folder, content), Period(period), csv, today))


@speech_app.callback()
def speech() -> None:
    """Reading aloud."""


@speech_app.command("build")
def build_speech(
    content: Annotated[Path, typer.Argument(help="The content folder.", show_default="the shipped one")] = SHIPPED,
    data: Data = None,
) -> None:
    """Makes the clips that are missing, for every sentence in every language. May be stopped and started again."""
    from kiosk.office import speaking  # noqa: PLC0415

    raise typer.Exit(speaking.build_clips(content, data or default_data()))


def main(arguments: list[str]) -> int:
    """Runs a command line; the exit code: 0 done, 1 it could not be done, 2 it was not understood,
    3 a form was refused."""
    rest = [argument for argument in arguments if argument != "--debug"]
    return told(lambda: _parsed(rest), debug="--debug" in arguments)


def _parsed(arguments: list[str]) -> int:
    try:
        get_command(app)(args=arguments, prog_name="main.py")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else TROUBLE
    return 0
