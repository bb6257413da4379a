"""Settings of this computer, declared once; forms, checks and the file follow from here."""

import json
from collections.abc import Callable
from json import JSONDecodeError
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from okrdesk.app.files import write_whole
from okrdesk.app.forms import Form, Kind, Section
from okrdesk.text import Message

T = TypeVar("T")
_RECENT = 12


class Setting(NamedTuple, Generic[T]):
    """One setting: its key in the file, what a form calls it, and what it may hold."""

    key: str
    label: Message
    default: T
    allowed: Callable[[object], bool]
    choices: tuple[T, ...] = ()
    form: Form | None = None
    """How a form shows it; None for what the program only remembers."""


def _choice(
    key: str,
    label: Message,
    section: Section,
    words: tuple[tuple[str, Message], ...],
    text: Message | None = None,
    *,
    default: str = "",
) -> Setting[str]:
    """One of several words; the first one unless another one is the default."""
    choices = tuple(word for word, _ in words)
    form = Form(section, Kind.CHOICE, text, choices=words)
    usual = default or choices[0]
    return Setting(key, label, usual, lambda value: value in choices, choices, form)


def _switch(
    key: str,
    label: Message,
    text: Message,
    *,
    section: Section = Section.ACCESSIBILITY,
    default: bool = False,
) -> Setting[bool]:
    form = Form(section, Kind.SWITCH, text)
    return Setting(key, label, default, lambda value: isinstance(value, bool), form=form)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _text_by_text(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _text_size(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 80 <= value <= 200


LANGUAGE = Setting(
    "language",
    Message("Language"),
    "",
    lambda value: isinstance(value, str),
    form=Form(Section.GENERAL, Kind.CHOICE, choices=(("", Message("As the system")),)),
)
THEME = _choice(
    "theme",
    Message("Theme"),
    Section.GENERAL,
    (
        ("system", Message("As the system")),
        ("light", Message("Light")),
        ("dark", Message("Dark")),
    ),
)
ACCENT = _choice(
    "accent",
    Message("Accent colour"),
    Section.GENERAL,
    (("blue", Message("Blue")), ("system", Message("As the system"))),
    Message("For buttons, links and what is selected."),
)
TEXT_SIZE = Setting(
    "text_size",
    Message("Text size"),
    100,
    _text_size,
    form=Form(
        Section.GENERAL,
        Kind.NUMBER,
        Message("Rows, icons and charts grow with it."),
        low=80,
        high=200,
        step=10,
        unit="%",
    ),
)
REDUCE_MOTION = _switch(
    "reduce_motion", Message("Reduce motion"), Message("Nothing fades in or slides.")
)
HIGH_CONTRAST = _switch(
    "high_contrast",
    Message("High contrast"),
    Message("Stronger lines and captions. On anyway where the system asks for it."),
)
SHOW_FOCUS = _switch(
    "show_focus",
    Message("Always show focus"),
    Message("A frame around what has the keyboard, also after a click."),
)
PAPER = _choice(
    "paper",
    Message("Paper"),
    Section.REPORT,
    (("a4", Message("A4")), ("letter", Message("Letter"))),
    Message("For reports saved as PDF."),
)
REPORT_LOGO = Setting(
    "report_logo",
    Message("Logo"),
    "",
    lambda value: isinstance(value, str),
    form=Form(
        Section.REPORT,
        Kind.PICTURE,
        Message("On the first page of a report. PNG, JPEG or SVG, at most 1 MB."),
    ),
)
REPORT_FOOTER = Setting(
    "report_footer",
    Message("Footer"),
    "",
    lambda value: isinstance(value, str),
    form=Form(
        Section.REPORT,
        Kind.TEXT,
        Message("At the foot of each page of a report."),
        placeholder=Message("Organisation and title"),
    ),
)
ROW_HEIGHT = _choice(
    "row_height",
    Message("Row height"),
    Section.GENERAL,
    (
        ("compact", Message("Compact")),
        ("normal", Message("Normal")),
        ("comfortable", Message("Comfortable")),
    ),
    Message("For the tree and lists."),
    default="normal",
)
CHECK_IN_REMINDER = _switch(
    "check_in_reminder",
    Message("Remind of the check-in"),
    Message("A line over the plan where something is due, and a notice on the check-in day."),
    section=Section.GENERAL,
    default=True,
)
WEEKLY_JOURNAL = _switch(
    "weekly_journal",
    Message("Weekly journal"),
    Message("Plans, progress and problems in the sidebar, from the next opening of a plan on."),
    section=Section.GENERAL,
    default=True,
)
RECENT_FILES: Setting[list[str]] = Setting("recent_files", Message("Recent plans"), [], _texts)
ME: Setting[dict[str, str]] = Setting("me", Message("Me, by plan"), {}, _text_by_text)
"""Who is at this keyboard: by the id of the plan, the id of the person."""
SHORTCUTS: Setting[dict[str, str]] = Setting("shortcuts", Message("Shortcuts"), {}, _text_by_text)
"""By the id of an action, the keys that a person gave it, in Qt's portable form; "" for none."""
SHARED_TOLD: Setting[list[str]] = Setting(
    "shared_told", Message("Plans in shared folders"), [], _texts
)
"""The plans of which it was said that other computers may change them too."""
VIEW_STATES: Setting[dict[str, str]] = Setting(
    "view_states", Message("Window and branches, by plan"), {}, _text_by_text
)
PRESENT_SCREEN = Setting(
    "present_screen", Message("Display of meetings"), "", lambda value: isinstance(value, str)
)
"""The name of the display that meetings are shown on; empty for another one than the window's."""
PRESENT_TEXT = Setting("present_text", Message("Text size of meetings"), 130, _text_size)

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    ACCENT,
    TEXT_SIZE,
    REDUCE_MOTION,
    HIGH_CONTRAST,
    SHOW_FOCUS,
    PAPER,
    REPORT_LOGO,
    REPORT_FOOTER,
    ROW_HEIGHT,
    CHECK_IN_REMINDER,
    WEEKLY_JOURNAL,
    RECENT_FILES,
    ME,
    SHORTCUTS,
    SHARED_TOLD,
    VIEW_STATES,
    PRESENT_SCREEN,
    PRESENT_TEXT,
)


class Settings:
    """The settings file; what it does not hold, or holds wrongly, has its default."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)

    def get(self, setting: Setting[T]) -> T:
        """The value."""
        value: Any = self._values.get(setting.key, setting.default)
        found: T = value if setting.allowed(value) else setting.default
        return found

    def set(self, setting: Setting[T], value: T) -> None:
        """Keeps the value, on the disk at once. ValueError when it is not allowed."""
        if not setting.allowed(value):
            raise ValueError(f"{setting.key}: {value!r}")
        if self._values.get(setting.key, setting.default) == value:
            return
        self._values = {**self._values, setting.key: value}
        text = json.dumps(self._values, indent=1, ensure_ascii=False, sort_keys=True)
        write_whole(self._path, text.encode())

    def remember_file(self, plan: Path) -> None:
        """Puts the plan first among the recent ones."""
        place = str(plan.absolute())
        others = [path for path in self.get(RECENT_FILES) if path != place]
        self.set(RECENT_FILES, [place, *others][:_RECENT])

    def forget_file(self, plan: Path) -> None:
        """Takes the plan off the recent ones."""
        place = str(plan.absolute())
        self.set(RECENT_FILES, [path for path in self.get(RECENT_FILES) if path != place])

    def me(self, plan_id: str) -> str | None:
        """The id of the person at this keyboard in a plan, or None."""
        return self.get(ME).get(plan_id)

    def set_me(self, plan_id: str, person: str | None) -> None:
        """Says who is at this keyboard."""
        people = {key: value for key, value in self.get(ME).items() if key != plan_id}
        self.set(ME, people if person is None else {**people, plan_id: person})


def _read(path: Path) -> dict[str, object]:
    """The file's content; a damaged file is put aside, so that nothing in it is lost."""
    try:
        values = json.loads(path.read_bytes())
    except OSError:
        return {}
    except (JSONDecodeError, UnicodeDecodeError, RecursionError):
        values = None
    if isinstance(values, dict):
        return values
    path.replace(path.with_suffix(".damaged"))
    return {}
