"""The region at the left: whose plan it is, its screens, saved views and teams."""

from okrdesk.ui.sidebar.sidebar import Sidebar

__all__ = ["Sidebar"]
