# Sourced by the scripts beside it.

# Runs a command and shows what it said only if it failed.
quietly() {
    local log code=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || code=$?
    [ $code = 0 ] || cat "$log" >&2
    rm -f "$log"
    return $code
}
