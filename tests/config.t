#!/bin/sh
# .patuh.yaml: which rules, at which severity, for which paths; where each value comes from; what is wrong with a configuration.
. "$(dirname "$0")/lib.sh"

mkdir -p "$work/r/sop/lama" "$work/r/arsip"
cd "$work/r" || exit 1
"$PATUH" init sop | sed 's/waktu: 30 menit/waktu: 35 menit/' >sop/a.yaml # total-waktu-tidak-sesuai
cp sop/a.yaml sop/lama/b.yaml
cp sop/a.yaml arsip/c.yaml
found() { sed -n 's/^\([^ ]*\.yaml\):[0-9]*:[0-9]*: \([a-z]*\): .*\[\([A-Z0-9]*\)\]$/\1 \2 \3/p' "$work/out" | sort | tr '\n' ';'; }
check() { # check STATUS ARGUMENT…
    want=$1
    shift
    run "$want" check --today 2025-06-30 --select WK003 "$@"
}

check 1 .
is "$(found)" "arsip/c.yaml galat WK003;sop/a.yaml galat WK003;sop/lama/b.yaml galat WK003;" "without a configuration, everything"

cat >.patuh.yaml <<'EOF'
root: true
exclude: [arsip/]
severity: {WK003: peringatan}
overrides:
  - files: [sop/lama/]
    severity: {total-waktu-tidak-sesuai: catatan}
EOF
check 0 .
is "$(found)" "sop/a.yaml peringatan WK003;sop/lama/b.yaml catatan WK003;" "graded anew, by path, and a folder left out"
check 0 arsip/c.yaml
is "$(found)" "arsip/c.yaml peringatan WK003;" "what is named is checked though it is excluded"
check 0 --force-exclude --allow-empty arsip/c.yaml
is "$(found)" "" "but not with --force-exclude"
check 1 --no-config .
is "$(found | tr ';' '\n' | grep -c galat)" 3 "--no-config"
check 1 --fail-on peringatan sop
echo 'fail-on: catatan' >>.patuh.yaml
check 1 sop
check 0 --fail-on galat sop
run 0 config show --show-files .
is "$(tr '\n' ' ' <"$work/out")" "sop/a.yaml sop/lama/b.yaml " "--show-files"

# The nearer file comes over the outer one; root ends the way up.
echo 'severity: {WK: galat}' >sop/lama/.patuh.yaml
check 1 .
is "$(found)" "sop/a.yaml peringatan WK003;sop/lama/b.yaml galat WK003;" "the nearer file wins"
run 0 config show sop/lama/b.yaml
has out "WK003: galat  # sop/lama/.patuh.yaml:1" "where a severity comes from"
has out "fail-on: catatan  # .patuh.yaml:7" "from above what the nearer file does not say"
printf 'root: true\n' >sop/lama/.patuh.yaml
check 1 sop/lama
is "$(found)" "sop/lama/b.yaml galat WK003;" "root: true: nothing from above"
rm sop/lama/.patuh.yaml

# ignore, select, extend-select, param, presets.
printf 'root: true\nignore: [WK]\n' >.patuh.yaml
run 0 check --today 2025-06-30 sop/a.yaml
is "$(found)" "" "ignored by a prefix"
check 1 sop/a.yaml
is "$(found)" "sop/a.yaml galat WK003;" "the command line has the last word"
printf 'root: true\nselect: [ID]\nextend-select: [WK003]\n' >.patuh.yaml
run 0 config show sop/a.yaml
has out "AL001: mati  # .patuh.yaml:2" "not among the selected"
hasnt out "WK003" "as it is by default"
printf 'root: true\nparam:\n  jam-per-hari: 7,5\n  indikator-turun: [angka kemiskinan, stunting]\n' >.patuh.yaml
run 0 config show sop/a.yaml
has out "jam-per-hari: 7,5  # .patuh.yaml:3" "a parameter and its line"
has out "indikator-turun: angka kemiskinan, stunting  # .patuh.yaml:4" "a list"
for preset in dasar lengkap reviu; do
    printf 'root: true\nextends: %s\n' $preset >.patuh.yaml
    run 0 config show sop/a.yaml
    has out "  - preset $preset" "preset $preset"
done
printf 'ignore: [WK003]\n' >tim.patuh.yaml
printf 'root: true\nextends: [lengkap, tim.patuh.yaml]\nseverity: {ID022: peringatan}\n' >.patuh.yaml
run 0 config show sop/a.yaml
has out "WK003: mati  # tim.patuh.yaml:1" "a file that is extended"
has out "ID022: peringatan  # .patuh.yaml:3" "a rule of a preset, graded"

# Own rules.
mkdir -p aturan/sop
sed 's/WK003/WK903/; s/^name: .*/name: aturan-kita/; s/^instead-of:.*//' "$top/rules/sop/WK003-total-waktu-tidak-sesuai.yaml" >aturan/sop/WK903-aturan-kita.yaml
printf 'root: true\nrules: [aturan]\nseverity: {WK903: catatan}\nignore: [WK003]\n' >.patuh.yaml
run 0 check --today 2025-06-30 --select WK903 sop/a.yaml
is "$(found)" "sop/a.yaml catatan WK903;" "a pack of the configuration"

