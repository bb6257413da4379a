"""The alignment map: who supports whom, to be seen and repaired."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.domain.alignment_map import Asked, Card, Column, alignment_map
from okrdesk.domain.filters import Facts, matching
from okrdesk.domain.saved_views import UNALIGNED
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.map.card_paint import Sheet
from okrdesk.ui.map.dropping import Dropping, card_of
from okrdesk.ui.map.edits import Edits
from okrdesk.ui.map.emptiness import NoMap
from okrdesk.ui.map.faces import FaceReader
from okrdesk.ui.map.foot import Foot
from okrdesk.ui.map.head import Head
from okrdesk.ui.map.heads import ColumnHead, ColumnHeads
from okrdesk.ui.map.keys import ZOOM
from okrdesk.ui.map.measures import measures
from okrdesk.ui.map.menu import ACTIONS, Wishes, map_menu
from okrdesk.ui.map.scene import MapScene, spread
from okrdesk.ui.map.tray import SHOWN
from okrdesk.ui.map.view import MapView
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.rule import Rule

MANY = 150
"""With more cards the map begins at the chosen branch."""


class MapState(NamedTuple):
    """What "back" brings back."""

    chosen: int | None = None
    folded: frozenset[int] = frozenset()


class MapPage(QWidget):
    """Head, map and foot, or one way to begin."""

    def __init__(self, desk: Desk, bridge: Bridge, view: PlanView) -> None:
        super().__init__()
        self._desk, self._bridge, self._plan = desk, bridge, view
        self._folded = frozenset[int]()
        self._shown: object = None
        self._loose: int | None = None
        self._placed = False
        self._faces = FaceReader(bridge.snapshot, bridge.scores)
        look = desk.look
        self.head = Head(look)
        self.scene = MapScene(self._sheet(), self)
        self.view = MapView(self.scene)
        self.heads = ColumnHeads(look)
        self.foot = Foot(look, self.view)
        self.empty = NoMap(look)
        self.edits = Edits(bridge, self)
        self._dropping = Dropping(bridge, self.edits, self.view, self.foot.tray)
        self._wire()
        self._build()

    @property
    def chosen(self) -> int | None:
        """The objective that is chosen on the map, or was asked to be linked from the tray."""
        item = self.scene.chosen if self._loose is None else self._loose
        return item if self._bridge.snapshot.find(OBJECTIVE, item) is not None else None

    @property
    def state(self) -> MapState:
        """What is chosen and what is folded away."""
        return MapState(self.scene.chosen, self._folded)

    def show_state(self, state: MapState) -> None:
        """Folds and chooses the same again, as far as it is still there."""
        self._folded = state.folded
        self.refresh()
        self.view.choose(state.chosen)

    def refresh(self) -> None:
        """Shows the plan as it stands; repaints what differs."""
        snapshot, scores = self._bridge.snapshot, self._bridge.scores
        query, cycle = self._plan.narrowing.query, self._plan.scope.cycle
        results = self.head.results.isChecked()
        seen = (snapshot, scores.today, query, cycle, self._sheet(), results, self._folded)
        if self._shown == seen:
            return
        self._shown = seen
        cycle_id, items = None if cycle is None else cycle.id, None
        if query:
            facts = Facts(snapshot, scores, self._plan.narrowing.me())
            items = frozenset(matching(query, facts, None, cycle_id))
        shown = alignment_map(snapshot, Asked(cycle_id, items, self._folded))
        reader = self._faces
        reader.renew(snapshot, scores, results=results)
        faces = {card.item: reader.face(card) for card in shown.cards}
        self.scene.show_map(shown, faces, self._sheet())
        self.head.show_linked(shown.linked, shown.every)
        self.head.show_teams(snapshot, self._plan.narrowing.choice)
        cards = (Card(item, None, Column.TEAM) for item in shown.loose[:SHOWN])
        loose = {card.item: reader.face(card).row for card in cards}
        self.foot.tray.show_rows(loose, len(shown.loose), free=not self._bridge.read_only)
        self._show_parts(narrowed=bool(query), anything=shown.every > 0)
        self._choose_first()
        self._follow()

    def focus(self) -> None:
        """Puts the focus onto the map."""
        (self.view if self.view.isVisibleTo(self) else self.empty.button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        """Begins at the chosen branch where the whole is too much, else with all that fits."""
        super().showEvent(event)
        if not self._placed and self.scene.cards:
            self._placed = True
            QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """Shows the part of the map that one begins with."""
        if len(self.scene.cards) > MANY:
            self.view.show_branch()
        else:
            self.view.fit_across()

    def fold(self, item: int) -> None:
        """Folds away what is below a card, or shows it again."""
        self._folded ^= {item}
        self.refresh()

    def link(self, item: int | None) -> None:
        """Asks what an objective shall support, the chosen one or one of the tray."""
        self._loose = item
        self._plan.chosen_on_page.emit()
        self._desk.action("link").trigger()

    def _choose_first(self) -> None:
        """Chooses what was linked from the tray, or else what is chosen in the plan."""
        if self._loose in self.scene.cards:
            self.view.choose(self._loose)
            self.view.setFocus()  # what had the focus in the tray is gone
        if self.scene.chosen is None and self.scene.map.cards:
            current = self._plan.page.current
            item = None if current is None else card_of(self._bridge.snapshot, current)
            first = self.scene.map.cards[0].item
            self.scene.choose(item if item in self.scene.cards else first)

    def _follow(self) -> None:
        """Says in the foot what is chosen, and lets the actions follow."""
        self._loose = None
        item = self.chosen
        if item is not None:
            self.foot.details.show_card(self.scene.cards[item].face, item, self._bridge.scores)
        self.foot.show_chosen(chosen=item is not None)
        self.foot.minimap.show_map()
        self._look_around()
        self._plan.chosen_on_page.emit()

    def _look_around(self) -> None:
        """Brings the heads, the zoom and the minimap in line with the part that is seen."""
        counts, heads = spread(self.scene.map.cards), []
        for stretch in self.scene.geometry.stretches():
            left = self.view.mapFromScene(stretch.left, 0).x()
            width = stretch.width * self.view.zoom
            heads.append(ColumnHead(stretch.column, counts[stretch.column], left, width))
        cycle = self._plan.scope.cycle
        self.heads.show_heads(heads, "" if cycle is None else cycle.name)
        self.head.show_zoom(self.view.zoom)
        self.foot.minimap.update()

    def _show_parts(self, *, narrowed: bool, anything: bool) -> None:
        for part in (self.heads, self.view, self.foot):
            part.setVisible(anything)
        self.empty.setVisible(not anything)
        self.empty.show_way(narrowed=narrowed, free=not self._bridge.read_only)

    def _open_menu(self, place: QPoint) -> None:
        free = not self._bridge.read_only
        wishes = Wishes(self.view.opened.emit, self.fold, self.edits.unlink if free else None)
        map_menu(self, self.scene, [self._desk.action(name) for name in ACTIONS], wishes).popup(
            place
        )

    def _begin(self) -> None:
        if self._plan.narrowing.choice:
            self._plan.narrowing.choose("")
        else:
            self._desk.action("new_objective").trigger()

    def _sheet(self) -> Sheet:
        theme = self._desk.look.themes.theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Sheet(self._desk.look, theme, measures(theme), mirrored)

    def _wire(self) -> None:
        view, tray, plan = self.view, self.foot.tray, self._plan
        self.edits.told.connect(lambda text: self._desk.toast(text, undo=True))
        self.empty.wanted.connect(self._begin)
        self.head.narrowed.connect(plan.narrowing.choose)
        self.head.results_wanted.connect(lambda _shown: self.refresh())
        self.head.zoomed.connect(lambda by: view.set_zoom(view.zoom * ZOOM**by))
        self.head.fit_wanted.connect(view.fit)
        self.head.full_wanted.connect(lambda: view.set_zoom(1.0))
        plan.narrowing.changed.connect(self.refresh)
        self._desk.look.themes.changed.connect(self.refresh)
        view.chosen.connect(self._follow)
        view.looked.connect(self._look_around)
        view.opened.connect(plan.go_to)
        view.folded.connect(self.fold)
        view.unlink_wanted.connect(self.edits.unlink)
        view.link_wanted.connect(self.link)
        view.tray_wanted.connect(tray.focus)
        view.menu_wanted.connect(self._open_menu)
        tray.link_wanted.connect(self.link)
        tray.opened.connect(plan.go_to)
        tray.all_wanted.connect(lambda: plan.narrow(UNALIGNED.id))
        for dragging in (view, tray):
            dragging.dragged.connect(self._dropping.drag)
            dragging.dropped.connect(self._dropping.drop)
        self.foot.details.opened.connect(lambda: view.opened.emit(self.scene.chosen))
        self.foot.minimap.wanted.connect(view.centerOn)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Rule(self._desk.look.themes))
        column.addWidget(self.heads)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        column.addWidget(self.empty, 1)
