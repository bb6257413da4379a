"""Recently deleted: a list to bring things back from."""

from datetime import datetime
from functools import partial

from okrdesk.app import commands
from okrdesk.app.recently_deleted import Gone, recently_deleted
from okrdesk.domain.entities import Objective
from okrdesk.domain.tables import CYCLE, INITIATIVE, KEY_RESULT, KPI
from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.palette import going
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.palette.quoting import joined
from okrdesk.ui.pickers.matching import Spans, found
from okrdesk.ui.pickers.picker import Ask, Offer, Picker
from okrdesk.ui.translation import said, short_date, tr
from okrdesk.ui.what_was_done import items_message

SHOWN = 100
_ICONS = {KEY_RESULT: "gauge", INITIATIVE: "list-checks", KPI: "activity"}


def open_deleted(desk: Desk) -> None:
    """Opens the list over the window; Enter restores."""
    if desk.bridge is None:
        return
    gone = [(each.title, each) for each in recently_deleted(desk.bridge.workspace)]
    hint = tr("Nothing that was deleted fits.") if gone else tr("Nothing was deleted so far.")

    def offer(typed: str) -> Offer:
        entries = [_entry(desk, each, spans) for each, spans in found(typed, gone)[:SHOWN]]
        return Offer((Section(tr("Choose what to restore"), entries),), hint)

    ask = Ask(desk.look, desk.widget, tr("Recently deleted"))
    Picker(ask, tr("Find what was deleted"), offer).open()


def _entry(desk: Desk, gone: Gone, spans: Spans) -> Entry:
    return Entry(_icon(desk, gone), gone.title, partial(_restore, desk, gone), spans, _detail(gone))


def _icon(desk: Desk, gone: Gone) -> str:
    row = next(row for _, row in gone.step.rows if row.id == gone.item)
    if not isinstance(row, Objective) or desk.bridge is None:
        return _ICONS[gone.table]
    return LEVEL_ICONS[symbol_of(row, desk.bridge.snapshot.find(CYCLE, row.cycle))]


def _detail(gone: Gone) -> str:
    """``with 4 key results · 17 Aug 14:32 · Amara``."""
    below = ""
    if gone.objectives or gone.key_results:
        what = items_message(gone.objectives, gone.key_results)
        below = said(Message("with {items}", {"items": what}))
    undone = ""
    if gone.step.is_undo:
        undone = said(Message("Undone: {step}", {"step": gone.step.label}))
    return joined(below, _moment(gone.step.at), gone.who or "", undone)


def _moment(at: str) -> str:
    when = datetime.fromisoformat(at).astimezone()
    return f"{short_date(when.date())}, {when:%H:%M}"


def _restore(desk: Desk, gone: Gone) -> None:
    if desk.bridge is None:
        return
    back = desk.bridge.attempt(commands.restore, gone.step, gone.item)
    if back is None:
        return
    if gone.table is not INITIATIVE and gone.table is not KPI:
        going.go(desk, gone.item)
    sentence = Message("“{title}” restored", {"title": gone.title})
    if back.loose:
        sentence = Message(
            "“{title}” restored. What it supported is gone, so it is under “Not aligned”",
            {"title": gone.title},
        )
    desk.toast(said(sentence), undo=True)
