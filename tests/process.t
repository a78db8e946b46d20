#!/bin/sh
# Checking a folder starts no process: what comes from outside says nothing about what runs.
. "$(dirname "$0")/lib.sh"
cc -std=c11 -O1 -fno-builtin -shared -fPIC -o "$work/spawn.so" tests/preload/spawn.c 2>"$work/err"
ok $? 'the preload compiles' || show "$work/err"
watched() { # watched ARGUMENT…: runs it with every start of a program refused and noted in $work/spawned
    : >"$work/spawned"
    SPAWN_LOG=$work/spawned LD_PRELOAD=$work/spawn.so "$@" >"$work/out" 2>"$work/err" </dev/null
}
watched sh -c 'true & cat /dev/null'
[ -s "$work/spawned" ]
ok $? 'and sees a shell start a program'

mkdir "$work/tree"
for f in corpus/sop/balangan-dinas-perpustakaan-2024.txt corpus/lkjip/benar-satuan.html tests/flow/good.bpmn; do cp "$f" "$work/tree"; done
"$PLAIN" init sop >"$work/tree/sop.yaml"
"$PLAIN" init lkjip >"$work/tree/lkjip.yaml"
echo '*.log' >"$work/tree/.gitignore"
echo x >"$work/tree/x.log"
if git --version >/dev/null 2>&1; then
    # A git that lists the files of this tree would run a command of the tree's own: it fetches what is missing, through uploadpack.
    (cd "$work/tree" && git init -q && git add -A . && git -c user.name=n -c user.email=a@b commit -qm x) >/dev/null 2>&1
    mkdir "$work/tree/later" && cp "$work/tree/sop.yaml" "$work/tree/later"
    (
        cd "$work/tree" && mkdir gone && echo x >gone/f && git add gone && git -c user.name=n -c user.email=a@b commit -qm y
        git sparse-checkout init --cone --sparse-index && git sparse-checkout set later
        lost=$(git rev-parse HEAD:gone)
        rm -f ".git/objects/$(echo "$lost" | cut -c1-2)/$(echo "$lost" | cut -c3-)"
        git config core.repositoryformatversion 1
        git config extensions.partialClone origin
        git config remote.origin.promisor true
        git config remote.origin.url .
        git config remote.origin.uploadpack "touch $work/ran; false"
        git config core.fsmonitor "touch $work/ran; false"
    ) >/dev/null 2>&1
fi
for format in text json; do
    watched "$PLAIN" check --format "$format" "$work/tree" "$work/tree/later"
    is "$(cat "$work/spawned")" '' "check --format $format starts nothing"
    has out sop.yaml 'and looks at the files'
done
for command in dump reviu graph; do
    watched "$PLAIN" "$command" "$work/tree/sop.yaml"
    is "$(cat "$work/spawned")" '' "nor does $command"
done
[ ! -e "$work/ran" ]
ok $? 'nor does the repository'
finish
