"""What a pasted text becomes: at once where it is clear, else after a question."""

from okrdesk.app import commands
from okrdesk.app.row_copies import has_number, rows_in
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.exchange.rows import ItemRow, RowsRead, as_key_results
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import language_code
from okrdesk.ui.what_was_done import added


def paste_text(desk: Desk, text: str) -> None:
    """Reads the text and adds it behind the selected item; asks where it is unclear."""
    bridge, plan = desk.bridge, desk.plan
    if bridge is None or plan is None:
        return
    plan.commit()
    read = rows_in(bridge.snapshot, text, bridge.today, language_code())
    at = plan.current
    holder = holder_of(bridge, at)
    sure = clear_rows(bridge, read, at, holder)
    if sure is not None:
        add_rows(desk, sure, at)
        return
    from okrdesk.ui.dialogs.paste import PasteDialog

    dialog = PasteDialog(bridge, desk.look, read, holder, desk.widget)
    dialog.chosen.connect(lambda rows: add_rows(desk, rows, at))
    dialog.open()


def holder_of(bridge: Bridge, at: int | None) -> int | None:
    """The objective that pasted key results would go to."""
    key_result = bridge.snapshot.find(KEY_RESULT, at)
    if key_result is not None:
        return key_result.objective
    return at if bridge.snapshot.find(OBJECTIVE, at) is not None else None


def clear_rows(
    bridge: Bridge, read: RowsRead, at: int | None, holder: int | None
) -> tuple[ItemRow, ...] | None:
    """The rows where nothing has to be asked, else None.

    Lines without any sign are key results where each has a number or a key result is selected,
    and objectives where none has one or nothing is selected that they could belong to.
    """
    if read.left_over:
        return None
    if not read.unclear or holder is None:
        return read.rows
    if bridge.snapshot.find(KEY_RESULT, at) is not None:
        return as_key_results(read.rows)
    today, language = bridge.today, language_code()
    numbers = [has_number(bridge.snapshot, row.title, today, language) for row in read.rows]
    if all(numbers):
        return as_key_results(read.rows)
    return None if any(numbers) else read.rows


def add_rows(desk: Desk, rows: tuple[ItemRow, ...], at: int | None) -> None:
    """Adds the rows as one step, selects them and says how many they are."""
    if desk.bridge is None or desk.plan is None or desk.view is None:
        return
    cycle = desk.view.scope.cycle_of_new
    new = desk.bridge.attempt(
        commands.paste_rows, rows, at=at, cycle=cycle, language=language_code()
    )
    if new is not None:
        desk.plan.select(new.tops[0])
        desk.plan.selection.select(new.tops)
        desk.toast(added(new.objectives, new.key_results), undo=True)
