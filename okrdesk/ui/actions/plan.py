"""The Plan menu: objectives and key results."""

from okrdesk.text import Message
from okrdesk.ui import palette_actions, plan_actions
from okrdesk.ui.actions.spec import Place, Spec
from okrdesk.ui.conditions import plan_is_writable

PLAN: tuple[Spec, ...] = (
    Spec(
        "new_objective",
        Message("New &objective"),
        plan_actions.new_objective,
        Place("plan", 1),
        ("Ctrl+N",),
        "plus",
        plan_is_writable,
        context=True,
    ),
    Spec(
        "new_key_result",
        Message("New &key result"),
        plan_actions.new_key_result,
        Place("plan", 1),
        ("Ctrl+Return", "Ctrl+Enter"),
        "gauge",
        plan_actions.can_add_key_result,
        context=True,
    ),
    Spec(
        "quick_add",
        Message("&Quick add…"),
        palette_actions.quick_add,
        Place("plan", 1),
        ("Ctrl+Shift+A",),
        "list-plus",
        plan_is_writable,
    ),
    Spec(
        "check_in",
        Message("&Check in…"),
        plan_actions.check_in,
        Place("plan", 2),
        ("Ctrl+Shift+K",),
        "circle-check",
        plan_actions.can_check_in,
        context=True,
    ),
    Spec(
        "move_up",
        Message("Move &up"),
        plan_actions.move_up,
        Place("plan", 3),
        ("Alt+Up",),
        "arrow-up",
        plan_actions.can_move_up,
        context=True,
    ),
    Spec(
        "move_down",
        Message("Move &down"),
        plan_actions.move_down,
        Place("plan", 3),
        ("Alt+Down",),
        "arrow-down",
        plan_actions.can_move_down,
        context=True,
    ),
    Spec(
        "indent",
        Message("Support the objective &above"),
        plan_actions.indent,
        Place("plan", 3),
        ("Ctrl+]",),
        "indent-increase",
        plan_actions.can_indent,
        context=True,
    ),
    Spec(
        "outdent",
        Message("Support one &level higher"),
        plan_actions.outdent,
        Place("plan", 3),
        ("Ctrl+[",),
        "indent-decrease",
        plan_actions.can_outdent,
        context=True,
    ),
)
