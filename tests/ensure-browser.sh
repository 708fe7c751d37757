#!/bin/sh
# Prints the path of a browser and nothing else on stdout, once Debian's is installed when there is
# none: `sh ensure-browser.sh chromium|firefox|webkit` (WebKit's driver, which knows its browser).
# Those of the system, because those that drivers bring are downloads outside the package
# registries, which not every machine may reach. Without Chromium no test runs; without another,
# the path is empty, and pytest says what it could not try.
set -eu
. "$(dirname "$0")/first-runnable.sh"

case $1 in
    chromium)
        asked=${CHROMIUM:-} packages=chromium elsewhere="brew install --cask google-chrome"
        find_browser() {
            first_runnable chromium chromium-browser google-chrome \
                "/Applications/Chromium.app/Contents/MacOS/Chromium" \
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
        }
        ;;
    firefox)
        asked=${FIREFOX:-} packages=firefox-esr elsewhere="brew install --cask firefox"
        find_browser() {
            first_runnable firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox"
        }
        ;;
    webkit)
        asked=${WEBKIT:-} packages="webkit2gtk-driver xvfb" elsewhere="(there is none)"
        # Its windows need a display: Xvfb shows them to nobody.
        find_browser() {
            first_runnable Xvfb > /dev/null && first_runnable WebKitWebDriver
        }
        ;;
esac

# A browser asked for by name is that one or an error, never silently another.
if [ -n "$asked" ]; then
    first_runnable "$asked" && exit
    echo "$asked, named as $1, cannot be run." >&2
    exit 1
fi

find_browser && exit

if command -v apt-get > /dev/null; then
    echo "No $1 found; installing Debian's: $packages." >&2
    # shellcheck disable=SC2086 # several words
    if apt_get update && apt_get install -y --no-install-recommends $packages; then
        find_browser && exit
    fi
fi

name=$(echo "$1" | tr '[:lower:]' '[:upper:]')
cat >&2 << EOF
No $1 was found for the tests. Install it:
  Debian:  sudo apt-get install $packages
  macOS:   $elsewhere
or name the one you have:  $name=/path/to/it make test
EOF
[ "$1" != chromium ]
