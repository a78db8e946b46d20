#!/bin/sh
# What a repository had when it began to be checked is no finding; what is new is. Counted by what it is about, not by where it stands.
. "$(dirname "$0")/lib.sh"
mkdir -p "$work/r/sop"
cd "$work/r" || exit 1
check() { want=$1; shift; run "$want" check --today 2026-11-30 --no-config --fail-on peringatan "$@"; }
found() { sed -n 's/^\([^ ]*\):\([0-9]*\):[0-9]*: [a-z]*: .*\[\([A-Z0-9]*\)\]$/\1:\2 \3/p; s/^\([^ :]*\): [a-z]*: .*\[\([A-Z0-9]*\)\]$/\1 \2/p' "$work/out" | sort | tr '\n' ';'; }

"$PATUH" init sop | sed 's/waktu: 30 menit/waktu: 35 menit/' >sop/a.yaml
sed '/^    waktu: 35 menit/d' sop/a.yaml | sed 's/nomor: SOP/nomor: X-SOP/; s/^nama: .*/nama: Menyusun laporan lain/' >sop/b.yaml
check 1 sop
before=$(found)
run 0 baseline write --today 2026-11-30 sop
has out ".patuh-baseline.yaml: " "said what was written"
check 0 sop
is "$(found)" "" "what is known is no finding"
check 1 --no-baseline sop
is "$(found)" "$before" "--no-baseline"
cp .patuh-baseline.yaml first

# Lines and steps move: nothing is new.
sed -i '1a# sebuah baris baru' sop/a.yaml
check 0 sop
# One more of a kind is new; the known ones are still known.
sed 's/^jumlah-waktu: .*/jumlah-waktu: 1 jam/' sop/a.yaml >sop/c.yaml
mv sop/a.yaml a.keep && mv sop/c.yaml sop/a.yaml
check 1 sop
is "$(found | grep -o WK003)" WK003 "another wrong total is new"
has out ".patuh-baseline.yaml: catatan:" "and the one before is gone"
mv a.keep sop/a.yaml

# Shrinking.
cp sop/b.yaml b.keep
"$PATUH" init sop >sop/b.yaml
run 0 check --today 2026-11-30 --no-config sop
has out "[UM003]" "what is recorded and gone is said"
run 0 baseline update --today 2026-11-30 --no-config sop
check 0 sop
is "$(found)" "" "after update nothing is left to say"
cp b.keep sop/b.yaml
check 1 sop
[ -n "$(found)" ]
ok $? "and the old fault is new when it comes back"
run 0 baseline update --today 2026-11-30 --no-config sop
check 1 sop
ok $? "update records nothing new"

# Files that were not looked at stay known; files that are gone do not.
run 0 baseline write --today 2026-11-30 --no-config sop
is "$(cat .patuh-baseline.yaml)" "$(cat first)" "the same findings, the same file, byte for byte"
run 0 baseline write --today 2026-11-30 --no-config sop/a.yaml
is "$(cat .patuh-baseline.yaml)" "$(cat first)" "a part of the files: the rest stays, and what stands between files"
check 0 sop/a.yaml
is "$(found)" "" "a part of the files: nothing between files is said to be gone"
rm sop/b.yaml
run 0 baseline update --today 2026-11-30 --no-config sop
is "$(grep -c b.yaml .patuh-baseline.yaml)" 0 "a file that is gone"

# Where it stands.
mkdir lain && mv .patuh-baseline.yaml lain/b.yml && sed -i 's#"sop/#"../sop/#' lain/b.yml
printf 'baseline: lain/b.yml\n' >.patuh.yaml
run 0 baseline write --today 2026-11-30 sop
has out "lain/b.yml: " "the configured place"
run 0 check --today 2026-11-30 sop
printf 'baseline: ../x.yml\n' >.patuh.yaml
run 2 check sop
has err '"../x.yml" tidak ada di folder konfigurasi ini' "not outside of the configuration's folder"
rm .patuh.yaml

# What is wrong.
run 2 check --baseline tidak-ada.yaml sop
has err "tidak-ada.yaml" "one that is not there"
echo 'patuh: sop/1' >salah.yaml
run 2 check --baseline salah.yaml sop
has err "bukan baseline patuh" "no baseline"
printf 'patuh: baseline/1\ntemuan:\n  - {path: a, rule: WK003}\n' >salah.yaml
run 2 check --baseline salah.yaml sop
has err "salah.yaml:3: temuan memerlukan" "an entry that lacks something, with its line"
run 2 baseline tulis
has err 'patuh baseline tidak mengenal "tulis"' "an unknown action"
printf 'patuh: sop/1\nlngkah: []\n' >sop/rusak.yaml
run 3 baseline write --today 2026-11-30 --no-config --baseline baru.yaml sop
is "$(grep -c UM001 baru.yaml)" 0 "what could not be read is never known"
finish
