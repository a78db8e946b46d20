#!/bin/sh
# Reports beside other documents (--pk, --tahun-lalu, the keys of a definition), and the reviewer's checklist.
. "$(dirname "$0")/lib.sh"
mkdir "$work/pk"
cat >"$work/pk/pk.yaml" <<'E2'
patuh: pk/1
identitas: {instansi: Dinas Kearsipan, tahun: 2024}
perjanjian-kinerja:
  sasaran:
    - nama: Meningkatnya mutu arsip
      indikator:
        - {nama: Indeks pengawasan kearsipan, satuan: Nilai, target: "77,00"}
        - {nama: Persentase arsip tertata, satuan: "%", target: "90"}
  anggaran: [{program: Program Kearsipan, pagu: "500"}]
E2
cat >"$work/old.yaml" <<'E2'
patuh: lkjip/1
identitas: {instansi: Dinas Kearsipan, tahun: 2023}
pengukuran:
  - sasaran: Meningkatnya mutu arsip
    indikator: [{nama: Indeks pengawasan kearsipan, satuan: Nilai, target: "74", realisasi: "73,10", capaian: "98,78%"}]
E2
cat >"$work/plain.yaml" <<'E2'
patuh: lkjip/1
identitas: {instansi: Dinas Kearsipan, tahun: 2024}
pengukuran:
  - sasaran: Meningkatnya mutu arsip
    indikator: [{nama: Indeks pengawasan kearsipan, satuan: Nilai, target: "75,50", realisasi: "77,01", capaian: "102,00%"}]
perbandingan:
  - indikator: Indeks pengawasan kearsipan
    realisasi: {2023: "74,00", 2024: "77,01"}
anggaran: [{program: Program Kearsipan, pagu: "400", realisasi: "200", persen: "50"}]
E2
{ cat "$work/plain.yaml"; printf 'pk: pk/pk.yaml\ntahun-lalu: old.yaml\n'; } >"$work/named.yaml"
findings() { perl tests/findings.pl <"$work/out" | sort; }
beside='LN005 - Indeks pengawasan kearsipan
PK001 - Persentase arsip tertata
PK003 - Indeks pengawasan kearsipan
PK005 - Program Kearsipan'

run 0 check --format json --select PK,LN "$work/plain.yaml"
is "$(findings)" '' 'alone: nothing to compare with, nothing said'
has out '"PK001": {"outcome": "tidak-dapat-diperiksa", "reason": "Perjanjian Kinerja tidak ditemukan' 'and the reason why'
run 1 check --format json --select PK,LN --pk "$work/pk/pk.yaml" --tahun-lalu "$work/old.yaml" "$work/plain.yaml"
is "$(findings)" "$beside" 'beside the files that the options name'
run 1 check --format json --select PK,LN "$work/named.yaml"
is "$(findings)" "$beside" 'beside the files that the definition names, from its folder'
run 1 check --format json --select PK,LN --pk "$work/pk/pk.yaml" "$work/named.yaml"
is "$(findings)" "$beside" 'an option takes the place of a key'

