#!/bin/sh
# The command line: options, exit statuses, streams, folders, lists.
. "$(dirname "$0")/lib.sh"
good=$work/good.yaml bad=$work/bad.yaml
run 0 init sop
cp "$work/out" "$good"
sed 's/^jumlah-waktu: .*/jumlah-waktu: 9 hari/' "$good" >"$bad"

paths() { sed -n 's/^  {"path": "\([^"]*\)".*/\1/p' "$work/out"; } # of the documents

# ---- help, version
run 0 --version
is "$(cat "$work/out")" "patuh $(sed -n 's/^#define PATUH_VERSION "\(.*\)"/\1/p' include/patuh.h)" 'version'
run 0 --help
has out 'pemakaian: patuh PERINTAH' 'help in Indonesian'
run 0 --help --lang en
has out 'usage: patuh COMMAND' 'help in English'
LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 "$PATUH" help >"$work/out"
has out 'pemakaian' 'LANG is not consulted'
for command in check explain rules dump init help; do
    run 0 "$command" --help
    has out "patuh $command" "help of $command"
    run 0 help "$command" --lang en
    has out 'usage: patuh' "English help of $command"
done
run 2
has err 'pemakaian' 'no command: the usage on stderr'
empty out 'and nothing on stdout'

# ---- mistyped
run 2 chekc
has err 'maksudnya check?' 'a mistyped command'
run 2 check --frmat json
has err 'maksudnya --format?' 'a mistyped option'
run 2 check --format jsno "$good"
has err 'maksudnya json?' 'a mistyped format'
run 2 check --select WK03 "$good"
has err 'maksudnya WK003?' 'a mistyped rule'
run 2 check --ignore UM001 "$good"
has err 'aturan UM001 tidak dapat dimatikan' 'what could not be read is always said'
run 3 check --ignore UM,WK "$work/none.yaml"
has out '[UM001]' 'whatever a prefix takes away'
run 2 check --ignore total-waktu-tak-sesuai "$good" --lang en
has err 'did you mean total-waktu-tidak-sesuai?' 'a mistyped rule, in English'
run 2 check --limit bites=1 "$good"
has err 'maksudnya bytes?' 'a mistyped limit'
run 2 check --limit bytes=0 "$good"
run 2 check --limit bytes "$good"
has err 'bukan NAMA=NILAI' 'a limit without a value'
run 2 check --param tidak-ada=1 "$good"
has err 'tidak ada parameter "tidak-ada"' 'an unknown parameter'
run 2 check --fail-on galt "$good"
has err 'maksudnya galat?' 'a mistyped level'
for day in 1-2-2025 2025-02-30 2025-13-01 2025/01/01 2025-1-011 kemarin ''; do
    run 2 check --today "$day" "$good"
    has err 'YYYY-MM-DD' "no date: $day"
done
run 2 check --lang fr "$good"
run 2 check --color sometimes "$good"
run 2 check --format
has err 'memerlukan nilai' 'an option without its value'
run 2 check --quiet=1 "$good"
has err '--quiet tidak memakai nilai' 'a value for an option that takes none'
run 2 check -x "$good"
has err 'tidak ada opsi -x' 'an unknown letter'
run 2 dump --format json "$good"
has err 'tidak berlaku untuk "patuh dump"' 'an option of another command'
run 2 explain WK999
run 2 explain
run 2 init spo
has err 'maksudnya sop?' 'a mistyped template'
run 2 rules tset
has err 'maksudnya test?' 'a mistyped action'
for f in "$work/out"; do empty out 'nothing on stdout'; done

