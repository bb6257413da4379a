"""matplotlib, loaded beside the window: it takes longer than a person should wait."""

from threading import Thread


class ChartLibrary:
    """Loads what draws charts once the first one is wanted; ``ready`` says whether it is there."""

    def __init__(self) -> None:
        self._thread: Thread | None = None

    @property
    def ready(self) -> bool:
        """Whether charts can be drawn at once."""
        return self._thread is not None and not self._thread.is_alive()

    def load(self) -> None:
        """Begins to load, unless that was done."""
        if self._thread is None:
            # Nobody has to wait for it at the end.
            self._thread = Thread(target=_load, name="charts", daemon=True)
            self._thread.start()


def _load() -> None:
    from okrdesk.charts import render

    render.load()
