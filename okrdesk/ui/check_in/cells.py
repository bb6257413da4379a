"""The cells of the table of answers: what a person typed or pasted into them, read as an answer."""

from collections.abc import Mapping
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from okrdesk.app.commands import Answer
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import KEY_RESULT, KPI, ZONE
from okrdesk.domain.words import KpiRule, Source
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.reading import origin
from okrdesk.ui.editors.amounts import read_amount
from okrdesk.ui.kpis.series import read_kpi_amount, read_value
from okrdesk.ui.translation import tr

_MOST_CONFIDENCE = 10
_YES, _NO = {"1", "x", "✓", "true"}, {"0", "false"}


class Column(IntEnum):
    """The columns of the table."""

    ITEM = 0
    LAST = 1
    VALUE = 2
    CONFIDENCE = 3
    NOTE = 4


WRITTEN = (Column.VALUE, Column.CONFIDENCE, Column.NOTE)
Texts = Mapping[Column, str]


class Read(NamedTuple):
    """What a row says: an answer, or what is wrong with which cell; neither of an empty row."""

    answer: Answer | None = None
    wrong: Mapping[Column, Message] = {}


def read_row(bridge: Bridge, item: int, texts: Texts) -> Read:
    """Reads the cells of one row."""
    said = {column: texts.get(column, "").strip() for column in WRITTEN}
    if not any(said.values()):
        return Read()
    wrong: dict[Column, Message] = {}
    answer = Answer(item, note=said[Column.NOTE])
    try:
        answer = _with_value(bridge, answer, said[Column.VALUE])
    except UserError as error:
        wrong[Column.VALUE] = error.message
    try:
        answer = answer._replace(confidence=_confidence(bridge, item, said[Column.CONFIDENCE]))
    except UserError as error:
        wrong[Column.CONFIDENCE] = error.message
    return Read(None if wrong else answer, wrong)


def _confidence(bridge: Bridge, item: int, text: str) -> int | None:
    if not text:
        return None
    if bridge.snapshot.find(KPI, item) is not None:
        raise UserError(Message("A KPI has no confidence. Empty this cell."))
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_CONFIDENCE:
        raise UserError(Message("Use a whole number from 1 to 10."))
    return int(text)


def _with_value(bridge: Bridge, answer: Answer, text: str) -> Answer:
    kpi = bridge.snapshot.find(KPI, answer.item)
    if kpi is not None:
        if kpi.rule is KpiRule.QUALITATIVE:
            return answer._replace(value=read_value(kpi, text))
        return answer._replace(value=read_kpi_amount(bridge, kpi, text))
    if not text:
        return answer
    row = bridge.snapshot.get(KEY_RESULT, answer.item)
    if row.source is not Source.CHECK_INS:
        raise UserError(Message("{origin}. Empty this cell.", {"origin": origin(bridge, row.id)}))
    if row.kind == "milestones":
        raise UserError(Message("Tick the steps of this one on its card."))
    if row.kind == "rubric":
        return answer._replace(zone=_zone(bridge, row.id, text))
    if row.kind == "yes_no":
        return answer._replace(value=_yes_no(text))
    return answer._replace(value=read_amount(bridge, row.id, text))


def _zone(bridge: Bridge, key_result: int, text: str) -> int:
    zones = bridge.snapshot.children(ZONE, "key_result", key_result)
    for place, zone in enumerate(zones, start=1):
        if text.casefold() in {str(place), zone.title.casefold()}:
            return zone.id
    names = ", ".join(zone.title for zone in zones)
    raise UserError(Message("Use one of the zones: {names}.", {"names": names}))


def _yes_no(text: str) -> Decimal:
    plain = text.casefold()
    if plain in _YES | {tr("yes"), tr("done")}:
        return Decimal(1)
    if plain in _NO | {tr("no"), tr("not yet")}:
        return Decimal(0)
    raise UserError(Message("Use yes or no."))
