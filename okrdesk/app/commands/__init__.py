"""Every change to a plan: plain typed functions on a transaction.

A command is one function here with ``@command("Label")``; ``Workspace.run`` runs it as one
step of undo. It may call others with the same transaction.
"""

from okrdesk.app.commands.alignment import (
    align,
    also_support,
    remove_link,
    set_contributes,
    unalign,
)
from okrdesk.app.commands.answers import Answer, answer_all
from okrdesk.app.commands.bookkeeping import add_bookmark, mute, save_view
from okrdesk.app.commands.check_ins import change_check_in, check_in, set_status
from okrdesk.app.commands.command import Command, command
from okrdesk.app.commands.comments import add_comment, change_comment
from okrdesk.app.commands.cycles import (
    change_cycle,
    close_cycle,
    create_cycle,
    delete_cycle,
    ensure_cycle,
    reopen_cycle,
)
from okrdesk.app.commands.delegation import answer_delegation, delegate
from okrdesk.app.commands.dropping import can_move, move_items
from okrdesk.app.commands.grading import grade, set_outcome, write_retrospective
from okrdesk.app.commands.initiatives import (
    add_initiative,
    aim_initiative,
    change_initiative,
    promote_initiative,
    tick,
)
from okrdesk.app.commands.key_results import (
    change_key_result,
    create_key_result,
    set_phases,
    set_share,
    set_steps,
    set_terms,
    set_weight,
    set_zones,
)
from okrdesk.app.commands.kpi_recovery import recover_kpi, way_back
from okrdesk.app.commands.kpis import (
    add_kpis,
    change_kpi,
    change_kpi_value,
    create_kpi,
    link_kpi,
    record_kpi_value,
    record_kpi_values,
    set_kpi_target,
    watch_only,
)
from okrdesk.app.commands.moving import move_to_cycle
from okrdesk.app.commands.objectives import (
    change_objective,
    create_objective,
    duplicate_objective,
    set_owners,
    set_tags,
    set_teams,
    set_values,
)
from okrdesk.app.commands.organisation import (
    add_value,
    change_value,
    name_word,
    set_organisation,
)
from okrdesk.app.commands.pasting import Pasted, paste_rows
from okrdesk.app.commands.people import (
    change_person,
    change_team,
    create_person,
    create_team,
    delete_person,
    delete_team,
    join_team,
    leave_team,
)
from okrdesk.app.commands.quick import add_line
from okrdesk.app.commands.restoring import can_restore, restore_value
from okrdesk.app.commands.selection import (
    Deleted,
    also_support_all,
    change_tags,
    delete_items,
    duplicate_items,
    give_owner,
    link_all,
    set_statuses,
)
from okrdesk.app.commands.structure import delete_item, delete_row, reorder
from okrdesk.app.commands.support_rules import MISSION
from okrdesk.app.commands.templates import add_templates, start_drafts
from okrdesk.app.commands.undeleting import Restored, restore
from okrdesk.app.commands.weekly import add_week_line, change_week_line, drop_plan, tick_plan
from okrdesk.app.commands.writing import write_key_result, write_objective

__all__ = [
    "MISSION",
    "Answer",
    "Command",
    "Deleted",
    "Pasted",
    "Restored",
    "add_bookmark",
    "add_comment",
    "add_initiative",
    "add_kpis",
    "add_line",
    "add_templates",
    "add_value",
    "add_week_line",
    "aim_initiative",
    "align",
    "also_support",
    "also_support_all",
    "answer_all",
    "answer_delegation",
    "can_move",
    "can_restore",
    "change_check_in",
    "change_comment",
    "change_cycle",
    "change_initiative",
    "change_key_result",
    "change_kpi",
    "change_kpi_value",
    "change_objective",
    "change_person",
    "change_tags",
    "change_team",
    "change_value",
    "change_week_line",
    "check_in",
    "close_cycle",
    "command",
    "create_cycle",
    "create_key_result",
    "create_kpi",
    "create_objective",
    "create_person",
    "create_team",
    "delegate",
    "delete_cycle",
    "delete_item",
    "delete_items",
    "delete_person",
    "delete_row",
    "delete_team",
    "drop_plan",
    "duplicate_items",
    "duplicate_objective",
    "ensure_cycle",
    "give_owner",
    "grade",
    "join_team",
    "leave_team",
    "link_all",
    "link_kpi",
    "move_items",
    "move_to_cycle",
    "mute",
    "name_word",
    "paste_rows",
    "promote_initiative",
    "record_kpi_value",
    "record_kpi_values",
    "recover_kpi",
    "remove_link",
    "reopen_cycle",
    "reorder",
    "restore",
    "restore_value",
    "save_view",
    "set_contributes",
    "set_kpi_target",
    "set_organisation",
    "set_outcome",
    "set_owners",
    "set_phases",
    "set_share",
    "set_status",
    "set_statuses",
    "set_steps",
    "set_tags",
    "set_teams",
    "set_terms",
    "set_values",
    "set_weight",
    "set_zones",
    "start_drafts",
    "tick",
    "tick_plan",
    "unalign",
    "watch_only",
    "way_back",
    "write_key_result",
    "write_objective",
    "write_retrospective",
]
