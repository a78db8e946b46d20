#!/bin/sh
# --fix and --diff: what is mended, what is left alone, and that nothing else of the file changes.
. "$(dirname "$0")/lib.sh"
like() { # like FILE PATTERN NAME
    grep -q -e "$2" "$1"
    ok $? "$3" || { echo "# no line like: $2"; show "$1" | head -20; }
}
mkdir "$work/r"
cd "$work/r" || exit 1
today="--today 2025-06-01 --no-config"

"$PATUH" init sop >good.yaml
sed -e 's/^jumlah-waktu: [^#]*/jumlah-waktu: 9 hari   /' -e 's/tentang Sistem Akuntabilitas Kinerja Instansi/tentang Sistem Akuntabilitas Instansi/' \
    -e 's/maka penilaian/maka penilaian penilaian/' -e 's/nama: Penyusunan Laporan/nama: SOP Penyusunan Laporan/' -e 's/^peringatan:/peringatann:/' good.yaml >bad.yaml
sed 's/^jumlah-waktu: [^#]*/jumlah-waktu: 5 hari 4 jam 30 menit   /' good.yaml >want.yaml

# What would change, and nothing is touched.
cp bad.yaml a.yaml
run 1 check $today --diff a.yaml
like "$work/out" '^-jumlah-waktu: 9 hari   # harus' "the old line"
like "$work/out" '^+jumlah-waktu: 5 hari 4 jam 30 menit   # harus' "the new one, with its comment"
is "$(cat "$work/err")" "5 perbaikan dapat dibuat" "how many"
cmp -s a.yaml bad.yaml
ok $? "--diff writes nothing"
cp bad.yaml b.yaml
patch -s b.yaml "$work/out" && cmp -s b.yaml want.yaml
ok $? "patch can apply it"

# Mended: exactly these places.
chmod 640 a.yaml
run 0 check $today --fix --fail-on catatan a.yaml
is "$(cat "$work/err")" "5 perbaikan" "how many"
cmp -s a.yaml want.yaml
ok $? "the file is the good one again" || diff a.yaml want.yaml | sed 's/^/# /'
is "$(stat -c %a a.yaml)" 640 "it keeps its permissions"
run 0 check $today --diff a.yaml
is "$(cat "$work/out")" "" "then there is nothing left"

# Line ends, byte order mark and encoding.
sed 's/$/\r/' bad.yaml >a.yaml
sed 's/$/\r/' want.yaml >b.yaml
run 0 check $today --fix a.yaml
cmp -s a.yaml b.yaml
ok $? "CRLF stays"
{ printf '\357\273\277'; cat bad.yaml; } >a.yaml
{ printf '\357\273\277'; cat want.yaml; } >b.yaml
run 0 check $today --fix a.yaml
cmp -s a.yaml b.yaml
ok $? "a byte order mark stays"
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE bad.yaml; } >a.yaml
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE want.yaml; } >b.yaml
run 0 check $today --fix a.yaml
cmp -s a.yaml b.yaml
ok $? "UTF-16 stays"

# Unsafe ones only when asked for.
sed 's/uraian: Menyusun konsep/uraian: Penyusunan konsep/' good.yaml >a.yaml
cp a.yaml b.yaml
run 1 check $today --fix --select KG001 --fail-on peringatan a.yaml
is "$(cat "$work/err")" "0 perbaikan; 1 lagi dengan --unsafe-fixes" "the unsafe one is counted"
cmp -s a.yaml b.yaml
ok $? "and not made"
run 0 check $today --fix --unsafe-fixes --select KG001 --fail-on peringatan a.yaml
cmp -s a.yaml good.yaml
ok $? "the noun becomes a verb, the rest of the sentence stays"

# What is excepted is left as it is: in the file, in a configuration, in a baseline.
sed 's/^jumlah-waktu: [^#]*/jumlah-waktu: 9 hari   # patuh: abaikan WK003 -- dibulatkan pimpinan /' good.yaml >a.yaml
cp a.yaml b.yaml
run 0 check $today --fix a.yaml
cmp -s a.yaml b.yaml
ok $? "an exception in the file"
sed 's/^peringatann/peringatan/' bad.yaml >a.yaml
run 0 baseline write $today --select WK003 --baseline known.yaml a.yaml
cp a.yaml b.yaml
run 0 check $today --select WK003 --baseline known.yaml --fix a.yaml
is "$(cat "$work/err")" "0 perbaikan" "a baseline"
cmp -s a.yaml b.yaml
ok $? "and leaves the file"
cp bad.yaml a.yaml
run 0 check $today --select ID014 --fix a.yaml
is "$(cat "$work/err")" "2 perbaikan" "a key that could not be read is mended whatever was selected"

