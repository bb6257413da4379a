"""The View menu: what is seen, and how it looks."""

from okrdesk.text import Message
from okrdesk.ui import text_size_actions, view_actions
from okrdesk.ui.actions.spec import Place, Spec
from okrdesk.ui.conditions import plan_is_open, tree_is_seen

VIEW: tuple[Spec, ...] = (
    Spec(
        "sidebar",
        Message("Show &sidebar"),
        view_actions.toggle_sidebar,
        Place("view", 1),
        ("Ctrl+B",),
        "panel-left",
        plan_is_open,
        view_actions.sidebar_shown,
    ),
    Spec(
        "inspector",
        Message("Show &inspector"),
        view_actions.toggle_inspector,
        Place("view", 1),
        ("Ctrl+I",),
        "info",
        plan_is_open,
        view_actions.inspector_shown,
    ),
    Spec(
        "expand_all",
        Message("&Expand all"),
        view_actions.expand_all,
        Place("view", 2),
        (),
        "list-tree",
        tree_is_seen,
    ),
    Spec(
        "collapse_all",
        Message("&Collapse all"),
        view_actions.collapse_all,
        Place("view", 2),
        (),
        "",
        tree_is_seen,
    ),
    Spec(
        "text_larger",
        Message("L&arger text"),
        text_size_actions.larger,
        Place("view", 3),
        ("Ctrl++", "Ctrl+="),
        "",
        text_size_actions.can_grow,
    ),
    Spec(
        "text_smaller",
        Message("S&maller text"),
        text_size_actions.smaller,
        Place("view", 3),
        ("Ctrl+-",),
        "",
        text_size_actions.can_shrink,
    ),
    Spec(
        "text_usual",
        Message("&Usual text size"),
        text_size_actions.usual,
        Place("view", 3),
        ("Ctrl+0",),
    ),
    Spec(
        "theme_light",
        Message("&Light"),
        view_actions.light,
        Place("theme", 1),
        (),
        "sun",
        checked=view_actions.is_light,
    ),
    Spec(
        "theme_dark",
        Message("&Dark"),
        view_actions.dark,
        Place("theme", 1),
        (),
        "moon",
        checked=view_actions.is_dark,
    ),
    Spec(
        "theme_system",
        Message("As the &system"),
        view_actions.system,
        Place("theme", 1),
        (),
        "monitor",
        checked=view_actions.is_system,
    ),
)
