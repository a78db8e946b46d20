# TAP for shell tests: source it, call ok, run, is, has, hasnt; end with `finish`. Works from any folder.
cd "$(dirname "$0")/.." || exit 1
top=$PWD
: "${PATUH:=build/san/patuh}" "${PLAIN:=build/patuh}"
case $PATUH in /*) ;; *) PATUH=$top/$PATUH ;; esac
case $PLAIN in /*) ;; *) PLAIN=$top/$PLAIN ;; esac
export PATUH PLAIN
unset NO_COLOR FORCE_COLOR
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. tests/tap.sh

# run WANT ARGUMENT…: runs patuh; its status has to be WANT. Output goes to $work/out, errors to $work/err.
run() {
    want=$1
    shift
    "$PATUH" "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    [ "$got" = "$want" ]
    ok $? "patuh $*: status $want" || { echo "# status $got"; show "$work/out" "$work/err" | head -20; }
}

is() { # is GOT WANT NAME
    [ "$1" = "$2" ]
    ok $? "$3" || { echo "#  got: $1"; echo "# want: $2"; }
}

# has WHERE TEXT NAME: $work/WHERE (out or err) has a line with that text.
has() {
    grep -qF -e "$2" "$work/$1"
    ok $? "$3" || { echo "# missing: $2"; show "$work/$1" | head -10; }
}
hasnt() {
    ! grep -qF -e "$2" "$work/$1"
    ok $? "$3" || echo "# there: $2"
}
empty() { # empty WHERE NAME
    [ ! -s "$work/$1" ]
    ok $? "$2" || show "$work/$1" | head -10
}
