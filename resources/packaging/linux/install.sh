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
for refresh in "update-mime-database $share/mime" "update-desktop-database $share/applications"; do
    # Word splitting is wanted: program and folder. Desktops without them look by themselves.
    if command -v "${refresh%% *}" > /dev/null; then
        "${refresh%% *}" "${refresh#* }" 2> /dev/null || true
    fi
done
