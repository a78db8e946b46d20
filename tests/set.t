#!/bin/sh
# Rules on all files of a run: what they say stands in `set`, with the file it is about, and memory stays small.
. "$(dirname "$0")/lib.sh"
write() { # write NAME NUMBER TITLE RELATED
    cat >"$work/$1.yaml" <<EOF
patuh: sop/1
identitas: {instansi: Pemerintah Kabupaten Contoh, unit: Dinas Kearsipan, nomor: $2, nama: $3}
keterkaitan: [$4]
EOF
}
write a 045/01/2025 'Pengelolaan Arsip' 'SOP Peminjaman Arsip, SOP Tidak Ada Sama Sekali'
write b 045/1/2025 'Peminjaman Arsip' 'SOP Pengelolaan Arsip'
write c 045/03/2025 'Pengelolaan Arsip' '"-"'
run 1 check --select KT004,KT006,KT007 --format json "$work/a.yaml" "$work/b.yaml" "$work/c.yaml"
perl -MJSON::PP -e '
    my $j = decode_json(do { local $/; <STDIN> });
    print map { join("|", $_->{rule}, $_->{path} =~ s,.*/,,r, $_->{location}{line}, $_->{location}{column}, $_->{subject},
        map { ($_->{path} =~ s,.*/,,r) . ":" . $_->{location}{line} } @{ $_->{related} }) . "\n" } @{ $j->{set}{findings} };
    print join(" ", map { "$_ $j->{set}{rules}{$_}{outcome}" } sort keys %{ $j->{set}{rules} }), "\n";
    print scalar(map { @{ $_->{findings} } } @{ $j->{documents} }), "\n";
' <"$work/out" >"$work/got"
is "$(cat "$work/got")" 'KT004|a.yaml|3|37|SOP Tidak Ada Sama Sekali
KT006|b.yaml|2|82|045/1/2025|a.yaml:2
KT007|c.yaml|2|101|Pengelolaan Arsip|a.yaml:2
KT004 temuan KT006 temuan KT007 temuan
0' 'in JSON: file, place, related place, outcomes'
run 1 check --select KT004,KT006,KT007 "$work/c.yaml" "$work/b.yaml" "$work/a.yaml"
has out "$work/b.yaml:2:82: galat: Nomor SOP 045/1/2025 sudah dipakai di $work/a.yaml. [KT006]" 'in text: on the later file'
has out "    $work/a.yaml:2:82: nomor yang sama" 'with the earlier one'
run 0 check --select KT004,KT006,KT007 --format json "$work/a.yaml"
has out '"rules": {}}, "skipped"' 'one file is no set'
run 0 check --select WK "$work/a.yaml" "$work/b.yaml"
finish