run 2 check --select PK --pk "$work/none.yaml" "$work/plain.yaml" "$work/named.yaml"
is "$(wc -l <"$work/err")" 1 'one error, however many reports there are'
has err 'none.yaml' 'a file that is missing is named'
run 3 check --select PK --pk "$work/old.yaml" "$work/plain.yaml"
has out 'dokumen itu bertahun 2023, laporan ini 2024' 'the agreement of another year'
run 3 check --select LN --tahun-lalu "$work/plain.yaml" "$work/plain.yaml"
has out 'dokumen itu bertahun 2024, laporan ini 2024' 'a report is not the one before it'
run 2 check --select PK --pk "$work/pk" "$work/plain.yaml"
printf 'patuh: pk/1\nidentitas: [\n' >"$work/broken.yaml"
run 2 check --select PK --pk "$work/broken.yaml" "$work/plain.yaml"
printf 'patuh: sop/1\nidentitas: {nama: X}\n' >"$work/sop.yaml"
run 2 check --select PK --pk "$work/sop.yaml" "$work/plain.yaml"
has err 'bukan Perjanjian Kinerja atau LKjIP' 'an SOP is no Perjanjian Kinerja'
{ cat "$work/plain.yaml"; echo 'pk: /etc/hostname'; } >"$work/absolute.yaml"
run 3 check --select PK "$work/absolute.yaml"
has out 'hanya boleh menyebut berkas di foldernya' 'a definition cannot name files anywhere'
has out "$work/absolute.yaml:$(wc -l <"$work/absolute.yaml"):5: galat:" 'and its key is shown'
mkdir -p "$work/in/pk" "$work/outside"
cp "$work/pk/pk.yaml" "$work/outside/pk.yaml"
ln -s ../outside "$work/in/link" && ln -s ../../outside/pk.yaml "$work/in/pk/link.yaml" && ln -s ../pk.yaml "$work/in/pk/near.yaml" && cp "$work/pk/pk.yaml" "$work/in"
for path in ../outside/pk.yaml pk/../../outside/pk.yaml ./../outside/pk.yaml link/pk.yaml pk/link.yaml .. "$work/outside/pk.yaml"; do
    { cat "$work/plain.yaml"; echo "pk: $path"; } >"$work/in/report.yaml"
    run 3 check --select PK "$work/in/report.yaml"
    has out 'hanya boleh menyebut berkas di foldernya' "nor one outside its folder: $path"
    (cd "$work/in" && "$PATUH" check --select PK report.yaml >"$work/out" 2>&1)
    has out 'hanya boleh menyebut berkas di foldernya' 'whatever folder this is'
done
{ cat "$work/plain.yaml"; echo 'pk: pk/near.yaml'; } >"$work/in/report.yaml"
run 1 check --format json --select PK "$work/in/report.yaml"
(cd "$work/in" && "$PATUH" check --select PK report.yaml >"$work/out" 2>&1)
is $? 1 'one below it, by a link that stays there, is read'
{ cat "$work/plain.yaml"; echo 'pk: a..yaml'; } >"$work/in/report.yaml"
run 3 check --select PK "$work/in/report.yaml"
has out 'tidak ada berkas' 'two full stops in a name are no way up'
{ cat "$work/plain.yaml"; echo 'pk: itself.yaml'; } >"$work/itself.yaml"
run 0 check --select PK "$work/itself.yaml"

cat >"$work/direction.md" <<'E2'
LAPORAN KINERJA DINAS CONTOH TAHUN 2024

