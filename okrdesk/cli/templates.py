"""``templates`` and ``draft``: ready OKRs, and their way into a plan as drafts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from okrdesk.cli.context import Context
from okrdesk.cli.find import find_item
from okrdesk.cli.output import as_json, say
from okrdesk.cli.parser import Commands, add_json, add_person
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.text import Message

if TYPE_CHECKING:
    from okrdesk.app.okr_templates import Template, Theme

_LIST_EXAMPLES = """\
  okrdesk templates
  okrdesk templates --theme sales
  okrdesk templates --json"""
_DRAFT_EXAMPLES = """\
  okrdesk draft plan.okrdesk "Win customers who stay with us"
  okrdesk draft plan.okrdesk "Win customers" --supports ID"""


def add_to(commands: Commands) -> None:
    """Adds the commands."""
    catalogue = commands.catalogue
    parser = commands.add(
        "templates",
        run_templates,
        about=catalogue("list ready OKRs by theme"),
        examples=_LIST_EXAMPLES,
        file=None,
    )
    parser.add_argument("--theme", metavar="THEME", help=catalogue("only this theme"))
    add_json(parser, catalogue)
    parser = commands.add(
        "draft",
        run_draft,
        about=catalogue("add a ready OKR to the plan as a draft"),
        examples=_DRAFT_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument(
        "name", metavar="NAME", help=catalogue("the objective of the template, or its beginning")
    )
    parser.add_argument(
        "--supports", metavar="ID", help=catalogue("the objective above it; else the mission")
    )
    add_person(parser, catalogue)


def run_templates(context: Context) -> int:
    """Prints the templates, for a person or for another program."""
    from okrdesk.app.okr_templates import themes

    wanted = context.arguments.theme
    found = [theme for theme in themes() if wanted in (None, theme.id, theme.title)]
    if not found:
        there = {"theme": wanted, "themes": ", ".join(theme.id for theme in themes())}
        raise UserError(Message("There is no theme “{theme}”. There is: {themes}.", there))
    if context.arguments.json:
        say(as_json([_document(theme) for theme in found]))
        return 0
    for theme in found:
        say(f"{theme.title} ({theme.id})")
        for template in theme.templates:
            say(f"  {template.objective}")
            for result in template.key_results:
                say(f"    - {result.title}")
    return 0


def run_draft(context: Context) -> int:
    """Adds the template and says so."""
    from okrdesk.app.commands import add_templates
    from okrdesk.app.okr_templates import themes

    template = _named([t for theme in themes() for t in theme.templates], context.arguments.name)
    with context.writing() as workspace:
        above = context.arguments.supports
        supports = None if above is None else find_item(workspace.snapshot, above, OBJECTIVE)
        workspace.run(add_templates, [template], supports=supports)
    say(context.catalogue("Added “{title}” as a draft.", title=template.objective))
    return 0


def _named(templates: Sequence["Template"], name: str) -> "Template":
    start = name.strip().casefold()
    found = [t for t in templates if start and t.objective.casefold().startswith(start)]
    if len(found) != 1:
        raise UserError(
            Message(
                "“{name}” is the beginning of %n template(s). See “okrdesk templates”.",
                {"name": name},
                count=len(found),
            )
        )
    return found[0]


def _document(theme: "Theme") -> dict[str, object]:
    return {
        "theme": theme.id,
        "title": theme.title,
        "personal": theme.personal,
        "okrs": [
            {
                "objective": template.objective,
                "why": template.why,
                "key_results": [{"title": r.title, **r.fields} for r in template.key_results],
            }
            for template in theme.templates
        ],
    }
