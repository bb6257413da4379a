from datetime import date

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.words import DelegationState, Outcome
from tests.app.plan import Plan


def test_initiatives_and_their_steps(plan: Plan, objective: int, key_result: int) -> None:
    call = plan.run(c.add_initiative, "Call people", item=key_result, due=date(2026, 9, 1))
    write = plan.run(c.add_initiative, "Write list", parent=call)
    ask = plan.run(c.add_initiative, "Ask for consent", parent=call)
    plan.run(c.add_initiative, "Party", item=objective)
    assert plan.get(t.INITIATIVE, write).key_result == key_result
    plan.run(c.reorder, t.INITIATIVE, ask, before=write)
    assert [r.id for r in plan.children(t.INITIATIVE, "parent", call)] == [ask, write]
    plan.run(c.tick, write)
    plan.run(c.tick, call, on=date(2026, 8, 1))
    assert plan.get(t.INITIATIVE, write).done == plan.today
    assert plan.get(t.INITIATIVE, call).done == date(2026, 8, 1)
    plan.run(c.tick, write, done=False)
    assert plan.get(t.INITIATIVE, write).done is None
    plan.run(c.change_initiative, ask, text="Ask", owner="Noor")
    assert (
        plan.snapshot.get(t.PERSON, plan.snapshot.get(t.INITIATIVE, ask).owner or 0).name == "Noor"
    )
    circle = "A step cannot stand below itself. Choose another one."
    assert plan.refused(c.change_initiative, call, parent=write) == (circle, "parent")
    nothing = "Choose the objective or key result that this should move."
    assert plan.refused(c.add_initiative, "Do") == (nothing, "item")


def test_comments(plan: Plan, key_result: int) -> None:
    first = plan.run(c.add_comment, key_result, "Well done\nall")
    second = plan.run(c.add_comment, key_result, "Thanks")
    plan.run(c.change_comment, second, "Thank you")
    assert [row.text for row in plan.rows(t.COMMENT)] == ["Well done\nall", "Thank you"]
    assert plan.refused(c.change_comment, first, " ") == ("Write a few words.", "text")


def test_a_delegation_is_accepted_or_returned(plan: Plan, objective: int, key_result: int) -> None:
    anna, ben = plan.run(c.create_person, "Anna"), plan.run(c.create_person, "Ben")
    plan.author = anna
    offer = plan.run(c.delegate, objective, anna)
    assert plan.run(c.delegate, objective, ben, note="You know them") == offer
    plan.run(c.answer_delegation, offer, accept=True)
    row = plan.get(t.DELEGATION, offer)
    assert (row.state, row.note, row.delegated_by) == (
        DelegationState.ACCEPTED,
        "You know them",
        anna,
    )
    assert plan.get(t.OBJECTIVE, objective).owner == ben
    again = plan.run(c.delegate, objective, anna)
    assert again != offer
    back = plan.run(c.delegate, key_result, ben)
    plan.run(c.answer_delegation, back, accept=False, note="No time")
    row = plan.get(t.DELEGATION, back)
    assert (row.state, row.note) == (DelegationState.RETURNED, "No time")
    assert plan.get(t.KEY_RESULT, key_result).owner is None
    sentence = "This has been answered already."
    assert plan.refused(c.answer_delegation, back, accept=True) == (sentence, None)


def test_grades_and_outcomes(plan: Plan, objective: int, key_result: int) -> None:
    plan.run(c.check_in, key_result, 31)
    first = plan.run(c.grade, key_result, 0.6, note="Good talks", outcome="missed")
    assert plan.run(c.grade, key_result, 0.7, reason="Late data") == first
    row = plan.get(t.GRADE, first)
    assert (row.grade, row.proposed, row.date) == (0.7, 0.6, plan.today)
    assert (row.reason, row.note) == ("Late data", "")
    assert plan.get(t.KEY_RESULT, key_result).outcome is Outcome.MISSED
    plan.run(c.grade, key_result, None)
    assert plan.rows(t.GRADE) == []
    plan.run(c.set_outcome, objective, "dropped")
    plan.run(c.set_outcome, objective, None)
    assert plan.refused(c.grade, objective, 1.1) == ("Use a number from 0 to 1.", "grade")


def test_a_retrospective_is_written_on(plan: Plan, quarter: int, objective: int) -> None:
    whole = plan.run(c.write_retrospective, quarter, worked="Talks")
    one = plan.run(c.write_retrospective, quarter, objective=objective, change="Start sooner")
    assert plan.run(c.write_retrospective, quarter, did_not="Survey") == whole
    assert plan.run(c.write_retrospective, quarter, objective=objective, worked="All") == one
    row = plan.get(t.RETROSPECTIVE, whole)
    assert (row.worked, row.did_not) == ("Talks", "Survey")


def test_an_initiative_is_aimed_with_its_steps(plan: Plan, objective: int, key_result: int) -> None:
    call = plan.run(c.add_initiative, "Call people", item=key_result)
    step = plan.run(c.add_initiative, "Write list", parent=call)
    plan.run(c.aim_initiative, call, objective)
    for each in (call, step):
        row = plan.get(t.INITIATIVE, each)
        assert (row.objective, row.key_result) == (objective, None)
    plan.run(c.aim_initiative, call, key_result)
    assert plan.get(t.INITIATIVE, step).key_result == key_result


def test_an_initiative_becomes_a_key_result(plan: Plan, objective: int, key_result: int) -> None:
    anna, day = plan.run(c.create_person, "Anna"), date(2026, 9, 1)
    call = plan.run(
        c.add_initiative, "Interview 50 top customers", item=key_result, owner=anna, due=day
    )
    step = plan.run(c.add_initiative, "Write list", parent=call)
    small = plan.run(c.add_initiative, "Ask sales", parent=step)
    word = plan.run(c.add_comment, call, "By phone")
    made = plan.run(c.promote_initiative, call)
    row, (terms,) = plan.get(t.KEY_RESULT, made), plan.children(t.TERMS, "key_result", made)
    assert (row.objective, row.title, row.owner) == (objective, "Interview 50 top customers", anna)
    assert (terms.start, terms.target, terms.due) == (0, 50, day)
    assert plan.snapshot.find(t.INITIATIVE, call) is None
    steps = [plan.get(t.INITIATIVE, each) for each in (step, small)]
    assert [(each.key_result, each.parent) for each in steps] == [(made, None), (made, step)]
    assert plan.get(t.COMMENT, word).key_result == made
    plain = plan.run(c.add_initiative, "Tidy up", item=objective)
    row = plan.get(t.KEY_RESULT, plan.run(c.promote_initiative, plain))
    assert (row.title, row.owner) == ("Tidy up", None)