# What is wrong: nothing is checked, everything wrong is told with its line.
wrong() { # wrong TEXT-OF-CONFIG MESSAGE
    printf "$1" >.patuh.yaml
    run 2 check sop
    has err "$2" "told: $2"
    empty out "nothing is checked"
}
wrong 'selct: [ID]\n' '.patuh.yaml:1: kunci "selct" tidak dikenal; maksudnya select?'
wrong 'ignore: [WK03x]\n' '.patuh.yaml:1: tidak ada aturan "WK03x"'
wrong 'ignore:\n  - total-waktu-tidak-sesuia\n' '.patuh.yaml:2: tidak ada aturan "total-waktu-tidak-sesuia"; maksudnya total-waktu-tidak-sesuai?'
wrong 'severity: {WK003: parah}\n' 'nilai keliru: parah (yang diharapkan: galat, peringatan, catatan, mati)'
wrong 'ignore: [UM001]\n' 'aturan UM001 tidak dapat dimatikan'
wrong 'param: {wilyah: X}\n' 'tidak ada parameter "wilyah"; maksudnya wilayah?'
wrong 'param: {umur-sop: muda}\n' 'nilai keliru: muda'
wrong 'root: mungkin\n' '"root" seharusnya true atau false'
wrong 'extends: dasr\n' 'tidak ada preset "dasr" (ada: dasar)'
wrong 'extends: /etc/passwd\n' 'tidak ada preset "/etc/passwd"'
wrong 'extends: /etc/x.patuh.yaml\n' '"/etc/x.patuh.yaml" tidak ada di folder konfigurasi ini'
wrong 'extends: .patuh.yaml\n' 'terlalu banyak berkas yang saling memperluas'
wrong 'rules: ../..\n' '"../.." tidak ada di folder konfigurasi ini'
wrong 'overrides:\n  - ignore: [ID]\n' 'kunci "files" tidak ada'
wrong 'overrides:\n  - {files: a, exclude: b}\n' 'kunci "exclude" tidak dikenal'
wrong 'fail-on: kadang\n' 'nilai keliru: kadang'
wrong 'abaikan:\n  - {rule: WK003, alasan: x}\n' 'pengecualian memerlukan files atau nomor'
wrong 'abaikan:\n  - {files: a, alasan: x}\n' 'kunci "rule" tidak ada'
wrong 'ignore: {a: b}\n' 'nilai "ignore" seharusnya daftar'
wrong 'ignore: [[ID]]\n' 'nilai "ignore" seharusnya teks'
wrong 'severity: WK003\n' 'nilai "severity" seharusnya pasangan kunci dan nilai'
wrong 'overrides:\n  - teks\n' '.patuh.yaml:2: di sini seharusnya ada pasangan'
wrong 'abaikan: WK003\n' 'nilai "abaikan" seharusnya daftar'
wrong 'abaikan:\n  - WK003\n' '.patuh.yaml:2: di sini seharusnya ada pasangan'
wrong 'abaikan:\n  - {files: a, rule: WK003, sampai: besok}\n' 'nilai keliru: besok'
wrong 'abaikan:\n  - {files: a, rule: ZZ001}\n' 'tidak ada aturan "ZZ001"'
wrong 'ignore: [ID\n' '.patuh.yaml:'
wrong '%%bad\000\n' '.patuh.yaml'
printf 'selct: [ID]\nsevrity: {}\n' >.patuh.yaml
run 2 check sop
is "$(grep -c maksudnya "$work/err")" 2 "all faults at once"
run 2 config tunjuk
has err 'patuh config tidak mengenal "tunjuk"' "an unknown action"

# The schemas are JSON, and know the keys.
for name in sop lkjip pk config output; do
    run 0 schema $name
    perl -MJSON::PP -0777 -ne 'exit !keys %{ JSON::PP->new->utf8->decode($_)->{properties} || {} }' "$work/out"
    ok $? "schema $name is JSON"
done
"$PATUH" schema config | perl -MJSON::PP -0777 -ne '
    my $s = JSON::PP->new->utf8->decode($_);
    print join " ", sort(keys %{ $s->{properties} }, keys %{ $s->{q($defs)}{settings}{properties} })' >"$work/keys"
is "$(cat "$work/keys")" "abaikan baseline exclude extend-select extends fail-on ignore overrides param root rules select severity" "the keys of the settings"

# The presets are what they say.
cd "$top" || exit 1
is "$(grep -oE '\b[A-Z]{2}[0-9]{3}\b' rules/presets/reviu.yaml | sort -u | tr '\n' ' ')" \
    "$(grep -oE '\b[A-Z]{2}[0-9]{3}\b' rules/reviu.yaml | sort -u | tr '\n' ' ')" "preset reviu: the rules of the forms"
is "$(grep -oE '\b[A-Z]{2}[0-9]{3}\b' rules/presets/dasar.yaml | sort -u | tr '\n' ' ')" \
    "$(grep -lE '^basis:.*status: (convention|recalled)' rules/sop/*.yaml rules/lkjip/*.yaml rules/umum/*.yaml | grep -oE '[A-Z]{2}[0-9]{3}' | grep -v UM | sort -u | tr '\n' ' ')" \
    "preset dasar leaves out what is good practice or convention"
finish
