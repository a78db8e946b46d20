#!/bin/sh
# Small things that users trip over: what is meant by a mistyped name, one cause one finding, one order in every language, what is explained.
. "$(dirname "$0")/lib.sh"

"$PATUH" init sop >"$work/sop.yaml"
sed 's/    pelaksana: Kasubag/    pelaksana: Kasubak/' "$work/sop.yaml" >"$work/named.yaml"
run 0 check --select PL002 "$work/named.yaml"
has out '“Kasubak”, tidak ada dalam daftar pelaksana; maksudnya “Kasubag”?' 'an executor mistyped: what was meant'
sed 's/    pelaksana: Kasubag/    pelaksana: Wali Kota/' "$work/sop.yaml" >"$work/other.yaml"
run 0 check --select PL002 "$work/other.yaml"
has out '“Wali Kota”, tidak ada dalam daftar pelaksana.' 'nothing near: nothing is suggested'

order() { "$PATUH" check --format json --lang "$1" --today 2025-06-30 "$2" | grep -o '"rule": "[A-Z0-9]*", "name"\|"element": "[^"]*"'; }
for file in corpus/lkjip/salah-sistematika.txt corpus/sop/banyumas-dinas-arsip-2018.txt; do
    is "$(order en "$file")" "$(order id "$file")" "$file: one order of findings in both languages"
done

# One cause, one finding.
sed 's/^  - nomor: 4$/  - nomor: 3/' "$work/sop.yaml" >"$work/twice.yaml"
run 1 check "$work/twice.yaml"
is "$(grep -c '\[[A-Z]*[0-9]*\]$' "$work/out")" 1 'a number that stands twice is one finding'
has out 'KG005' 'that of the number, not of the exits that lead there'
sed 's/lanjut: {ya: 4, tidak: 2}/lanjut: {ya: 44, tidak: 2}/' "$work/sop.yaml" >"$work/exit.yaml"
run 1 check --select AL014 "$work/exit.yaml"
has out 'Langkah 44 yang dituju tidak ada' 'an exit to no step is still its own fault'
flow() { sed "/id=\"alir-$1\"/d" corpus/bpmn/peminjaman-arsip.bpmn >"$work/flow.bpmn"; "$PATUH" check "$work/flow.bpmn" | grep -o '\[[A-Z]*[0-9]*\]$' | tr -d '\n'; }
is "$(flow 1)" '[AL021]' 'the arrow behind the start: the node that nothing leads to'
is "$(flow 11)" '[AL023]' 'the arrow before an end: the end that nothing leads to'

# Bases, examples and hints.
run 0 explain --lang en DH003
has out "patuh's register of regulations" 'the register of regulations has an English name'
hasnt out "Read in the regulation's own text" 'and is none of the regulations'
has out 'Undang-Undang Nomor 17 Tahun 2019 tentang Sumber Daya Air' 'what is right is what stands in its place'
run 0 explain BH001
has out 'Mengetik konsep surat' 'the right spelling of what was wrong'
has out 'EYD dan KBBI' 'and by what'
printf 'patuh: sop/1\ndasar-hukum: [Peraturan Presiden Nomor 29 Tahun 2014]\n' >"$work/title.yaml"
run 0 check --select DH006 "$work/title.yaml"
has out 'tanpa “tentang” dan judulnya, “Sistem Akuntabilitas Kinerja Instansi Pemerintah”' 'the title that is missing, where it is known'
run 0 explain WK
is "$(grep -c '^WK0' "$work/out")" 9 'a family of rules is explained by its letters'
run 2 explain W
run 2 explain ZZ

# Templates and other names.
run 0 init pk
has out 'patuh: pk/1' 'a template of a Perjanjian Kinerja'
run 0 init sop --lang en
has err 'the template is in Indonesian' 'whoever asks for English is told'
run 0 init sop
empty err 'nobody else is'
"$PATUH" init pk >"$work/pk.yaml"
run 3 reviu "$work/pk.yaml"
has err 'tidak ada daftar periksa' 'a Perjanjian Kinerja has no checklist of reports'
run 2 check --param zzzz=1 "$work/sop.yaml"
has err 'yang ada: jam-per-hari' 'an unknown parameter: those that there are'
mkdir -p "$work/rules/sop"
sed 's/id: WK009/id: WK909/; s/^    severity:/    sevirity:/' rules/sop/WK009-waktu-seragam.yaml >"$work/rules/sop/WK909-waktu-seragam.yaml"
run 2 check --rules "$work/rules" "$work/sop.yaml"
has err 'kunci "sevirity" tidak dikenal; maksudnya "severity"?' 'a key of a rule mistyped: what was meant'
printf 'patuh: sop/1\nidentitas:\n\tnomor: 1\n' >"$work/tab.yaml"
run 3 check "$work/tab.yaml"
has out 'baris menjorok dengan tab; pakai spasi' 'a tab is called a tab'
{ cat "$work/sop.yaml"; echo ---; cat "$work/sop.yaml"; } >"$work/two.yaml"
run 3 check "$work/two.yaml"
has out 'simpan masing-masing di berkas tersendiri' 'two definitions in one file: what to do'
finish
