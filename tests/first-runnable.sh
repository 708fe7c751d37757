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