# ---- exit statuses
run 0 check "$good"
run 1 check "$bad"
has out '[WK003]' 'the finding is shown'
has out "$bad:$(grep -n '^jumlah-waktu' "$bad" | cut -d: -f1):15: galat:" 'with file, line, column and severity'
run 0 check --fail-on never "$bad"
run 1 check --fail-on error "$bad"
run 0 check --ignore WK003 "$bad"
run 0 check --select ID001 "$bad"
run 1 check --select total-waktu-tidak-sesuai "$bad"
run 1 check --select WK "$bad"
run 0 check --select semua --ignore semua "$bad"
run 3 check "$work/none.yaml"
has out '[UM001]' 'a missing file is a finding'
run 3 check "$work/none.yaml" "$bad"
has out '[WK003]' 'the others are checked all the same'
echo 'Catatan rapat hari Senin.' >"$work/note.txt"
run 3 check "$work/note.txt"
has out '[UM002]' 'a named file that is no SOP'
sed 's/^peringatan:/peringtan:/' "$good" >"$work/key.yaml"
run 3 check "$work/key.yaml"
has out '"peringtan"' 'an unknown key is named'
has out 'maksudnya' 'with the likely one'
mkdir "$work/dir"
cp "$good" "$work/note.txt" "$work/dir"
run 0 check "$work/dir"
has out '1 berkas bukan SOP/LKjIP dilewati' 'in a folder other files are passed over and counted'
cp "$work/key.yaml" "$work/dir"
run 3 check "$work/dir"
rm "$work/dir/key.yaml"
if [ "$(id -u)" != 0 ]; then
    cp "$good" "$work/secret.yaml"
    chmod 000 "$work/secret.yaml"
    run 3 check "$work/secret.yaml"
    has out 'izin' 'a file that may not be read'
fi
mkfifo "$work/pipe"
run 3 check "$work/pipe"
has out 'pipa' 'a pipe without a writer does not block'
run 3 check "$work/note.txt/inside"
run 2 check "@$work/none"
cat "$bad" | "$PATUH" check --select WK003 /dev/fd/0 >"$work/out" 2>&1
is $? 1 'a pipe that somebody writes to is read'

# ---- a few bytes that are no text
sop=corpus/sop/balangan-dinas-perpustakaan-2024.txt
run 1 check --today 2025-06-30 --format json "$sop"
perl tests/findings.pl <"$work/out" | sort >"$work/whole"
for byte in '\000' '\201' '\303'; do
    { head -n 1 "$sop"; printf "a${byte}b\n"; sed 1d "$sop"; } >"$work/byte.txt"
    run 3 check --today 2025-06-30 --format json --ignore BH "$work/byte.txt"
    is "$(grep -c '"rule": "UM001"' "$work/out")" 1 'said once'
    has out '"message": "Bagian ini tidak dapat dibaca: teks rusak mulai di sini' 'where they are'
    has out '"location": {"line": 2, "column": 2, "end_line": 2, "end_column": 3}' 'at the place'
    is "$(grep -c '"rule": "WK003"' "$work/out")" "$(grep -c WK003 "$work/whole")" 'and the rest is read'
    "$PATUH" check "$sop" "$work" >"$work/folder" 2>&1
    grep -qF "$work/byte.txt:2:2: galat:" "$work/folder"
    ok $? 'in a folder, too'
    rm "$work/byte.txt" "$work/folder"
done

# ---- standard input, lists, odd names
"$PATUH" check - <"$bad" >"$work/out"
is $? 1 'standard input'
has out '-:' 'is called -'
"$PATUH" check --stdin-name konsep.yaml - <"$bad" >"$work/out"
has out 'konsep.yaml:' 'or what --stdin-name says'
printf '%s\n\n%s\r\n' "$bad" "$good" >"$work/list"
run 1 check "@$work/list"
has out '2 dokumen diperiksa' 'a list of files'
printf '\357\273\277%s\n# sebuah keterangan\n%s\n' "$bad" "$good" >"$work/list"
run 1 check "@$work/list"
has out '2 dokumen diperiksa' 'with a mark of its encoding, and a comment'
printf '%s\000%s\000' "$bad" "$good" >"$work/list"
run 1 check "@$work/list"
has out '2 dokumen diperiksa' 'parted by NULs'
"$PATUH" check @- <"$work/list" >"$work/out" 2>&1
has out '2 dokumen diperiksa' 'from standard input'
cp "$bad" "$work/--odd name.yaml"
(cd "$work" && "$PATUH" check -- '--odd name.yaml' >out)
is $? 1 'after -- everything is a path'
(cd "$work" && "$PATUH" check ./@none >out)
is $? 3 'a path that begins with @ can be named'
run 1 check "$bad" "$bad"
has out '1 dokumen diperiksa' 'a path given twice is checked once'
run 1 check "$good" "$bad" --format json
is "$(paths | sort -c && echo sorted)" sorted 'documents in the order of their paths'

