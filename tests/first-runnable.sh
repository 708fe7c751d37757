# For the scripts beside it, which read it in.

# Prints the path of the first of its arguments that can be run.
first_runnable() {
    for name in "$@"; do
        # The answer of `command -v` for a path differs from shell to shell: hence the second test.
        if path=$(command -v "$name") && [ -x "$path" ]; then
            printf '%s\n' "$path"
            return
        fi
    done
    return 1
}

# Root needs no sudo; -n makes sudo fail rather than ask a password.
apt_get() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@"
    fi >&2
}
