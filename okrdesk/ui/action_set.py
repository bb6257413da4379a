"""The table of actions as Qt's actions, with the menus that are built from it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from okrdesk.ui.actions import ACTIONS, MENUS, SUBMENUS, Place, Spec
from okrdesk.ui.desk import Desk
from okrdesk.ui.icons import IconSet
from okrdesk.ui.shortcuts import DEFAULTS, NAME, wear_keys
from okrdesk.ui.translation import said


class ActionSet(QObject):
    """The table as Qt's actions, belonging to one window."""

    def __init__(self, desk: Desk, window: QWidget, icons: IconSet) -> None:
        super().__init__(window)
        self._desk = desk
        self._icons = icons
        self._actions = {spec.id: self._built(spec, window) for spec in ACTIONS}
        self._menus: dict[str, QMenu] = {}

    def action(self, action_id: str) -> QAction:
        """Qt's action for a row of the table; KeyError for another id."""
        return self._actions[action_id]

    def every_action(self) -> list[QAction]:
        """All of Qt's actions in the order of the table."""
        return list(self._actions.values())

    def menu(self, menu_id: str) -> QMenu:
        """A menu or submenu, once the menu bar is filled."""
        return self._menus[menu_id]

    def fill(self, bar: QMenuBar) -> None:
        """Puts every menu of the table into the bar."""
        for menu_id, title in MENUS:
            # Made here, not by Qt: Shiboken may lose hold of what Qt makes while it is still there.
            self._menus[menu_id] = QMenu(said(title), bar)
            bar.addMenu(self._menus[menu_id])
        for menu_id, title, place in SUBMENUS:
            self._menus[menu_id] = QMenu(said(title), self._menus[place.menu])
        for menu_id, menu in self._menus.items():
            self._fill_menu(menu_id, menu)
            menu.aboutToShow.connect(self.refresh)

    def context_menu(self, parent: QWidget) -> QMenu:
        """A menu for the selected item, of what can be done with it now."""
        self.refresh()
        menu = QMenu(parent)
        last = 0
        for spec in (s for s in ACTIONS if s.context and self._actions[s.id].isEnabled()):
            if last and spec.place.section != last:
                menu.addSeparator()
            last = spec.place.section
            menu.addAction(self._actions[spec.id])
        return menu

    def rename(self) -> None:
        """Says every text anew, as where a plan has its own words."""
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setText(said(spec.text))
            action.setProperty(NAME, action.text())
            action.setProperty("menu", _menu_name(spec.place.menu))
            wear_keys(action, self._desk.session.settings)
        for menu_id, title in (*MENUS, *((menu, title) for menu, title, _ in SUBMENUS)):
            self._menus[menu_id].setTitle(said(title))
        self.refresh()

    def refresh(self) -> None:
        """Brings what is enabled, switched on and named in line with the plan."""
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setEnabled(spec.enabled(self._desk))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._desk))
            if spec.label is not None:
                action.setText(spec.label(self._desk))

    def _built(self, spec: Spec, window: QWidget) -> QAction:
        action = QAction(said(spec.text), window)
        action.setObjectName(spec.id)
        action.setProperty("menu_id", spec.place.menu)
        action.setProperty("menu", _menu_name(spec.place.menu))
        action.setProperty(NAME, action.text())
        action.setProperty(DEFAULTS, list(spec.keys))
        wear_keys(action, self._desk.session.settings)
        action.setCheckable(spec.checked is not None)
        action.triggered.connect(lambda _=False: self._run(spec))
        if spec.icon:
            action.setIcon(self._icons.icon(spec.icon))
        window.addAction(action)
        return action

    def _run(self, spec: Spec) -> None:
        spec.run(self._desk)
        self.refresh()

    def _fill_menu(self, menu_id: str, menu: QMenu) -> None:
        sections = {s.place.section for s in ACTIONS if s.place.menu == menu_id}
        for section in sorted(sections | {p.section for _, _, p in SUBMENUS if p.menu == menu_id}):
            if not menu.isEmpty():
                menu.addSeparator()
            place = Place(menu_id, section)
            menu.addActions([self._actions[s.id] for s in ACTIONS if s.place == place])
            for submenu_id, _, submenu_place in SUBMENUS:
                if submenu_place == place:
                    menu.addMenu(self._menus[submenu_id])


def _menu_name(menu_id: str) -> str:
    """What a menu or submenu is called, without the letter that opens it."""
    titles = {**dict(MENUS), **{menu: title for menu, title, _ in SUBMENUS}}
    return said(titles[menu_id]).replace("&", "")
