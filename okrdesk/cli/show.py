"""``show`` and ``explain``: the plan as a tree, and how a number came about."""

from collections.abc import Iterator

from okrdesk.cli.context import Context, Picture, picture
from okrdesk.cli.find import find_item, find_named
from okrdesk.cli.items import Item, Place, item, mission_item, places
from okrdesk.cli.lists import LISTS, Listing, lines_of, rows_of
from okrdesk.cli.marks import STATUS_MARKS, bar
from okrdesk.cli.output import Column, as_json, printable, room, say, table
from okrdesk.cli.parser import Commands, add_json, add_on
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.entities import Cycle
from okrdesk.domain.explain import explain
from okrdesk.domain.ids import shortest_prefixes
from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import STATUS_WORDS, Status
from okrdesk.text import Catalogue

_SHOW_EXAMPLES = """\
  okrdesk show plan.okrdesk
  okrdesk show plan.okrdesk --cycle "Q3 2026"
  okrdesk show plan.okrdesk --on 2026-07-31 --json
  okrdesk show plan.okrdesk --list kpis"""
_EXPLAIN_EXAMPLES = """\
  okrdesk explain plan.okrdesk 7k2m      an id as `show` prints it
  okrdesk explain plan.okrdesk 7k2m --on 2026-07-31"""


_TITLE = 72


def add_to(commands: Commands) -> None:
    """Adds the commands that show."""
    catalogue = commands.catalogue
    parser = commands.add(
        "show",
        run_show,
        about=catalogue("print the plan as a tree with progress, status and confidence"),
        examples=_SHOW_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument("--cycle", metavar="NAME", help=catalogue("only what is in this cycle"))
    parser.add_argument(
        "--list", choices=LISTS, help=catalogue("instead of the tree, what else there is")
    )
    add_on(parser, catalogue)
    add_json(parser, catalogue)
    parser = commands.add(
        "explain",
        run_explain,
        about=catalogue("say how the number of an objective or key result comes about"),
        examples=_EXPLAIN_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument("id", metavar="ID", help=catalogue("an id, or its beginning"))
    add_on(parser, catalogue)


def run_show(context: Context) -> int:
    """Prints the plan, for a person or for another program."""
    with picture(context) as shown:
        if context.arguments.list is not None:
            return _list(context, shown.snapshot, LISTS[context.arguments.list])
        cycle = context.arguments.cycle and find_named(
            shown.snapshot, t.CYCLE, context.arguments.cycle
        )
        found = list(places(shown.snapshot, cycle))
        if context.arguments.json:
            say(as_json(_document(shown, found)))
            return 0
        for line in _heading(context.catalogue, shown, cycle):
            say(line)
        for line in _tree(context.catalogue, shown, found):
            say(line)
        if not found:
            say(context.catalogue("There is no objective here. See “okrdesk add --help”."))
    return 0


def _list(context: Context, snapshot: Snapshot, listing: Listing) -> int:
    if context.arguments.json:
        say(as_json(rows_of(snapshot, listing)))
        return 0
    for line in lines_of(context.catalogue, snapshot, listing, room()):
        say(line)
    return 0


def _document(shown: Picture, found: list[Place]) -> dict[str, object]:
    rows = [mission_item(shown.snapshot), *(item(shown, place.row_id) for place in found)]
    fields = [row._asdict() for row in rows]
    return {"today": shown.today, "as_of": shown.as_of, "items": fields}


def _heading(catalogue: Catalogue, shown: Picture, cycle: int | None) -> Iterator[str]:
    plan = next(shown.snapshot.rows(t.ORGANISATION))
    parts = [plan.name, catalogue.day_and_year(shown.as_of)]
    if cycle is not None:
        parts += _cycle_words(catalogue, shown.snapshot.get(t.CYCLE, cycle), shown)
    yield printable(" · ".join(parts))
    if plan.mission:
        yield printable(plan.mission)
    yield ""


def _cycle_words(catalogue: Catalogue, cycle: Cycle, shown: Picture) -> list[str]:
    """``Q3 2026, week 7 of 13`` while the cycle runs, else its name."""
    if not cycle.start <= shown.as_of <= cycle.end:
        return [cycle.name]
    return [
        catalogue(
            "{cycle}, week {week} of {weeks}",
            cycle=cycle.name,
            week=week_of(cycle, shown.as_of),
            weeks=weeks_of(cycle),
        )
    ]


def _tree(catalogue: Catalogue, shown: Picture, found: list[Place]) -> Iterator[str]:
    short = shortest_prefixes(place.row_id for place in places(shown.snapshot))
    columns = (
        Column(catalogue("ID")),
        Column(catalogue("Objective or key result"), most=_TITLE),
        Column(catalogue("Now"), right=True, most=24),
        Column(catalogue("Progress")),
        Column("", right=True),
        Column(catalogue("Status")),
        Column(catalogue("Conf."), right=True),
        Column(catalogue("Owner"), most=24),
    )
    lines = (
        _line(catalogue, place.depth, short[place.row_id], item(shown, place.row_id))
        for place in found
    )
    return table(columns, lines, room())


def _line(catalogue: Catalogue, depth: int, short: str, row: Item) -> list[str]:
    mark = "· " if row.kind == "key_result" else ""
    return [
        short,
        "  " * depth + mark + row.title + _belonging(catalogue, row),
        _now(catalogue, row),
        bar(row.progress, row.expected),
        _percent(catalogue, row),
        _status(catalogue, row),
        "" if row.confidence is None else catalogue.number(row.confidence, 1),
        row.owner or "",
    ]


def _percent(catalogue: Catalogue, row: Item) -> str:
    return "—" if row.progress is None else catalogue.percent(whole_percent(row.progress))


def _belonging(catalogue: Catalogue, row: Item) -> str:
    """What stands behind the title of an objective: its cycle, and that it is not aligned."""
    if row.kind != "objective":
        return ""
    words = [row.cycle or "", "" if row.parent else catalogue("not aligned")]
    return "".join(f"  {word}" for word in words if word)


def _status(catalogue: Catalogue, row: Item) -> str:
    """The mark and the word; a clock where nothing was heard for two rhythms."""
    if row.status is None:
        return "◷" if row.stale else ""
    status = Status(row.status)
    words = [STATUS_MARKS[status], catalogue.text(STATUS_WORDS[status])]
    return " ".join([*words, *("◷" if row.stale else "")])


def _now(catalogue: Catalogue, row: Item) -> str:
    """``640 / 1,000`` of a number, the zone of a rubric, nothing where nothing was reported."""
    if row.current is None:
        return ""
    if row.kr_kind == "milestones":
        return catalogue("%n step(s)", count=row.current)
    if row.kr_kind == "yes_no":
        return catalogue("yes") if row.current else catalogue("no")
    now = str(catalogue.shown(row.current))
    return now if row.target is None else f"{now} / {catalogue.number(row.target)}"


def run_explain(context: Context) -> int:
    """Prints inputs, formula and what was left out of an item's number."""
    with picture(context) as shown:
        row_id = find_item(shown.snapshot, context.arguments.id, t.OBJECTIVE, t.KEY_RESULT)
        found = item(shown, row_id)
        words = [found.title, _percent(context.catalogue, found), _status(context.catalogue, found)]
        say(printable("  ".join(word for word in words if word)))
        for line in explain(shown.scores, row_id).lines:
            say(printable(context.catalogue.text(line)))
    return 0
