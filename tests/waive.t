#!/bin/sh
# Exceptions: where they stand, what they cover, and that bad ones are told.
. "$(dirname "$0")/lib.sh"
mkdir "$work/r"
cd "$work/r" || exit 1
found() { sed -n 's/^\([^ ]*\):\([0-9]*\):[0-9]*: [a-z]*: .*\[\([A-Z0-9]*\)\]$/\1:\2 \3/p' "$work/out" | sort | tr '\n' ';'; }
check() { run "$1" check --today 2026-11-30 --no-config --fail-on peringatan --select "$2,UM" a.*; }

"$PATUH" init sop | sed 's/waktu: 30 menit/waktu: 35 menit/' >sop.yaml
line=$(grep -n '^jumlah-waktu:' sop.yaml | cut -d: -f1)
with() { sed "${line}s/\$/  $1/" sop.yaml >a.yaml; } # at the end of the line
above() { sed "${line}i$1" sop.yaml >a.yaml; }

cp sop.yaml a.yaml
check 1 WK003
is "$(found)" "a.yaml:$line WK003;" "the fault"
with '# patuh: abaikan WK003 -- jumlah resmi memang dibulatkan; oleh: Sari; sampai: 2026-12-31'
check 0 WK003
is "$(found)" "" "at the end of its line"
run 0 check --today 2026-11-30 --no-config --select WK003 --format json a.yaml
has out '"findings": [],' "and in the JSON"
has out '"suppression": {"by": "source", "reason": "jumlah resmi memang dibulatkan", "owner": "Sari", "until": "2026-12-31"}' 'where it stands among the suppressed'
run 0 check --today 2026-11-30 --no-config --select WK003 a.yaml
hasnt out '[WK003]' 'not in the text,'
has out '1 temuan diabaikan; --show-suppressed menampilkannya.' 'which counts it'
run 0 check --today 2026-11-30 --no-config --select WK003 --show-suppressed a.yaml
has out '[WK003]' 'and shows it when asked'
has out 'diabaikan: jumlah resmi memang dibulatkan; Sari; 2026-12-31' 'with why, who, until when'
run 0 check --today 2026-11-30 --no-config --select WK003 -f sarif a.yaml
has out '"suppressions": [{"kind": "inSource", "status": "accepted", "justification": "jumlah resmi memang dibulatkan", "properties": {"owner": "Sari", "until": "2026-12-31"}}]' 'in SARIF, too'
above '# patuh: abaikan WK -- alasan'
check 0 WK003
is "$(found)" "" "on the line above, by a prefix"
above '# patuh: abaikan total-waktu-tidak-sesuai -- alasan'
check 0 WK003
sed '$a# patuh: abaikan-berkas WK003, ID -- alasan' sop.yaml >a.yaml
check 0 WK003
is "$(found)" "" "for the whole file"
with '# patuh: abaikan WK003'
check 1 WK003
is "$(found)" "a.yaml:$line UM004;a.yaml:$line WK003;" "without a reason it does not count"
with '# patuh: abaikan WK003 -- lama; sampai: 2026-11-29'
check 1 WK003
is "$(found)" "a.yaml:$line UM003;a.yaml:$line WK003;" "past its day it does not count"
with '# patuh: abaikan WK003 -- hari ini masih; sampai: 2026-11-30'
check 0 WK003
with '# patuh: abaikan AL001 -- alasan'
check 1 WK003
is "$(found)" "a.yaml:$line UM003;a.yaml:$line WK003;" "another rule is not covered, and the exception covers nothing"
sed '1a# patuh: abaikan WK003 -- alasan' sop.yaml >a.yaml
check 1 WK003
is "$(found)" "a.yaml:2 UM003;a.yaml:$((line + 1)) WK003;" "elsewhere it covers nothing"
with 'x# patuh: abaikan WK003 -- di tengah kata'
check 1 WK003
is "$(found)" "a.yaml:$line WK003;" "a # inside a word begins no comment"

