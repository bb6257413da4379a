"""Rows as text and back: what is copied is what is pasted, in three forms."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrdesk.assets import resource
from okrdesk.exchange.row_reading import read_rows
from okrdesk.exchange.row_text import html_table, markdown, plain_text, table, tsv
from okrdesk.exchange.rows import ItemRow, RowsRead, RowWords, as_key_results, counted, walk

_FILE = tomllib.loads(resource("rows.toml").read_text("utf-8"))
WORDS = RowWords(
    tuple(_FILE["objective"]),
    tuple(_FILE["key_result"]),
    {name: column for column, names in _FILE["columns"].items() for name in names},
)
HEADS = {"kind": "Type", "title": "Title", "owner": "Owner", "target": "Target", "note": "Notes"}
KINDS = ("Objective", "Key result")

ODD = st.sampled_from(
    [
        "- ",
        "1. ",
        "# ",
        "Objective: ",
        "KR1: ",
        "**b**",
        "> ",
        "[ ] ",
        "=1+1",
        "'",
        "\\",
        "|",
        "---",
    ]
)
TITLE = st.builds(
    lambda *parts: "".join(parts).strip() or "x",
    st.one_of(st.just(""), ODD),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12),
    st.one_of(st.just(""), ODD),
).filter(lambda title: not any(c in title for c in "\u2028\x85"))


OBJECTIVE, KEY_RESULT = st.sampled_from([False]), st.sampled_from([True])
BARE = {"cells": st.just(()), "note": st.just("")}


def _in_order(rows: list[ItemRow]) -> tuple[ItemRow, ...]:
    """Key results come first in the tree."""
    return tuple(sorted(rows, key=lambda row: not row.key_result))


def _objective(parts: st.SearchStrategy[ItemRow]) -> st.SearchStrategy[ItemRow]:
    below = st.lists(parts, max_size=3).map(_in_order)
    return st.builds(ItemRow, TITLE, OBJECTIVE, below, **BARE)


def _key_result(parts: st.SearchStrategy[ItemRow]) -> st.SearchStrategy[ItemRow]:
    below = st.lists(parts, max_size=2).map(tuple)
    return st.builds(ItemRow, TITLE, KEY_RESULT, below, **BARE)


def _deeper(parts: st.SearchStrategy[ItemRow]) -> st.SearchStrategy[ItemRow]:
    below = _objective(parts)
    return st.one_of(below, _key_result(below))


LEAF = st.builds(ItemRow, TITLE, st.booleans(), st.just(()), **BARE)
TOP = _objective(st.recursive(LEAF, _deeper, max_leaves=5))
ROWS = st.lists(TOP, min_size=1, max_size=3).map(tuple)


def by_number(sentence: str) -> bool:
    return any(letter.isdigit() for letter in sentence)


def read(text: str) -> RowsRead:
    return read_rows(text, WORDS, by_number)


def shape(rows: tuple[ItemRow, ...]) -> object:
    """Titles and kinds, without what a copy does not promise."""
    return [(row.title, row.key_result, shape(row.below)) for row in rows]


@given(ROWS)
def test_plain_text_comes_back(rows: tuple[ItemRow, ...]) -> None:
    assert shape(read(plain_text(rows, WORDS)).rows) == shape(rows)


@given(ROWS)
def test_markdown_comes_back(rows: tuple[ItemRow, ...]) -> None:
    assert shape(read(markdown(rows, WORDS)).rows) == shape(rows)


@given(ROWS)
def test_a_table_comes_back(rows: tuple[ItemRow, ...]) -> None:
    assert shape(read(tsv(table(rows, HEADS, KINDS))).rows) == shape(rows)


@given(st.text(max_size=200))
def test_nothing_that_is_pasted_is_lost(text: str) -> None:
    result = read(text)
    kept = "".join(
        [*result.left_over]
        + [
            part
            for row in walk(result.rows)
            for part in (row.title, row.note, *(c for _, c in row.cells))
        ]
    )
    letters = [letter for letter in text if letter.isalpha() and letter not in "OKRxXa"]
    assert [letter for letter in letters if letter not in kept] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grow\n\tGet 5 deals\n\tLaunch\n", [("Grow", False, ["Get 5 deals", "Launch"])]),
        ("Grow\n- Get 5 deals\n- [x] Launch", [("Grow", False, ["Get 5 deals", "Launch"])]),
        ("1. Grow\n   a) Get 5 deals", [("Grow", False, ["Get 5 deals"])]),
        ("O1: Grow\nKR1: Get 5\nKR 2 – Get 6", [("Grow", False, ["Get 5", "Get 6"])]),
        ("**Objective 1:** Grow\n**KR1:** Get 5", [("Grow", False, ["Get 5"])]),
        (
            "# Grow\n\n* Get 5\n* Get 6\n\n---\n# Care\n* Call",
            [("Grow", False, ["Get 5", "Get 6"]), ("Care", False, ["Call"])],
        ),
        (
            "| Objective | Key result |\n|---|:--|\n| Grow | Get 5 |\n| | Get \\| 6 |",
            [("Grow", False, ["Get 5", "Get | 6"])],
        ),
        ("Grow\tGet 5\n\tGet 6", [("Grow", False, ["Get 5", "Get 6"])]),
        ("Ziel: Wachsen\n  - 5 Kunden", [("Wachsen", False, ["5 Kunden"])]),
    ],
)
def test_forms_that_people_have(text: str, expected: list[object]) -> None:
    rows = read(text).rows
    assert [(r.title, r.key_result, [b.title for b in r.below]) for r in rows] == expected
    assert all(below.key_result for row in rows for below in row.below)


def test_a_branch_supports_unless_its_words_can_be_measured() -> None:
    rows = read("Company\n\tTeam\n\t\tGet 5\n\tReach 10\n\t\tby phone\n\t\t\tdaily").rows
    team, reach = rows[0].below
    assert (team.key_result, team.below[0].title) == (False, "Get 5")
    assert (reach.key_result, reach.note) == (True, "by phone\n  daily")
    (deep,) = read("A\n\tB\n\t\tC\n\t\t\tD").rows
    assert not deep.below[0].key_result
    (marked,) = read("A\n\tB\n\t\tKR1: C").rows
    assert not marked.below[0].key_result
    (words,) = read("A\n\tB\n\t\tC").rows
    assert (words.below[0].key_result, words.below[0].note) == (True, "C")


def test_words_below_a_heading_lead_lists_or_are_notes() -> None:
    (intro,) = read("# Grow\nWhy we do it\n- Get 5\n## More\n- Get 6").rows
    assert intro.note == "Why we do it"
    assert [row.title for row in intro.below] == ["Get 5", "More"]
    (team,) = read("# Sales\nGrow\n- Get 5\n\nCare\n- Call 6\nand so on").rows
    assert [row.title for row in team.below] == ["Grow", "Care"]
    (bare,) = read("# Grow\nGet 5").rows
    assert bare.below == (ItemRow("Get 5", key_result=True),)


def test_lines_without_any_sign_are_unclear() -> None:
    assert read("Get 5\nGet 6").unclear
    assert not read("Objective: Grow").unclear
    assert not read("").unclear
    assert read("|---|\n|:-:|").rows == ()
    assert [row.key_result for row in as_key_results(read("Get 5\nGet 6").rows)] == [True, True]


def test_notes_follow_their_line_or_are_left_over() -> None:
    result = read("> for all\nGrow\n> why\n\t> and how\n")
    assert (result.left_over, result.rows[0].note) == (("for all",), "why\nand how")


def test_a_title_that_is_too_long_goes_into_the_note() -> None:
    (row,) = read("word " * 200).rows
    assert len(row.title) <= 500
    assert row.title.endswith("word…")
    assert row.note == ("word " * 200).strip()
    assert len(read("w" * 600).rows[0].title) == 500


def test_columns_are_known_by_their_names() -> None:
    text = (
        "Objective\tKey result\tOwner\tStart\tTarget\tStatus\tRisk\n"
        "Grow\t\tMei\t\t\t\t\n"
        "Grow\tSell more\tAda\t0\t50\tgreen\thigh\n"
        "Care\tCall\t\t\t5\t\t\n"
        "\t\t\t\t7\t\t\n"
    )
    grow, care = read(text).rows
    assert grow.cells == (("owner", "Mei"),)
    (sell,) = grow.below
    assert dict(sell.cells) == {"owner": "Ada", "start": "0", "target": "50"}
    assert sell.note == "Status: green\nRisk: high"
    assert care.below[0].note == "7"
    assert counted((grow, care)) == (2, 2)


def test_kinds_stand_in_a_column_or_follow_from_the_place() -> None:
    typed = read("Type\tTitle\nObjective\tGrow\nKR\tGet 5\n\tOther\t\n").rows
    assert shape(typed) == [("Grow", False, [("Get 5", True, [])]), ("Other", False, [])]
    beside = read("Objective\tTitle\nGrow\tGet 5\n").rows
    assert shape(beside) == [("Grow", False, [("Get 5", True, [])])]
    only = read("Key result\tTarget\nGet\t5\nSell\t\n").rows
    assert [(row.title, row.key_result) for row in only] == [("Get", True), ("Sell", True)]
    assert read("Key result\tTarget\n").rows == ()
    assert read("Title\tOwner\n\tMei\n").left_over == ("Mei",)
    unnamed = read("Objective\tKey result\t\nGrow\tGet\tseen\n").rows
    assert unnamed[0].below[0].note == "seen"


def test_without_names_a_number_beside_a_line_is_a_note() -> None:
    (row,) = read("Grow\tGet deals\t50\t2026-09-30").rows
    assert row.below[0].note == "50\n2026-09-30"


def test_no_cell_runs_in_a_spreadsheet() -> None:
    rows = (ItemRow("=HYPERLINK()", below=(ItemRow("@x", key_result=True),), note="+1+1"),)
    cells = table(rows, HEADS, KINDS)
    assert [row[1] for row in cells] == ["Title", "'=HYPERLINK()", "    '@x"]
    assert cells[1][-1] == "'+1+1"
    page = html_table([["A & B"], ["  <x>\ny"]])
    assert "<th>A &amp; B</th>" in page
    assert "<td>&nbsp;&nbsp;&lt;x&gt;<br>y</td>" in page
    assert (plain_text((), WORDS), markdown((), WORDS)) == ("", "")