| No | Sasaran | Indikator | Polarisasi | Target | Realisasi | Capaian |
|----|---------|-----------|------------|--------|-----------|---------|
| 1 | Tertatanya kota | Zona hijau | Minimize | 10 | 8 | 80% |
| 2 | Tertatanya kota | Zona biru | Maximize | 10 | 8 | 120% |
| 3 | Tertatanya kota | Zona jingga | Stabilize | 10 | 8 | 120% |
| 4 | Tertatanya kota | Zona ungu | | 10 | 8 | 80% |
E2
run 1 check --format json --select CK007 "$work/direction.md"
is "$(findings)" 'CK007 - Zona biru
CK007 - Zona hijau' 'a column says which way is better; a word that says neither way settles nothing'
run 1 check --format json --select CK007 --param 'indikator-turun=zona biru, ZONA UNGU' "$work/direction.md"
is "$(findings)" 'CK007 - Zona biru
CK007 - Zona hijau
CK007 - Zona ungu' 'a parameter says it where the document does not'
# In columns of blanks cells may go astray: then a difference, or a sum that lacks a row, is nothing to rely on.
columns() {
    cat <<E2
LAPORAN KINERJA INSTANSI PEMERINTAH DINAS CONTOH TAHUN 2024

Tabel 2.1 Perjanjian Kinerja Tahun 2024

  No   Sasaran                   Indikator                      Satuan   Target
  1    Meningkatnya mutu arsip   Indeks pengawasan kearsipan    Nilai    77,00
                                 Persentase arsip tertata       %        90,00
                                 Persentase arsip terpelihara   %        80,00

Tabel 3.1 Capaian Kinerja Tahun 2024

  No   Indikator                      Satuan   Target   Realisasi   Capaian
  1    Indeks pengawasan kearsipan    Nilai    77,00    77,00       100,00
  2    Persentase arsip tertata       %        $1    81,00       90,00
  3    $2   %        80,00    80,00       100,00

Tabel 3.2 Realisasi Anggaran Tahun 2024

  No   Program                      Pagu          Realisasi     %
  1    Program Pengelolaan Arsip    600.000.000   540.000.000   90,00
  2    Program Pembinaan            400.000.000   380.000.000   95,00
       Jumlah                       $3   $4   $5
E2
}
columns 90,00 'Persentase arsip terpelihara' 1.000.000.000 920.000.000 92,00 >"$work/columns.txt"
run 0 check --format json --select PK001,PK002,PK003,PK004,CK,AG "$work/columns.txt"
is "$(findings)" '' 'columns of blanks: all is as agreed'
columns 91,00 'Persentase arsip dirawat    ' 1.000.000.000 930.000.000 93,00 >"$work/columns.txt"
run 1 check --format json --select PK001,PK002,PK003,PK004,AG "$work/columns.txt"
is "$(findings)" 'AG002 - Jumlah
PK001 - Persentase arsip terpelihara
PK003 - Persentase arsip tertata' 'a difference, and a sum that is wrong in one column'
columns 91,00 'Persentase 12,50 terpelihara' 1.300.000.000 1.220.000.000 93,85 >"$work/columns.txt"
run 0 check --format json --select PK001,PK002,PK003,PK004,AG "$work/columns.txt"
is "$(findings)" '' 'a figure among words, both sums short of a row: nothing is sure'
has out '"PK003": {"outcome": "tidak-dapat-diperiksa", "reason": "sebagian sel tabelnya tidak terbaca di tempatnya' 'and that is said'
has out '"AG002": {"outcome": "tidak-dapat-diperiksa", "reason": "sebagian sel tabelnya tidak terbaca di tempatnya' 'of the sums, too'

run 0 reviu "$work/named.yaml"
is "$(grep -c '^| I*-[0-9]' "$work/out")" 23 'a review of a report has 23 items'
has out '| I-2 | Laporan menyajikan informasi target kinerja | tidak terpenuhi | PK003, baris 5: ' 'with findings and their places'
has out '| III-8 | Indikator cukup untuk mengukur tujuan dan sasaran | perlu penilaian pereviu |  |' 'what only a person can judge'
has out 'bukan pernyataan telah direviu' 'and no statement of review'
printf '%s\n' 'PERJANJIAN KINERJA TAHUN 2024' 'DINAS KEARSIPAN KABUPATEN CONTOH' '' '| No | Sasaran | Indikator Kinerja | Satuan | Target |' '|---|---|---|---|---|' '| 1 | Tertib arsip | Indeks kearsipan | Nilai | 80 |' '' \
    'Contoh, 6 Januari 2025' '' 'Kepala Dinas Kearsipan' '' 'SITI CONTOH' '' 'NIP. 19700101 199503 2 001' >"$work/agreed.txt"