# A report: capaian, serapan, sisa, as they are written.
"$PATUH" init lkjip >good.yaml
sed -e 's/persen: 95,00$/persen: 91,00/' -e 's/capaian: 102,00%$/capaian: 103,1%/' -e 's/pagu: 500.000.000, realisasi: 475.000.000/pagu: 500.000.000, realisasi: 475.000.000, sisa: 26000000/' good.yaml >a.yaml
run 0 check $today --fix --select CK001,AG001,AG008 a.yaml
like a.yaml 'capaian: 102,0%$' "capaian, with its one decimal and its sign"
like a.yaml 'persen: 95,00$' "serapan"
like a.yaml 'sisa: 25000000,' "sisa, without marks as before"

# Where a mended value would set another off, all stays as it is, and that is said.
sed 's/capaian: 102,00%$/capaian: 104,00%/;s/rata-rata: 111,00%/rata-rata: 112,00%/' good.yaml >a.yaml
cp a.yaml b.yaml
run 1 check $today --fix --select CK001,CK003 a.yaml
like "$work/err" 'a.yaml: CK001 tidak diperbaiki' "it says so"
cmp -s a.yaml b.yaml
ok $? "and leaves it"

# Markdown, and a folder; what cannot be edited is not.
mkdir d
cat >d/a.md <<'EOF'
# STANDAR OPERASIONAL PROSEDUR

| Nomor SOP | 045/019/2025 |
|---|---|
| Nama SOP | SOP Peminjaman Arsip |

| No | Kegiatan | Petugas | Kelengkapan | Waktu | Output |
|---|---|---|---|---|---|
| 1 | Menerima  permohonan | o | Surat | 10 menit | Agenda |
| 2 | Mencatat permohonan | o | Agenda | 20 menit | Arsip |
| | Jumlah | | | 40 menit | |
EOF
sed 's/40 menit/30 menit/;s/ SOP Peminjaman/ Peminjaman/' d/a.md >want.md
cp bad.yaml d/b.yaml
printf 'catatan\n' >d/c.txt
run 0 check $today --fix --select WK003,ID014 d
cmp -s d/a.md want.md
ok $? "Markdown keeps its layout" || diff d/a.md want.md | sed 's/^/# /'
is "$(cat d/c.txt)" catatan "a file that is none of ours stays"
like "$work/err" '^5 perbaikan$' "in all files of the folder"

# Files that may not be written, and links.
if [ "$(id -u)" != 0 ]; then
    cp bad.yaml a.yaml
    chmod 444 a.yaml
    run 2 check $today --fix --select WK003 a.yaml
    like "$work/err" 'a.yaml' "a file that may not be written is named"
    chmod 644 a.yaml
fi
cp bad.yaml a.yaml
ln -s a.yaml link.yaml
run 0 check $today --fix link.yaml
[ -L link.yaml ] && cmp -s a.yaml want.yaml
ok $? "behind a link the file is mended, the link stays"

# A file that somebody else changes between the check and the writing is left to them.
cc -std=c11 -O1 -shared -fPIC -o "$work/change.so" "$top/tests/preload/change.c" 2>"$work/err"
ok $? "the preload compiles" || show "$work/err"
rm -f link.yaml
cp bad.yaml a.yaml
{ cat bad.yaml; echo; } >theirs.yaml
env CHANGE_FILE=a.yaml CHANGE_AT=2 LD_PRELOAD="$work/change.so" "$PLAIN" check $today --fix a.yaml >"$work/out" 2>"$work/err" </dev/null
is $? 2 "status 2"
like "$work/err" 'a.yaml berubah sementara diperiksa; tidak diperbaiki' "it says so"
cmp -s a.yaml theirs.yaml
ok $? "and what they wrote stays"

run 2 check --fix --diff a.yaml
run 2 check --unsafe-fixes a.yaml
run 3 check $today --diff nowhere.yaml
like "$work/err" 'nowhere.yaml' "a file that is not there is named"
run 0 rules
like "$work/out" '^WK003 .*\[--fix\]$' "the list of rules says which can"
like "$work/out" '^KG001 .*\[--unsafe-fixes\]$' "and which only with a look"
finish