# ---- folders
tree=$work/tree
mkdir -p "$tree/sub/.hidden" "$tree/out"
cp "$bad" "$tree/a.yaml" && cp "$bad" "$tree/sub/b.yaml" && cp "$bad" "$tree/sub/.hidden/c.yaml" && cp "$bad" "$tree/out/d.yaml"
ln -s "$bad" "$tree/link.yaml" && ln -s .. "$tree/sub/loop"
run 1 check --format json "$tree"
is "$(paths | sed "s,^$tree/,," | tr '\n' ' ')" 'a.yaml out/d.yaml sub/b.yaml ' \
    'no hidden files, no links'
echo out >"$tree/.gitignore"
run 1 check --format json "$tree"
is "$(paths | sed "s,^$tree/,," | tr '\n' ' ')" 'a.yaml sub/b.yaml ' 'nor what a .gitignore leaves out'
has out "{\"path\": \"$tree/out\", \"reason\": \"ignored\"" 'which is told'
run 1 check "$tree"
has out '1 berkas atau folder tidak dilihat (.gitignore).' 'and counted'
(cd "$tree" && "$PATUH" check --format json >"$work/out")
is "$(paths | tr '\n' ' ')" 'a.yaml sub/b.yaml ' 'no path: this folder'
run 2 check --limit files=1 "$tree"

# ---- nothing to check, and what is passed over
mkdir "$work/empty"
run 3 check "$work/empty"
has err 'tidak ada dokumen yang diperiksa' 'an empty folder is not a pass'
(cd "$work/empty" && "$PATUH" check >"$work/out" 2>"$work/err")
is $? 3 'nor is this one'
run 0 check --allow-empty "$work/empty"
empty err 'unless that is allowed'
run 2 dump --allow-empty "$good"
over=$work/over
mkdir "$over" && cp "$work/note.txt" "$over" && : >"$over/none.md" && echo 'int x;' >"$over/x.c" && printf '\211PNG\r\n\032\n\000\000\000\015IHDR' >"$over/logo.png"
run 3 check "$over"
has out "4 berkas bukan SOP/LKjIP dilewati: $over/logo.png, $over/none.md, $over/note.txt, …" 'the first that were passed over, by name'
run 0 check --allow-empty --format json "$over"
for f in 'logo.png", "reason": "binary"' 'none.md", "reason": "empty"' 'note.txt", "reason": "other", "message": "bukan SOP maupun LKjIP' 'x.c", "reason": "other"'; do
    has out "{\"path\": \"$over/$f" "all of them, with the reason: $f"
done
cp "$good" "$over/good.yaml"
run 0 check "$over"
printf '%%PDF-1.7\n%%\342\343\317\323\n\000\001\002\003' >"$over/laporan.pdf"
run 3 check "$over"
has out "$over/laporan.pdf:" 'a document in a folder that cannot be read is none of them'
rm "$over/laporan.pdf" && printf '\377\376\000\330\000\330\000\330' >"$over/sop.txt"
run 3 check "$over"
has out "$over/sop.txt:" 'nor is a text that cannot be'

# ---- output
run 1 check "$bad"
hasnt out "$(printf '\033')" 'no colour into a file'
run 1 check --color always "$bad"
has out "$(printf '\033[1;31m')" 'colour when asked for'
NO_COLOR=1
export NO_COLOR
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then # not everywhere is there a pseudo-terminal to be had
    script -qec "'$PATUH' check '$bad'" /dev/null >"$work/out" 2>&1 </dev/null
    hasnt out "$(printf '\033[1')" 'NO_COLOR on a terminal'
    unset NO_COLOR
    TERM=xterm script -qec "'$PATUH' check '$bad'" /dev/null >"$work/out" 2>&1 </dev/null
    has out "$(printf '\033[1;31m')" 'colour on a terminal'
fi
unset NO_COLOR
run 1 check -q "$bad"
hasnt out 'dokumen diperiksa' 'quiet: no summary'
run 1 check --lang en "$bad"
has out ': error: ' 'English'
has out '1 document checked: ' 'English summary'
run 1 check "$bad"
cp "$work/out" "$work/first"
run 1 check "$bad"
is "$(cksum <"$work/out")" "$(cksum <"$work/first")" 'the same output each time'

