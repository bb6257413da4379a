from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.words import TeamKind
from tests.app.plan import Plan

ELSE = "Choose somebody else to take this over."


def test_a_tree_of_teams(plan: Plan) -> None:
    sales = plan.run(c.create_team, "Sales", kind="department")
    north = plan.run(c.create_team, "North", parent=sales, colour=5)
    assert plan.get(t.TEAM, sales).kind is TeamKind.DEPARTMENT
    assert (plan.get(t.TEAM, sales).colour, plan.get(t.TEAM, north).colour) == (1, 5)
    plan.run(c.change_team, north, active=False)
    assert not plan.get(t.TEAM, north).active
    sentence = "A team cannot stand below itself. Choose another one."
    assert plan.refused(c.change_team, sales, parent=north) == (sentence, "parent")
    assert plan.refused(c.change_team, sales, parent=sales) == (sentence, "parent")
    gone = "What you chose is no longer in the plan. Choose again."
    assert plan.refused(c.change_team, sales, parent=5) == (gone, "parent")


def test_a_person_joins_and_leaves(plan: Plan) -> None:
    team = plan.run(c.create_team, "Care")
    amara = plan.run(c.create_person, "Amara van Okafor", teams=[team])
    assert plan.get(t.PERSON, amara).initials == "AO"
    plan.run(c.join_team, amara, team)
    assert len(plan.rows(t.MEMBERSHIP)) == 1
    plan.run(c.leave_team, amara, team)
    plan.run(c.leave_team, amara, team)
    assert plan.rows(t.MEMBERSHIP) == []
    plan.run(c.change_person, amara, initials="Am", colour=2)
    assert plan.get(t.PERSON, amara).initials == "Am"
    assert plan.get(t.PERSON, plan.run(c.create_person, "Li", initials="")).initials == ""
    assert plan.get(t.PERSON, plan.run(c.create_person, "Bo")).initials == "B"


def test_an_owner_is_needed_until_the_work_is_handed_over(
    plan: Plan, objective: int, key_result: int
) -> None:
    anna, ben = plan.run(c.create_person, "Anna"), plan.run(c.create_person, "Ben")
    plan.run(c.change_objective, objective, owner=anna)
    plan.author = anna
    plan.run(c.check_in, key_result, 3)
    sentence = (
        "“Anna” is still used by “Delight customers”. Nothing was deleted. "
        "Move or delete that first."
    )
    assert plan.refused(c.delete_person, anna) == (sentence, None)
    assert plan.refused(c.delete_person, anna, move_to=anna) == (ELSE, "move_to")
    assert plan.refused(c.delete_person, anna, move_to=4) == (ELSE, "move_to")
    plan.run(c.delete_person, anna, move_to=ben)
    assert plan.get(t.OBJECTIVE, objective).owner == ben
    assert [row.author for row in plan.rows(t.CHECK_IN)] == [None]
    plan.holds_together()


def test_a_team_goes_and_those_below_move_up(plan: Plan, objective: int) -> None:
    top = plan.run(c.create_team, "Top")
    middle = plan.run(c.create_team, "Middle", parent=top)
    low = plan.run(c.create_team, "Low", parent=middle)
    plan.run(c.change_objective, objective, team=middle)
    assert plan.refused(c.delete_team, middle)[1] is None
    plan.run(c.delete_team, middle, move_to=low)
    assert plan.get(t.TEAM, low).parent == top
    assert plan.get(t.OBJECTIVE, objective).team == low
    plan.run(c.set_teams, objective, [low, top])
    plan.run(c.close_cycle, plan.rows(t.CYCLE)[0].id)
    plan.run(c.change_team, low, parent=None)
    plan.run(c.delete_team, top)
    assert plan.rows(t.OBJECTIVE_TEAM) == []
    plan.run(c.delete_row, t.TEAM, plan.run(c.create_team, "Empty"))
    plan.holds_together()
