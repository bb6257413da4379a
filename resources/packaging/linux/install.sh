#!/bin/sh
# Makes OKR Desk known to this person's desktop: in the menu, with its icon, and for a double click
# on a plan. Nothing is copied but these few small files; "install.sh --remove" takes them away.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
resources="$here/_internal/okrdesk/_assets/resources"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
entry="$share/applications/okrdesk.desktop"
kind="$share/mime/packages/okrdesk.xml"
icon="$share/icons/hicolor/scalable/apps/okrdesk.svg"

if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$kind" "$icon"
else
    mkdir -p "${entry%/*}" "${kind%/*}" "${icon%/*}"
    # Inside the quotes of an Exec line four characters have a meaning of their own.
    program=$(printf '%s' "$here/okrdesk" | sed -e 's/[\\"`$]/\\&/g' -e 's/[\\&|]/\\&/g')
    sed "s|^Exec=okrdesk|Exec=\"$program\"|" "$resources/packaging/linux/okrdesk.desktop" > "$entry"
    cp "$resources/packaging/linux/okrdesk.xml" "$kind"
    cp "$resources/icons/okrdesk.svg" "$icon"
fi
refresh() { # A desktop without the program looks by itself.
    if command -v "$1" > /dev/null; then "$@" > /dev/null 2>&1 || true; fi
}
refresh update-mime-database "$share/mime"
refresh update-desktop-database "$share/applications"
if [ "${1:-}" != "--remove" ]; then
    refresh xdg-mime default okrdesk.desktop application/x-okrdesk
    refresh gio mime application/x-okrdesk okrdesk.desktop
fi
