"""The filter of a tree, and which of its rows it leaves."""

from collections.abc import Sequence

from okrdesk.domain.changes import Change
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.ui.models.tree_filter import FilterIndex, Holds, TreeFilter, Visible
from okrdesk.ui.models.tree_structure import Structure


class TreeSearch:
    """What is asked for, and what was found. An index is made when something is asked first."""

    def __init__(self, structure: Structure) -> None:
        """Ask for nothing in `structure`."""
        self._structure = structure
        self._index: FilterIndex | None = None
        self.wanted = TreeFilter()
        self.visible: Visible | None = None
        """What the filter leaves; None without one."""

    def prepare(self) -> FilterIndex:
        """Read what is written in the plan, which may be done before the first letter is typed."""
        if self._index is None:
            self._index = FilterIndex(self._structure)
        return self._index

    def rearrange(self, structure: Structure) -> None:
        """Search in another arrangement of the same plan."""
        self._structure = structure
        if self._index is not None:
            self._index = FilterIndex(structure, self._index.texts)

    def find(self, scores: Scores, holds: Holds) -> None:
        """Find the rows that are left."""
        if self.wanted:
            self.visible = self.prepare().visible(self.wanted, scores, holds)
        else:
            self.visible = None
            self.start_over()

    def start_over(self) -> None:
        """Forget what was found."""
        if self._index is not None:
            self._index.rest()

    def apply(self, changes: Sequence[Change], before: Snapshot, scores: Scores) -> bool:
        """Follow the changes; say whether other rows may be left now."""
        if self._index is None:
            return False
        turned = self._index.apply(changes, before, scores)
        return bool(self.wanted) and turned != set()
