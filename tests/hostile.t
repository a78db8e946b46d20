#!/bin/sh
# Hostile input: each gives one clear message or an ordinary report, in bounded time and memory, and the other file of the run is checked.
. "$(dirname "$0")/lib.sh"
"$PLAIN" init sop | sed '/^  nomor:/d' >"$work/z-good.yaml"

# Memory is bounded on the plain build: the sanitizers reserve terabytes of addresses.
check() { # check PROGRAM SECONDS
    ( [ "$1" != "$PLAIN" ] || ulimit -v 1500000
      exec timeout "$2" "$1" check --format json --today 2025-06-30 "$work/a-hostile" "$work/z-good.yaml" ) >"$work/json" 2>"$work/err"
}

judge() { # judge NAME STATUS
    case $2 in
    1 | 3) ;;
    124) ok 1 "$1: in time"; return ;;
    *) ok 1 "$1: an ordinary status" || { echo "# status $2"; show "$work/err" | head -20; }; return ;;
    esac
    perl -MJSON::PP -e '
        my $j = decode_json(do { local $/; <STDIN> });
        my ($d, $good) = @{ $j->{documents} }[0, -1];
        die "the other file was not checked\n" unless $good && grep { $_->{rule} eq "ID001" } @{ $good->{findings} };
        my @unread = grep { $_->{rule} =~ /^UM00[12]$/ } @{ $d->{findings} };
        die "status 3 without a message\n" if $ARGV[0] == 3 && !@unread;
        die "no more than one message where nothing was read\n" if $d->{error} && @unread != 1;
        die "an empty message\n" if grep { !length $_->{message} } @unread;
        die "a message too long to read\n" if grep { length $_->{message} > 2000 } @{ $d->{findings} };
    ' "$2" <"$work/json" 2>"$work/why"
    ok $? "$1" || show "$work/why" "$work/err" | head -10
    [ ! -s "$work/err" ] || { ok 1 "$1: silent on stderr"; show "$work/err" | head -5; }
}

for name in $(perl tests/hostile.pl); do
    perl tests/hostile.pl "$name" >"$work/a-hostile"
    check "$PLAIN" 20
    judge "$name" $?
    # The sanitizers see what a plain run survives by luck; the largest inputs would only make them slow.
    [ "$(wc -c <"$work/a-hostile")" -lt 4000000 ] || continue
    check "$PATUH" 60
    judge "$name, with sanitizers" $?
done
finish
