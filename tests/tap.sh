# TAP on standard output for shell scripts: source it, call ok and skip, end with `finish`, whose status is that of the script.
count=0 failed=0

ok() { # ok STATUS NAME
    count=$((count + 1))
    if [ "$1" = 0 ]; then echo "ok $count - $2"; else
        echo "not ok $count - $2"
        failed=$((failed + 1))
        return 1
    fi
}

show() { sed 's/^/# /' "$@"; }

skip() { # skip REASON NAME
    count=$((count + 1))
    echo "ok $count - $2 # SKIP $1"
}

finish() {
    echo "1..$count"
    [ "$failed" = 0 ]
    exit $?
}
