"""The cover's few sentences: where the plan stands, what leads, and what is at risk."""

from okrdesk.app.reporting.course import Standing
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import confidence, percent
from okrdesk.domain.pace import by_pace
from okrdesk.domain.rounding import tidy
from okrdesk.domain.words import Status
from okrdesk.reports.data import Sentence

_NAMED = 3
"""So many results at risk are named."""


def in_short(view: View, before: Standing | None) -> tuple[Sentence, ...]:
    """``before``: where the cycle before stood at the same point."""
    sentences = (_pace(view, before), _leader(view), _at_risk(view))
    return tuple(sentence for sentence in sentences if sentence is not None)


def _pace(view: View, before: Standing | None) -> Sentence:
    say = view.catalogue
    now = view.scores.cycle(view.cycle.id)
    if now.progress is None or now.expected is None:
        return Sentence(say("Nothing is measured yet."), say("The first check-in starts the line."))
    rest = say(
        "Average progress is {progress} where {expected} is expected.",
        progress=percent(say, now.progress),
        expected=percent(say, now.expected),
    )
    lead = _verdict(view, now.progress, now.expected)
    return Sentence(lead, " ".join(filter(None, (rest, _earlier(view, before)))))


def _earlier(view: View, before: Standing | None) -> str:
    if before is None:
        return ""
    return view.catalogue(
        "At the same point in {cycle} we were at {past}.",
        cycle=before.cycle,
        past=percent(view.catalogue, before.progress),
    )


def _verdict(view: View, progress: float, expected: float) -> str:
    """By the plan's own rule of status, whose limits a person may have changed."""
    say = view.catalogue
    if tidy(progress) >= tidy(expected):
        return say("We are on plan.")
    match by_pace(progress, expected, view.scores.rules):
        case Status.ON_TRACK:
            return say("We are close to plan.")
        case Status.BEHIND:
            return say("We are behind plan.")
    return say("We are far from plan.")


def _leader(view: View) -> Sentence | None:
    """The objective that is furthest, if any has moved."""
    rows = view.objectives(view.cycle.id)
    if not rows:
        return None
    row = max(rows, key=lambda row: view.scores.objective(row.id).progress or 0.0)
    score, say = view.scores.objective(row.id), view.catalogue
    if not score.progress:
        return None
    reached = percent(say, score.progress)
    if score.confidence is None:
        rest = say("{title} is at {percent}.", title=row.title, percent=reached)
    else:
        rest = say(
            "{title} is at {percent} with confidence {sure}.",
            title=row.title,
            percent=reached,
            sure=confidence(say, score.confidence),
        )
    return Sentence(say("One objective leads."), rest)


def _at_risk(view: View) -> Sentence:
    say = view.catalogue
    titles = [
        row.title
        for row in view.all_key_results()
        if view.scores.key_result(row.id).status is Status.AT_RISK
    ]
    if not titles:
        return Sentence(say("No result is at risk."), "")
    lead = say("%n result(s) (is|are) at risk.", count=len(titles))
    named = " · ".join(titles[:_NAMED])
    more = len(titles) - _NAMED
    rest = say("{titles} and %n more.", count=more, titles=named) if more > 0 else named
    return Sentence(lead, rest)
