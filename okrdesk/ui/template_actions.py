"""The gallery of templates, and drafts that begin."""

from typing import TYPE_CHECKING

from okrdesk.app import commands
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION
from okrdesk.domain.words import ObjectiveState
from okrdesk.text import Message
from okrdesk.ui.conditions import plan_is_writable
from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import said, tr

if TYPE_CHECKING:
    from okrdesk.app.okr_templates import Template, Theme


def open_gallery(desk: Desk) -> None:
    """Opens the gallery; those for one person come first in a plan for one."""
    from okrdesk.ui.dialogs.templates import TemplateGallery

    gallery = TemplateGallery(desk, _themes(desk))
    gallery.added.connect(lambda templates: add(desk, templates))
    gallery.open()


def add(desk: Desk, templates: "list[Template]") -> None:
    """Adds templates as drafts below the selected objective; makes a plan where there is none."""
    if desk.bridge is None and not _made_plan(desk, templates):
        return
    bridge, plan, view = desk.bridge, desk.plan, desk.view
    if bridge is None or plan is None or view is None:
        return
    above = _selected_objective(bridge.snapshot, plan.current)
    cycle = view.scope.cycle_of_new
    added = bridge.attempt(commands.add_templates, templates, supports=above, cycle=cycle)
    if added:
        plan.select(added[0])
        plan.tree.expand(plan.tree.currentIndex())
        plan.tree.scrollTo(plan.tree.currentIndex(), plan.tree.ScrollHint.PositionAtCenter)
        plan.focus_tree()
        desk.toast(said(Message("%n draft(s) added", count=len(added))), undo=True)


def start(desk: Desk) -> None:
    """Makes the selected drafts active."""
    drafts = _drafts(desk)
    if desk.bridge is not None and drafts:
        desk.bridge.attempt(commands.start_drafts, drafts)
        desk.toast(said(Message("%n draft(s) started", count=len(drafts))), undo=True)


def can_start(desk: Desk) -> bool:
    """Whether a draft is selected in a plan that can be changed."""
    return plan_is_writable(desk) and bool(_drafts(desk))


def _drafts(desk: Desk) -> list[int]:
    if desk.bridge is None or desk.plan is None:
        return []
    rows = (desk.bridge.snapshot.find(OBJECTIVE, item) for item in desk.plan.chosen)
    return [row.id for row in rows if row is not None and row.state is ObjectiveState.DRAFT]


def _themes(desk: Desk) -> "tuple[Theme, ...]":
    """In the currency of the plan."""
    from okrdesk.app.okr_templates import in_currency, themes
    from okrdesk.app.sentences import currency_signs

    rows = [] if desk.bridge is None else list(desk.bridge.snapshot.rows(ORGANISATION))
    found = themes(personal_first=any(row.solo for row in rows))
    code = next((row.currency for row in rows), "EUR")
    sign = currency_signs().get(code, f"{code} ")
    return tuple(
        theme._replace(templates=tuple(in_currency(t, code, sign) for t in theme.templates))
        for theme in found
    )


def _made_plan(desk: Desk, templates: "list[Template]") -> bool:
    """Makes an empty plan: for one person where every template is."""
    path = desk.session.free_path(tr("My plan"))
    made = desk.session.create(path, path.stem)
    if made and desk.bridge is not None and all(template.personal for template in templates):
        desk.bridge.attempt(commands.set_organisation, solo=True)
    return made


def _selected_objective(snapshot: Snapshot, item: int | None) -> int | None:
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return key_result.objective
    return None if snapshot.find(OBJECTIVE, item) is None else item
