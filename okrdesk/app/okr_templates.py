"""OKRs in our own words, by theme: data files under ``resources/okr_templates``."""

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from okrdesk.app.finding import folded
from okrdesk.assets import resource

FOLDER = "okr_templates"
_AMOUNTS = {"start", "target", "low", "high", "warning"}
"""Fields that the plan holds as decimals, where the file may have whole numbers."""


class TemplateKeyResult(NamedTuple):
    """A key result as a sentence. ``fields``: what ``create_key_result`` gets beside it."""

    title: str
    fields: Mapping[str, Any]


class Template(NamedTuple):
    """An objective, why it may be worth it in one line, and its key results."""

    objective: str
    why: str
    key_results: tuple[TemplateKeyResult, ...]
    personal: bool = False


class Theme(NamedTuple):
    """Templates that go together. ``id`` is the name of their file."""

    id: str
    title: str
    personal: bool
    templates: tuple[Template, ...]


def themes(*, personal_first: bool = False) -> tuple[Theme, ...]:
    """Every theme in the order of the files' places; those for one person last, or first."""
    read = [_theme(path) for path in resource(FOLDER).glob("*.toml")]
    ordered = [theme for _, theme in sorted(read, key=lambda pair: pair[0])]
    return tuple(sorted(ordered, key=lambda theme: theme.personal is not personal_first))


def in_currency(template: Template, code: str, sign: str) -> Template:
    """The template with amounts in another currency than the euro in which it is written."""
    results = tuple(_exchanged(result, code, sign) for result in template.key_results)
    return template._replace(key_results=results)


def holds(template: Template, words: Sequence[str]) -> bool:
    """Whether every folded word is somewhere in the template."""
    parts = (template.objective, template.why, *(result.title for result in template.key_results))
    text = folded("\n".join(parts))
    return all(word in text for word in words)


def _theme(path: Path) -> tuple[int, Theme]:
    content = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    personal = bool(content["personal"])
    templates = tuple(_template(okr, personal=personal) for okr in content["okr"])
    return content["place"], Theme(path.stem, content["theme"], personal, templates)


def _template(okr: Mapping[str, Any], *, personal: bool) -> Template:
    results = tuple(_key_result(dict(result)) for result in okr["key_results"])
    return Template(okr["objective"], okr["why"], results, personal)


def _key_result(content: dict[str, Any]) -> TemplateKeyResult:
    title = content.pop("title")
    amounts = {name: Decimal(content[name]) for name in _AMOUNTS & content.keys()}
    return TemplateKeyResult(title, {**content, **amounts})


def _exchanged(result: TemplateKeyResult, code: str, sign: str) -> TemplateKeyResult:
    if result.fields.get("unit") != "EUR":
        return result
    return TemplateKeyResult(result.title.replace("€", sign), {**result.fields, "unit": code})