# ---- output that cannot be written
i=0
while [ $i -lt 200 ]; do cp "$bad" "$work/dir/$i.yaml"; i=$((i + 1)); done
("$PATUH" check "$work/dir" 2>"$work/err"; echo $? >"$work/status") | head -n 1 >/dev/null
is "$(cat "$work/status")" 141 'a closed pipe: as its signal has it'
empty err 'and not a word'
if [ -e /dev/full ]; then
    "$PATUH" check "$bad" >/dev/full 2>"$work/err"
    is $? 2 'a full disk: status 2'
    has err 'keluaran tidak dapat ditulis: tempat penyimpanan penuh' 'and a message, in the language of the rest'
fi

if perl -MFcntl -e 1; then # a reader that is slow, of a pipe that does not wait
    perl -MFcntl -e '
        pipe my $r, my $w or die;
        fcntl $w, F_SETFL, O_WRONLY | O_NONBLOCK or die;
        my $pid = fork // die;
        if (!$pid) { close $r; open STDOUT, ">&", $w or die; exec @ARGV }
        close $w;
        sleep 1;
        my $n = 0;
        while (sysread $r, my $x, 65536) { $n += length $x }
        waitpid $pid, 0;
        print $? >> 8, " ", $n > 300_000 ? "all" : "not all: $n", "\n"' "$PATUH" check --format json "$work/dir" >"$work/out"
    is "$(cat "$work/out")" '1 all' 'standard output that does not block'
fi

# ---- ceilings
perl -e 'print "patuh: sop/1\nlangkah:\n"; print "  - {nomor: $_, uraian: \"\", waktu: \"\"}\n" for 1 .. 300' >"$work/many.yaml"
run 1 check --limit findings=100 --format json "$work/many.yaml"
is "$(perl tests/findings.pl <"$work/out" | grep -c .)" 100 'as many findings as --limit findings allows'
has out 'lebih dari 100 temuan' 'the last of them says so'

{ echo 'patuh: sop/1'; echo 'keterkaitan:'; yes '  - SOP Uji' | head -200; } >"$work/entries.yaml"
run 3 check --limit items=199 "$work/entries.yaml"
has out 'lebih banyak butir dari batas 199 (--limit items=…)' 'entries of a document are counted'
run 0 check --limit items=200 --select UM "$work/entries.yaml"
run 3 check --limit bytes=100 "$good"
has out '(--limit bytes=…)' 'a file too large'
run 3 check --limit text=100 "$good"
has out '(--limit text=…)' 'a text too large'

# ---- explain, rules, dump
run 0 explain WK003
for part in 'total-waktu-tidak-sesuai' Mengapa Dasar Salah Benar 'Cara memperbaiki'; do has out "$part" "explain: $part"; done
run 0 explain --lang en total-waktu-tidak-sesuai
has out 'How to mend it' 'explain by name, in English'
run 0 rules
is "$(grep -c . "$work/out")" "$(find rules -path 'rules/*/[A-Z][A-Z][0-9]*.yaml' | grep -c .)" 'rules lists every rule file'
run 0 rules --lang en
run 0 dump "$good"
has out '<identitas ada="ya" terbaca="ya">' 'dump prints the view'
perl -e 'exit 0' && if command -v xmllint >/dev/null 2>&1; then xmllint --noout "$work/out"; ok $? 'which is XML'; fi
run 0 dump --bacaan "$good"
has out 'Tidak ada bagian yang dibaca dari tata letak' 'a definition has nothing to prove'
run 0 dump --bacaan corpus/sop/balangan-dinas-perpustakaan-2024.txt
has out 'bagian: dasar-hukum (baris 22, tabel 2): terbukti' 'what was read, where, and whether it has proved itself'
has out '  + kepala memuat nomor, uraian, pelaksana, kelengkapan, waktu, output, keterangan' 'and by what'
run 0 dump --reading --lang en corpus/sop/balangan-dinas-perpustakaan-2024.txt
has out 'identity block: identitas (line 15, table 1): proved' 'in English, too'
run 2 check --bacaan "$good"
run 3 dump "$work/key.yaml"
has out '<identitas' 'a definition with faults is shown all the same'
has err "$work/key.yaml:$(grep -n '^peringtan' "$work/key.yaml" | cut -d: -f1):1: " 'and they are told on stderr'
run 3 dump "$work/note.txt"
run 2 dump