# An entry of a list with all that is indented under it, and no more.
sed '/^    waktu: 35 menit/d' sop.yaml >a.yaml
check 1 WK001
first=$(found | sed 's/a.yaml:\([0-9]*\) WK001;/\1/')
sed -i "${first}i\\  # patuh: abaikan semua -- contoh" a.yaml
check 0 WK001
is "$(found)" "" "an exception above a step covers what is inside the step"

# Markdown and HTML.
cat >a.md <<'EOF'
STANDAR OPERASIONAL PROSEDUR

| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output |
| --- | --- | --- | --- | --- | --- |
| 1 | Menerima surat | Staf | Surat | 5 menit | Surat |
| 2 | Mencatat surat | Staf | Surat | | Buku agenda |
| 3 | Menyimpan surat | Staf | Surat | 5 menit | Arsip |
EOF
cp a.md md
rm a.yaml
check 1 WK001
is "$(found)" "a.md:6 WK001;" "the fault in Markdown"
sed '6s/$/ <!-- patuh: abaikan WK001 -- alasan -->/' md >a.md
check 0 WK001
sed '3i<!-- patuh: abaikan WK001 -- alasan -->\n' md >a.md
check 0 WK001
is "$(found)" "" "a comment above a table covers the table"
sed '2i<!-- patuh: abaikan WK001 -- alasan -->\n' md >a.md
sed -i '3a\\nParagraf.\n' a.md
check 1 WK001
is "$(found)" "a.md:11 WK001;a.md:2 UM003;" "but not one behind another paragraph"

# BPMN.
rm a.md
cat >a.bpmn <<'EOF'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <process id="p">
    <startEvent id="s" name="Mulai"/>
    <task id="t" name="Menerima surat"/>
    <sequenceFlow id="f" sourceRef="s" targetRef="t"/>
  </process>
</definitions>
EOF
cp a.bpmn bpmn
check 1 AL
is "$(found)" "a.bpmn:2 AL002;a.bpmn:4 AL022;" "the faults in BPMN"
sed 's|<task id="t" name="Menerima surat"/>|<task id="t" name="Menerima surat"><documentation>patuh: abaikan AL -- alasan</documentation></task>|' bpmn >a.bpmn
check 1 AL
is "$(found)" "a.bpmn:2 AL002;" "the documentation of an element covers the element"

# By configuration, for files that nobody may edit.
rm a.bpmn
mkdir sop && cp sop.yaml sop/a.yaml
config() { printf 'root: true\nabaikan:\n  - %s\n' "$1" >.patuh.yaml; }
checked() { run "$1" check --today 2026-11-30 --select WK003,UM sop; }
number=$(sed -n 's/^ *nomor: *"\{0,1\}\([^"#]*[^"# ]\)"\{0,1\}.*/\1/p' sop.yaml | head -1)
config '{files: sop/, rule: WK003, alasan: sudah dibahas}'
checked 0
is "$(found)" "" "by path"
config "{nomor: \"$number\", rule: [WK003], alasan: sudah dibahas}"
checked 0
is "$(found)" "" "by Nomor SOP"
config '{files: sop/, rule: WK003}'
checked 1
is "$(found)" ".patuh.yaml:3 UM004;sop/a.yaml:$line WK003;" "without a reason"
config '{files: sop/, rule: WK003, alasan: x, sampai: 2026-01-01}'
checked 1
is "$(found)" ".patuh.yaml:3 UM003;sop/a.yaml:$line WK003;" "past its day"
config '{files: sop/, rule: WK003, langkah: 2, alasan: x}'
checked 1
is "$(found)" ".patuh.yaml:3 UM003;sop/a.yaml:$line WK003;" "another step"
config '{files: lain/, rule: WK003, alasan: x}'
checked 1
is "$(found)" "sop/a.yaml:$line WK003;" "nothing of other files is said where they are not checked"
config '{files: sop/, rule: UM, alasan: x}'
echo 'patuh: sop/1' >sop/b.yaml; echo 'lngkah: []' >>sop/b.yaml
run 3 check --today 2026-11-30 --select UM sop
has out "[UM001]" "what could not be read is always said"
finish
