#!/bin/sh
# Prints the path of a Chromium (or Chrome) and nothing else on stdout; installs Debian's when
# there is none. The browser of the system, because Playwright's own is a download outside the
# package registries, which not every machine may reach.
set -eu
. "$(dirname "$0")/first-runnable.sh"

find_browser() {
    first_runnable chromium chromium-browser google-chrome \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}

# Root needs no sudo; -n makes sudo fail rather than ask a password.
apt_get() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@"
    fi >&2
}

# A browser asked for by name is that one or an error, never silently another.
if [ -n "${CHROMIUM:-}" ]; then
    first_runnable "$CHROMIUM" && exit
    echo "CHROMIUM=$CHROMIUM cannot be run." >&2
    exit 1
fi

find_browser && exit

if command -v apt-get > /dev/null; then
    echo "No Chromium found; installing Debian's." >&2
    if apt_get update && apt_get install -y --no-install-recommends chromium; then
        find_browser && exit
    fi
fi

cat >&2 << 'EOF'
The tests need Chromium or Google Chrome, and none was found. Install one:
  Debian:  sudo apt-get install chromium
  macOS:   brew install --cask google-chrome
or name the one you have:  CHROMIUM=/path/to/chromium make test
EOF
exit 1
