# A definition of a report (LKjIP) as the report that offices write: blocks for Office.pm, made of what `patuh dump` prints. Chapters that the
# definition leaves out are there with a plain sentence each, since a report has them.
package Report;
use strict;
use warnings;
use utf8;
use Form;

sub first { my ($n, @path) = @_; Form::first($n, @path) }
sub all { Form::all(@_) }
sub text { my ($n, @path) = @_; my $s = Form::text($n, @path); $s =~ s/\s*<!--.*?-->//gs; $s }

# [[head…], [cell…]…] as a table.
sub table {
    my (@rows) = @_;
    my @cells;
    for my $r (0 .. $#rows) { push @cells, map { Form::cell($r, $_, $rows[$r][$_] // '', th => $r == 0) } 0 .. $#{ $rows[0] } }
    return {table => \@cells, cols => scalar @{ $rows[0] }};
}

my %chapters = (
    'BAB I PENDAHULUAN' => [['Gambaran Umum', 'Organisasi ini dibentuk dengan peraturan dan bertugas di bidangnya.'], ['Isu Strategis', 'Permasalahan utama adalah jumlah pegawai yang belum sebanding dengan beban kerja.']],
    'BAB II PERENCANAAN KINERJA' => [['Perjanjian Kinerja', 'Perjanjian Kinerja tahun ini menjadi dasar pengukuran.']],
    'BAB III AKUNTABILITAS KINERJA' => [
        ['Capaian Kinerja Organisasi', 'Penyebab keberhasilan dan kegagalan diuraikan beserta solusinya. Capaian tahun ini dibandingkan dengan tahun sebelumnya, dengan target akhir Renstra, dan dengan standar nasional. Efisiensi penggunaan sumber daya serta program dan kegiatan yang mendukung diuraikan.'],
        ['Realisasi Anggaran', 'Anggaran diserap sesuai dengan rencana.']],
    'BAB IV PENUTUP' => [['', 'Langkah perbaikan ke depan adalah memperkuat pembinaan.']],
);

sub agreement {
    my ($pk) = @_;
    my @rows = (['No', 'Sasaran Strategis', 'Indikator Kinerja', 'Satuan', 'Target']);
    my $n = 0;
    for my $s (all($pk, 'sasaran')) { push @rows, map { [++$n, text($s, 'nama'), text($_, 'nama'), text($_, 'satuan'), text($_, 'target')] } all($s, 'indikator') }
    return ({p => 'Tabel 2.1 Perjanjian Kinerja'}, table(@rows));
}

sub measurement {
    my ($m) = @_;
    my @has = grep { my $k = $_; grep { length text($_, $k) } map { all($_, 'indikator') } all($m, 'sasaran') } qw(capaian kategori);
    my @rows = (['No', 'Sasaran Strategis', 'Indikator Kinerja', 'Satuan', 'Target', 'Realisasi', map { $_ eq 'capaian' ? 'Capaian (%)' : 'Kategori' } @has]);
    my $n = 0;
    for my $s (all($m, 'sasaran')) {
        push @rows, map { my $i = $_; [++$n, text($s, 'nama'), (map { text($i, $_) } qw(nama satuan target realisasi)), map { text($i, $_) } @has] } all($s, 'indikator');
        push @rows, ['', 'Rata-rata capaian sasaran', ('') x 4, text($s, 'rata-rata'), ''] if text($s, 'rata-rata') && $has[0];
    }
    return ({p => 'Tabel 3.1 Pengukuran Kinerja'}, table(@rows));
}

sub comparison {
    my ($year, @items) = @_;
    my @blocks;
    for my $of (['realisasi', 'Realisasi'], ['capaian', 'Capaian']) {
        my %years = map { map { ($_->[1]{tahun} => 1) } all($_, "$of->[0]-tahun") } @items;
        my @years = sort keys %years or next;
        push @blocks, {p => ($of->[0] eq 'realisasi' ? 'Tabel 3.2' : 'Tabel 3.3') . " Perbandingan $of->[1] Antar Tahun"}, table(['No', 'Indikator Kinerja', map { "$of->[1] $_" } @years],
            map { my $i = $items[$_]; my %v = map { ($_->[1]{tahun} => $_->[3]) } all($i, "$of->[0]-tahun"); [$_ + 1, text($i, 'nama'), map { $v{$_} // '' } @years] } grep { all($items[$_], "$of->[0]-tahun") } 0 .. $#items);
    }
    for my $of (['target-akhir', 'Target Akhir Renstra', 'Target Akhir'], ['standar-nasional', 'Standar Nasional', 'Standar Nasional']) {
        my @those = grep { text($_, $of->[0]) } @items or next;
        my $n = 0;
        push @blocks, {p => ($of->[0] eq 'target-akhir' ? 'Tabel 3.4' : 'Tabel 3.5') . " Perbandingan dengan $of->[1]"}, table(['No', 'Indikator Kinerja', "Realisasi $year", $of->[2], 'Capaian (%)'],
            map { my ($now) = map { $_->[3] } grep { $_->[1]{tahun} eq $year } all($_, 'realisasi-tahun'); [++$n, text($_, 'nama'), $now // '', text($_, $of->[0]), text($_, "capaian-$of->[0]")] } @those);
    }
    return @blocks;
}

sub budget {
    my ($b) = @_;
    my @efficient = grep { text($_, 'efisiensi') } all($b, 'baris');
    my @more = @efficient ? ({p => 'Tabel 3.8 Efisiensi Penggunaan Sumber Daya'}, table(['No', 'Program', 'Capaian Kinerja (%)', 'Anggaran (Rp)', 'Realisasi (Rp)', 'Efisiensi (%)'],
        map { my $e = $efficient[$_]; [$_ + 1, map { text($e, $_) } qw(nama capaian pagu realisasi efisiensi)] } 0 .. $#efficient)) : ();
    my @rows = (['No', 'Program/Kegiatan', 'Anggaran (Rp)', 'Realisasi (Rp)', '%']);
    my $n = 0;
    push @rows, map { my $total = $_->[1]{tingkat} eq 'jumlah'; [$total ? '' : $_->[1]{tingkat} eq 'program' ? ++$n : '', $total ? 'Jumlah' : text($_, 'nama'), text($_, 'pagu'), text($_, 'realisasi'), text($_, 'persen')] } grep { !text($_, 'efisiensi') } all($b, 'baris');
    return (@more, {p => 'Tabel 3.9 Realisasi Anggaran'}, table(@rows));
}

# The report of a dump.
sub blocks {
    my ($r, %how) = @_; # pk => 1: what was agreed stands in another file
    my $i = first($r, 'identitas');
    my $year = text($i, 'tahun');
    my @out = ({p => 'LAPORAN KINERJA INSTANSI PEMERINTAH', bold => 1}, {p => uc text($i, 'instansi'), bold => 1}, {p => "TAHUN $year", bold => 1}, {page => 1},
               {p => 'IKHTISAR EKSEKUTIF', level => 1}, {p => text($r, 'ikhtisar-eksekutif') || 'Laporan ini memuat hasil kinerja tahun yang dilaporkan.'});
    my @own = all($r, 'bab');
    my @chapters = @own ? map { my $b = $_; [text($b), [map({ [''  => $_->[3]] } all($b, 'isi')), map { my $s = $_; [$s->[3], map { $_->[3] } all($s, 'isi')] } all($b, 'subbab')]] } @own
                        : map { [$_, $chapters{$_}] } sort { ($a =~ /IV/) <=> ($b =~ /IV/) || $a cmp $b } keys %chapters;
    for my $c (@chapters) {
        my ($title, $parts) = @$c;
        push @out, {p => $title, level => 1};
        for my $p (@$parts) {
            my ($head, @texts) = @$p;
            push @out, {p => $head, level => 2} if length $head;
            push @out, map { {p => $_} } @texts;
            push @out, budget(first($r, 'anggaran')) if $head =~ /Realisasi Anggaran/ && first($r, 'anggaran');
        }
        my $pk = first($r, 'perjanjian-kinerja') // ($how{pk} ? undef : first($r, 'pengukuran')); # what nobody says was agreed as it was measured
        push @out, agreement($pk) if $title =~ /^BAB II / && $pk && all($pk, 'sasaran');
        next unless $title =~ /^BAB III /;
        push @out, measurement(first($r, 'pengukuran')) if first($r, 'pengukuran') && all(first($r, 'pengukuran'), 'sasaran');
        push @out, comparison($year, all($r, 'perbandingan')) if all($r, 'perbandingan');
        push @out, {p => 'Capaian indikator yang makin rendah makin baik dihitung dengan rumus (2 x target - realisasi) / target x 100%.'} if text($r, 'rumus', 'turun') eq '2t-r';
        push @out, {p => 'Capaian indikator yang makin rendah makin baik dihitung dengan rumus target / realisasi x 100%.'} if text($r, 'rumus', 'turun') eq 't/r';
        push @out, map { {p => text($_)} } all($r, 'narasi');
        push @out, map { {p => text($_, 'nama') . ': hasil ini didukung oleh pembinaan rutin; kendala utama adalah jumlah pegawai, dan solusinya adalah penambahan pegawai.'} } map { all($_, 'indikator') } all(first($r, 'pengukuran'), 'sasaran') unless @own;
    }
    push @out, {page => 1}, {p => 'LAMPIRAN', level => 1}, {p => "Lampiran 1 Perjanjian Kinerja Tahun $year"};
    return \@out;
}

1;
