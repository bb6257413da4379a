"""The templates: each valid, none twice, its sentences read as its fields say."""

from decimal import Decimal

import pytest

from okrdesk.app import commands as c
from okrdesk.app.okr_templates import Template, Theme, holds, in_currency, themes
from okrdesk.app.sentences import key_result_in
from okrdesk.domain import tables as t
from okrdesk.domain.scoring import Scores
from okrdesk.domain.words import Level, ObjectiveState
from tests.app.plan import TODAY, Plan

THEMES = themes()
TEMPLATES = [template for theme in THEMES for template in theme.templates]
WANTED = {
    "sales marketing product engineering people support finance retail franchise non_profit",
    "mindset balance skill health relationships learning impact money courage",
}


def test_every_theme_is_there_with_at_least_two() -> None:
    assert {theme.id for theme in THEMES} == set(" ".join(WANTED).split())
    assert min(len(theme.templates) for theme in THEMES) >= 2
    assert len(TEMPLATES) >= 40


def test_those_for_one_person_come_last_or_first() -> None:
    personal = [theme.personal for theme in THEMES]
    assert personal == sorted(personal)
    assert [theme.personal for theme in themes(personal_first=True)] == personal[::-1][:9] + [
        False
    ] * (len(personal) - 9)


def test_no_sentence_stands_twice() -> None:
    objectives = [template.objective for template in TEMPLATES]
    results = [result.title for template in TEMPLATES for result in template.key_results]
    reasons = [template.why for template in TEMPLATES]
    for texts in (objectives, results, reasons):
        assert sorted(set(texts)) == sorted(texts)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.objective)
def test_a_template_is_a_good_okr(template: Template) -> None:
    assert 3 <= len(template.key_results) <= 5
    assert len(template.objective.split()) <= 15
    assert not any(letter.isdigit() or letter in "%€$" for letter in template.objective)
    assert template.objective.split()[0] not in {"Launch", "Build", "Migrate", "Maintain"}
    assert template.why.endswith(".")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.objective)
def test_each_key_result_says_what_its_sentence_says(template: Template) -> None:
    plan = Plan()
    for result in template.key_results:
        reading = key_result_in(plan.snapshot, 0, result.title, TODAY)
        said = {"unit": "", "decimals": 0, **result.fields}
        assert said == reading.fields, result.title


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_a_theme_can_be_added_to_a_plan(theme: Theme) -> None:
    plan = Plan()
    added = plan.run(c.add_templates, theme.templates)
    for objective, template in zip(added, theme.templates, strict=True):
        row = plan.get(t.OBJECTIVE, objective)
        assert (row.title, row.state) == (template.objective, ObjectiveState.DRAFT)
        assert row.description == template.why
        assert row.level is (Level.INDIVIDUAL if theme.personal else Level.COMPANY)
        results = plan.children(t.KEY_RESULT, "objective", objective)
        assert [r.title for r in results] == [r.title for r in template.key_results]


def test_below_an_objective_a_template_takes_its_level_team_and_cycle(
    plan: Plan, objective: int, quarter: int
) -> None:
    team = plan.run(c.create_team, "Care", kind="team")
    plan.run(c.change_objective, objective, team=team)
    (added,) = plan.run(c.add_templates, TEMPLATES[:1], supports=objective)
    row = plan.get(t.OBJECTIVE, added)
    assert (row.level, row.team, row.cycle) == (Level.TEAM, team, quarter)
    (link,) = plan.children(t.LINK, "child", added)
    assert link.objective == objective
    year = plan.run(c.create_cycle, "2026", "year", TODAY.replace(month=1, day=1), TODAY)
    (other,) = plan.run(c.add_templates, TEMPLATES[1:2], supports=objective, cycle=year)
    assert plan.get(t.OBJECTIVE, other).cycle == quarter


def test_in_a_plan_for_one_person_it_is_that_person_s(plan: Plan) -> None:
    plan.run(c.set_organisation, solo=True)
    (added,) = plan.run(c.add_templates, TEMPLATES[:1])
    assert plan.get(t.OBJECTIVE, added).level is Level.INDIVIDUAL


def test_a_draft_counts_once_it_is_started(plan: Plan) -> None:
    added = plan.run(c.add_templates, TEMPLATES[:2])
    quarter = plan.get(t.OBJECTIVE, added[0]).cycle
    assert Scores(plan.snapshot, TODAY).cycle(quarter).drivers == ()
    plan.run(c.start_drafts, added)
    assert [plan.get(t.OBJECTIVE, row).state for row in added] == [ObjectiveState.ACTIVE] * 2
    plan.run(c.change_objective, added[0], state=ObjectiveState.CLOSED)
    plan.run(c.start_drafts, added)
    assert plan.get(t.OBJECTIVE, added[0]).state is ObjectiveState.CLOSED


def test_amounts_are_in_the_currency_of_the_plan() -> None:
    template = next(x for x in TEMPLATES if any("€" in r.title for r in x.key_results))
    dollars = in_currency(template, "USD", "$")
    money = [r for r in dollars.key_results if r.fields.get("unit") == "USD"]
    assert money
    assert all("$" in r.title and "€" not in r.title for r in money)
    others = [r for r in template.key_results if r.fields.get("unit") != "EUR"]
    assert [r for r in dollars.key_results if r not in money] == others


def test_words_are_found_anywhere_in_a_template() -> None:
    template = TEMPLATES[0]
    assert holds(template, ("customers", "25"))
    assert holds(template, ())
    assert not holds(template, ("customers", "zebra"))


def test_numbers_keep_their_places() -> None:
    fields = [r.fields for x in TEMPLATES for r in x.key_results if "99.9" in r.title]
    assert [f["target"] for f in fields] == [Decimal("99.9")]


def test_amounts_are_decimals_although_the_files_have_whole_numbers() -> None:
    fields = [result.fields for template in TEMPLATES for result in template.key_results]
    amounts = [found[name] for found in fields for name in ("start", "target") if name in found]
    assert len(amounts) > 100
    assert {type(amount) for amount in amounts} == {Decimal}
