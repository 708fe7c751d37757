#!/bin/sh
# Prints the path of a Caddy and nothing else on stdout; unpacks Debian's into .venv when
# there is none: unpacked, not installed, since the package would start a server on port 80.
set -eu
. "$(dirname "$0")/first-runnable.sh"
cd "$(dirname "$0")/.."
unpacked=$PWD/.venv/debian-caddy

# Its last step is a rename, so that an interrupted one leaves nothing behind.
unpack_caddy() {
    parts=$unpacked.parts
    rm -rf "$parts"
    mkdir -p "$parts/files"
    (
        cd "$parts"
        apt-get download caddy || { apt_get update && apt-get download caddy; }
        dpkg-deb -x caddy_*.deb files
    ) >&2 && mv "$parts/files" "$unpacked"
    rm -rf "$parts"
}

# A Caddy asked for by name is that one or an error, never silently another.
if [ -n "${CADDY:-}" ]; then
    first_runnable "$CADDY" && exit
    echo "CADDY=$CADDY cannot be run." >&2
    exit 1
fi

first_runnable caddy "$unpacked/usr/bin/caddy" && exit

if command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null; then
    echo "No Caddy found; unpacking Debian's into $unpacked." >&2
    unpack_caddy && first_runnable "$unpacked/usr/bin/caddy" && exit
fi

cat >&2 << 'EOF'
The tests need the web server Caddy, and none was found. Install it:
  Debian:  sudo apt-get install caddy
  macOS:   brew install caddy
or name the one you have:  CADDY=/path/to/caddy make test
EOF
exit 1