# ---- packs
mkdir "$work/pack" && cp rules/sop/WK003-*.yaml "$work/pack"
run 0 rules test "$work/pack"
has out '1..' 'rules test: TAP'
run 0 rules test "$work/pack/$(ls "$work/pack")"
sed -i 's/fires: 1/fires: 7/' "$work/pack"/*
run 1 rules test "$work/pack"
has out 'not ok 1 - WK003 1' 'an example that does not come out'
has out 'diharapkan 7 temuan, didapat 1' 'and how'
sed -i 's/^at:.*/at: [/' "$work/pack"/*
run 2 rules test "$work/pack"
has err 'WK003-total-waktu-tidak-sesuai.yaml:' 'a broken pack names file and line'
run 2 check --rules "$work/none" "$good"
mkdir "$work/own"
sed "s/^id: WK003/id: ZZ001/; s/^name: .*/name: aturan-sendiri/" rules/sop/WK003-*.yaml >"$work/own/ZZ001-aturan-sendiri.yaml"
run 1 check --rules "$work/own" "$bad"
has out '[ZZ001]' 'own rules are added'
has out '[WK003]' 'to the built-in ones'
run 0 rules --rules "$work/own/ZZ001-aturan-sendiri.yaml"
is "$(grep -c . "$work/out")" "$(($(find rules -path 'rules/*/[A-Z][A-Z][0-9]*.yaml' | grep -c .) + 1))" 'one file, too'
sed 's/severity: galat/severity: catatan/' rules/sop/WK003-*.yaml >"$work/own/$(basename rules/sop/WK003-*.yaml)"
run 0 check --select WK003 --rules "$work/own/" "$bad"
is "$(grep -c '\[WK003\]' "$work/out")" 1 'one with the id of another replaces it'
has out 'catatan: ' 'with its own severity'
run 2 check --rules-only "$work/own" "$bad"
run 2 check --rules "$work/empty" "$bad"
has err "$work/empty: tidak ada berkas *.yaml" 'a folder without rules'
cp -r rules "$work/rules"
run 1 check --rules-only "$work/rules" "$bad"
run 1 check --rules "$work/rules" "$bad"
sed -i 's/@selisih/@selisiih/' "$work/rules"/sop/WK003-*.yaml
run 2 check --rules "$work/rules" "$bad"
has err "$work/rules/sop/WK003-total-waktu-tidak-sesuai.yaml:" 'a broken rule folder names file and line'
empty out 'and nothing is checked'
mkdir "$work/$(printf 'a\033]0;x\007')" && echo '[' >"$work/$(printf 'a\033]0;x\007')/$(printf 'b\033[2J').yaml"
run 2 check --rules "$work/$(printf 'a\033]0;x\007')" "$good"
hasnt err "$(printf '\033')" 'names of files are made safe for the terminal'

# ---- what there is, where a name is none of it and near none
run 2 check --format xml x
has err 'yang ada: text, compact, md, json' 'formats'
run 2 check --fail-on foo x
has err 'yang ada: ' 'severities'
run 2 init surat
has err 'yang ada: sop, lkjip' 'kinds of templates'
run 0 explain wk003
has out 'WK003 total-waktu-tidak-sesuai' 'an id in small letters'
FORCE_COLOR=1
export FORCE_COLOR
run 1 check --select WK003 corpus/sop/balangan-dinas-perpustakaan-2024.txt
has out "$(printf '\033[')" 'FORCE_COLOR without a terminal'
NO_COLOR=1
export NO_COLOR
run 1 check --select WK003 corpus/sop/balangan-dinas-perpustakaan-2024.txt
hasnt out "$(printf '\033[')" 'NO_COLOR goes first'
unset FORCE_COLOR NO_COLOR
run 0 check --format json --lang en --select MB005 corpus/sop/balangan-dinas-perpustakaan-2024.txt
has out '(steps 3, 4, 5, 8, 9)' 'a list of steps has no words of another language'
has out '"hint": "' 'a finding says how to mend it'
has out '"title": "' 'and what its rule is about'
finish