run 0 check --select PK008 --pk "$work/agreed.txt" corpus/lkjip/benar-pendidikan.md
has out 'Perjanjian Kinerja tahun 2024 bertanggal 6 Januari 2025' 'the date of another file with the Perjanjian Kinerja'
run 0 reviu corpus/lkjip/benar-ribuan.txt
has out '| terpenuhi | diperiksa dan sesuai: PK003 (3; halaman 4, tabel 2, baris 2, kolom Target), PK007 (1) |' 'what an item that is met rests on'
run 0 reviu --format json corpus/lkjip/benar-ribuan.txt
has out '"checked": [{"rule": "PK003", "times": 3, "page": 4, "table": 2, "row": 2}, {"rule": "PK007", "times": 1}]' 'in JSON, too'
run 0 reviu "$work/columns.txt"
has out 'PK003 (tabel 2, baris ' 'what could not be checked, and where'
run 1 check corpus/lkjip/salah-capaian.md
has out 'CK001 capaian-salah-hitung (sebagian: 3)' 'a rule with findings says how often it could not be checked'
run 0 reviu --format json --lang en "$work/named.yaml"
perl -MJSON::PP -e '
    my $j = decode_json(do { local $/; <STDIN> });
    my %known = map { /^([A-Z]+[0-9]+)/ ? ($1 => 1) : () } map { s,.*/,,r } glob "rules/*/*.yaml";
    my ($n, %by) = scalar @{ $j->{items} };
    $by{$_->{status}}++ for @{ $j->{items} };
    print "$n ", join(" ", map { "$_=$by{$_}" } sort keys %by), "\n";
    print "sums differ\n" if grep { ($by{$_} // 0) != $j->{summary}{$_} } keys %{ $j->{summary} };
' <"$work/out" >"$work/got"
is "$(cat "$work/got")" '23 perlu-penilaian-pereviu=19 sebagian=1 terpenuhi=1 tidak-terpenuhi=2' 'the same in JSON'
perl -ne 'while (/\b([A-Z]{2}[0-9]{3})\b/g) { print "$1\n" }' rules/reviu.yaml | sort -u >"$work/named"
for id in $(cat "$work/named"); do ls rules/*/"$id"-*.yaml >/dev/null 2>&1 || echo "$id"; done >"$work/unknown"
is "$(cat "$work/unknown")" '' 'the checklists name rules that exist'
run 0 reviu corpus/definisi/contoh-sop.yaml
has out '# Daftar periksa SOP AP' 'an SOP has a checklist of its own'
ls rules/sop | sed 's/-.*//' | sort >"$work/rules"
perl -ne 'if (/^sop:/ .. 0) { while (/\b([A-Z]{2}[0-9]{3})\b/g) { print "$1\n" } }' rules/reviu.yaml | sort >"$work/named"
is "$(cat "$work/named")" "$(cat "$work/rules")" 'the checklist of an SOP names every rule of SOPs, and each once'
sed 's/^    kelengkapan: Surat Edaran.*/    kelengkapan: ""/; s/^    output: Disposisi.*/    output: ""/' corpus/definisi/contoh-sop.yaml >"$work/gaps.yaml"
run 0 reviu "$work/gaps.yaml"
has out '| B-4 | Kelengkapan setiap langkah | tidak terpenuhi | MB001' 'a gap'
has out '| B-6 | Output setiap langkah | tidak terpenuhi | MB002' 'and the same kind of gap: the same status'
hasnt out '## Temuan lain' 'no finding is left over'
mkdir -p "$work/own"
sed 's/^id: .*/id: XX001/; s/^name: .*/name: uraian-contoh/' rules/sop/KG003-uraian-kosong.yaml >"$work/own/XX001-uraian-contoh.yaml"
sed 's/uraian: Menyusun konsep.*/uraian: ""/' corpus/definisi/contoh-sop.yaml >"$work/empty.yaml"
run 0 reviu --rules "$work/own" "$work/empty.yaml"
has out '## Temuan lain' 'what no item asks for has a section of its own'
has out '| - | Temuan yang tidak termasuk butir di atas | perlu penilaian pereviu | XX001' 'with the finding'
run 0 reviu --rules "$work/own" --format json --lang en "$work/empty.yaml"
has out '"aspect": "Other findings"' 'in JSON, too'
run 3 reviu "$work/none.yaml"
run 2 reviu --format html "$work/named.yaml"
finish
