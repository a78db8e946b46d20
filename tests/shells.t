#!/bin/sh
# What `make install` gives to man and to shells: made of the tables of commands and options, and taken by the tools that read them. A tool that
# is not here is skipped; with PATUH_ALL (make test-packages) that is a failure.
. "$(dirname "$0")/lib.sh"
lacks() { # lacks TOOL NAME
    command -v "$1" >/dev/null 2>&1 && return 1
    if [ "${PATUH_ALL:-}" ]; then ok 1 "$2: there is no $1"; else skip "no $1" "$2"; fi
}
commands=$("$PATUH" help --lang en | sed -n 's/^  \([a-z]*\) .*/\1/p')
options=$(sed -n '/option table\[\]/,/^};/p' checker/cli/options.c | grep -o '{"[a-z-]*"' | tr -d '{"')
[ "$(echo "$commands" | wc -l)" -gt 10 ] && [ "$(echo "$options" | wc -l)" -gt 25 ]
ok $? 'commands and options are seen'

# ---- the manual page
export SOURCE_DATE_EPOCH=1780000000
for lang in en id; do
    page=$work/$lang.1
    perl .ci/man "$PATUH" $lang >"$page" 2>"$work/err"
    ok $? "manual page, $lang" || show "$work/err"
    missing=
    for command in $commands; do grep -q "^\.SS patuh $command\$" "$page" || missing="$missing $command"; done
    is "$missing" '' "it has a section for every command, $lang"
    missing=
    for option in $(for command in $commands; do "$PATUH" help "$command" --lang $lang; done | grep -oE -e '--[a-z-]+' | sort -u); do
        tr -d '\\' <"$page" | grep -qF -e "$option" || missing="$missing $option"
    done
    is "$missing" '' "and every option that the help names, $lang"
    grep -q '^\.TH PATUH 1 2026-05-28 "patuh ' "$page"
    ok $? "with the day of SOURCE_DATE_EPOCH and the version, $lang"
    lacks mandoc "mandoc, $lang" || is "$(mandoc -Tlint "$page" 2>&1)" '' "mandoc has nothing to say, $lang"
    lacks man "man, $lang" || is "$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l "$page" 2>&1 >/dev/null)" '' "nor has man, $lang"
done
tr -d '\\' <"$work/en.1" | grep -A2 '^\.B --sort severity' >"$work/out"
has out 'the order of findings' 'an option that reaches into the next column has its explanation below it'
grep -A2 '^\.B \\-q' "$work/en.1" >"$work/out"
has out 'no summary' 'so has a short one'

# ---- completions name every command and option
for shell in bash zsh fish; do
    run 0 completion $shell --lang en
    cp "$work/out" "$work/patuh.$shell"
    missing=
    for name in $commands $options; do
        [ "$name" = version ] || grep -qE "(^|[^a-z-])(--|-l )?$name([^a-z-]|\$)" "$work/patuh.$shell" || missing="$missing $name"
    done
    is "$missing" '' "$shell: every command and option"
    "$PATUH" completion $shell >"$work/out"
    is "$(grep -c '�' "$work/out")" 0 "$shell: whole characters in Indonesian, too"
done
run 2 completion
has err 'bash, zsh' 'no shell named'
run 2 completion fishh
has err 'maksudnya fish?' 'a mistyped one'

# ---- bash: loaded, and asked as the Tab key asks
mkdir "$work/here" "$work/here/sop"
: >"$work/here/satu berkas.yaml"
if ! lacks bash 'bash'; then
    bash -n "$work/patuh.bash"
    ok $? 'bash reads it'
    tab() { # tab WORD…: what is offered for the last word, one a line
        (cd "$work/here" && bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _patuh; [ "${#COMPREPLY[@]}" = 0 ] || printf "%s\n" "${COMPREPLY[@]}"' "$work/patuh.bash" "$@") | sort | tr '\n' ' '
    }
    is "$(tab patuh exp)" 'explain ' 'a command'
    is "$(tab patuh check --sort '')" 'place severity ' 'values of an option'
    is "$(tab patuh check --sort = pl)" 'place ' 'behind =, too, which bash parts from the option'
    is "$(tab patuh check -f sarif)" 'sarif sarif-temuan ' 'formats'
    is "$(tab patuh graph --format '')" 'dot svg ' 'those of another command'
    is "$(tab patuh check --fail-on '')" 'catatan galat never peringatan ' 'severities'
    is "$(tab patuh check --no-)" '--no-baseline --no-config ' 'options'
    is "$(tab patuh init --no-)" '' 'none that the command does not take'
    is "$(tab patuh check --select WK003,WK00)" "$("$PATUH" rules | grep -o '^WK00[0-9]' | sort | sed 's/^/WK003,/' | tr '\n' ' ')" 'rules in a list'
    is "$(tab patuh explain WK003)" 'WK003 ' 'a rule'
    is "$(tab patuh init '')" 'lkjip pk sop ' 'kinds of definition, and no files'
    is "$(tab patuh baseline wr)" 'write ' 'actions'
    is "$(tab patuh check '')" 'satu berkas.yaml sop ' 'files, blanks in names kept'
    is "$(tab patuh check --rules '')" 'sop ' 'folders'
    is "$(tab patuh check --today '')" '' 'nothing where nothing can be known'
    is "$(tab patuh --lang en reviu --format '')" 'json md ' 'options before the command'
    is "$(tab patuh help comp)" 'completion ' 'commands after help'
fi

# ---- every word that is offered is taken
for severity in $(tab patuh check --fail-on ''); do run 3 check --fail-on "$severity" "$work/none.yaml"; done
for kind in $(tab patuh init ''); do run 0 init "$kind"; done
for schema in $(tab patuh schema ''); do run 0 schema "$schema"; done

# ---- zsh and fish
if ! lacks zsh 'zsh'; then
    zsh -n "$work/patuh.zsh"
    ok $? 'zsh reads it'
    mkdir "$work/functions"
    cp "$work/patuh.zsh" "$work/functions/_patuh"
    is "$(zsh -f -c "fpath=($work/functions \$fpath); autoload -U compinit; compinit -D -u; autoload +X _patuh && print \$_comps[patuh]" 2>&1)" '_patuh' 'and takes it for patuh'
fi
if ! lacks fish 'fish'; then
    fish -n "$work/patuh.fish"
    ok $? 'fish reads it'
    offered() { (cd "$work/here" && HOME=$work XDG_CONFIG_HOME=$work fish --no-config -c "source $work/patuh.fish; complete -C'$1'" 2>&1) | cut -f 1 | sort | tr '\n' ' '; }
    is "$(offered 'patuh exp')" 'explain ' 'a command'
    is "$(offered 'patuh check --sort ')" 'place severity ' 'values'
    is "$(offered 'patuh init ')" 'lkjip pk sop ' 'kinds of definition, and no files'
    is "$(offered 'patuh check --select WK003,WK00')" "$("$PATUH" rules | grep -o '^WK00[0-9]' | sort | sed 's/^/WK003,/' | tr '\n' ' ')" 'rules in a list'
    is "$(offered 'patuh graph --no-')" '--no-config ' 'options of the command'
fi
finish
