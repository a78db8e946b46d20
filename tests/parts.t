#!/bin/sh
# A file that holds several SOPs: each is a document of its own with the places of the file, and can be chosen.
. "$(dirname "$0")/lib.sh"
file=corpus/gabungan/kearsipan-tiga-sop.txt
run 1 check --today 2025-06-30 --select WK,ID,KT006 "$file"
has out "$file, halaman 3-4" 'text: the name of the document'
has out "$file:85:12: galat: Jumlah waktu tertulis 4 jam" 'lines and columns of the file'
has out "$file:95:55: galat: Nomor SOP 045/01/2025 sudah dipakai di $file. [KT006]" 'rules on the set see them all'
has out '3 dokumen diperiksa: 3 galat' 'each is counted'
run 1 check --today 2025-06-30 --fail-on catatan --select WK003 "$file"
run 0 check --today 2025-06-30 --select ID003 "$file"

run 0 dump --part 2 "$file"
has out '<nama berawalan="tidak">Penyerahan Arsip Statis</nama>' 'dump: the one asked for'
empty err 'dump: nothing to say'
run 0 dump "$file"
has out '<nama berawalan="tidak">Peminjaman Arsip Inaktif</nama>' 'dump: the first'
has err "$file memuat 3 SOP; ini yang pertama" 'and it is said'
run 0 reviu --part 3 --today 2025-06-30 "$file"
has out "$file, halaman 5" 'reviu: names it'
has out 'ID006, halaman 5, tabel 4, baris 4: Berlaku' 'reviu: its places'
run 0 reviu --part 3 --today 2025-06-30 --format json "$file"
has out '"part": "halaman 5"' 'reviu, JSON: names it'
run 0 graph --part 3 "$file"
has out 'Memusnahkan arsip' 'graph: the one asked for'
run 2 dump --part 4 "$file"
has err "$file hanya memuat 3 SOP" 'no such document'
run 2 dump --part 0 "$file"
run 2 dump --part x "$file"
run 2 check --part 1 "$file"

# The same without form feeds, with a misspelt label in the last one: no pages to name them by, and the edit is of the file's bytes.
tr '\f' '\n' <"$file" | sed '100,$s,Peralatan/Perlengkapan,Peralatan/Perlegkapan,' >"$work/lines.txt"
run 0 check --select ID015 --format json "$work/lines.txt"
perl -MJSON::PP -e '
    my $j = decode_json(do { local $/; <STDIN> });
    open my $f, "<:raw", $ARGV[0]; my $text = do { local $/; <$f> };
    print join(", ", map { $_->{part} } @{ $j->{documents} }), "\n";
    for my $d (@{ $j->{documents} }) {
        print "$d->{part} $_->{rule} $_->{location}{line} ", substr($text, $_->{fix}{edits}[0]{offset}, $_->{fix}{edits}[0]{length}), " > $_->{fix}{edits}[0]{text}\n" for @{ $d->{findings} };
    }' "$work/lines.txt" <"$work/out" >"$work/got"
is "$(cat "$work/got")" 'baris 11-39, baris 40-95, baris 96-124
baris 96-124 ID015 107 Peralatan/Perlegkapan > Peralatan/Perlengkapan' 'documents named by lines; the edit where it belongs'

# More than the ceiling: one message, nothing checked.
run 3 check --limit parts=2 "$file"
has out 'lebih banyak SOP dalam satu berkas dari batas 2 (--limit parts=…)' 'a ceiling'
run 1 check --limit parts=3 --today 2025-06-30 "$file"
finish
