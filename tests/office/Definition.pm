# An SOP on the usual form, for tests of office formats: from what `patuh dump` says of a definition to blocks (Office.pm) and a drawing (Sheet.pm).
package Definition;
use strict;
use warnings;
use utf8;

my @months = qw(Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember);

sub plain { my $s = shift // ''; $s =~ s/<!--.*?-->//gs; $s =~ s/<[^>]*>.*//s; $s =~ s/&lt;/</g; $s =~ s/&gt;/>/g; $s =~ s/&quot;/"/g; $s =~ s/&amp;/&/g; $s =~ s/^\s+|\s+$//g; $s }
sub one { my ($xml, $name) = @_; $xml =~ m{<$name(?:\s[^>]*)?>(.*?)</$name>}s ? plain($1) : '' }
sub items { my ($xml, $name) = @_; my ($in) = $xml =~ m{<$name(?:\s[^>]*)?>(.*?)</$name>}s; map { plain($_) } ($in // '') =~ m{<butir(?:\s[^>]*)?>(.*?)</butir>}gs }
sub date { my $d = shift; $d =~ /^(\d+)-(\d+)-(\d+)$/ ? $3 + 0 . " $months[$2 - 1] $1" : $d }

# {identity => {…}, lists => {…}, actors => […], steps => [{no, text, actor, symbol, needs, time, output, note, exits => [[TO, LABEL]…]}…]}
sub of_dump {
    my ($xml) = @_;
    my %f;
    my ($id) = $xml =~ m{<identitas.*?</identitas>}s ? $& : '';
    my ($ok) = $id =~ m{<pengesahan>(.*?)</pengesahan>}s;
    $f{identity} = {(map { $_ => one($id, $_) } qw(instansi unit nomor nama)), (map { $_ => date(one($id, $_)) } qw(tanggal-pembuatan tanggal-revisi tanggal-efektif)),
                    map { ("oleh-$_" => one($ok // '', $_)) } qw(jabatan nama nip)};
    $f{identity}{'oleh-nama'} =~ s/Contoh Nama/Budi Santoso/; # "nama" is a word of offices
    $f{lists}{$_} = [items($xml, $_)] for qw(dasar-hukum keterkaitan kualifikasi-pelaksana peralatan-perlengkapan pencatatan-pendataan peringatan);
    my ($actors) = $xml =~ m{\n  <pelaksana>(.*?)\n  </pelaksana>}s;
    $f{actors} = [map { plain($_) } ($actors // '') =~ m{<jabatan(?:\s[^>]*)?>(.*?)</jabatan>}gs];
    my @steps = $xml =~ m{(<langkah\s.*?</langkah>)}gs;
    for my $i (0 .. $#steps) {
        my $s = $steps[$i];
        my @exits = map { my ($attr, $to) = @$_; [plain($to), $attr =~ /label="([^"]*)"/ ? $1 : undef] } map { [/^(.*?)>(.*)$/s] } $s =~ m{<lanjut(.*?)</lanjut>}gs;
        my ($no) = one($s, 'nomor');
        my $ends = $i && $s =~ /^<langkah[^>]* simbol="terminator"/;
        push @exits, [one($steps[$i + 1], 'nomor'), undef] if !@exits && !$ends && $i < $#steps;
        push @{ $f{steps} }, {no => $no, text => one($s, 'uraian'), actor => actor_of($f{actors}, one($s, 'pelaksana')), symbol => $s =~ /^<langkah[^>]* simbol="(\w+)"/ ? $1 : 'proses',
                              needs => [items($s, 'kelengkapan')], time => one($s, 'waktu'), output => one($s, 'output'), note => one($s, 'keterangan'), exits => \@exits};
    }
    $f{total} = one($xml, 'jumlah-waktu');
    return \%f;
}

# Definitions may shorten the name of a column.
sub actor_of { my ($actors, $name) = @_; $name = 'Inspektur Pembantu' if $name eq 'Irban'; my ($same) = grep { lc $_ eq lc $name } @$actors; my ($like) = grep { lc substr($_, 0, 5) eq lc substr($name, 0, 5) } @$actors; $same // $like // $name }

sub cell { my ($row, $col, $rs, $cs, $th, @lines) = @_; return {row => $row, col => $col, rs => $rs, cs => $cs, th => $th, blocks => [map { ref $_ ? $_ : {p => $_} } grep { ref $_ || length } @lines]} }
sub numbered { my $n = 0; map { { item => $_, marker => ++$n . '.' } } @_ }

my %glyph = (terminator => '⬭', proses => '▭', keputusan => '◇', konektor => '⬠');

# The blocks of the form; with glyphs, symbols are signs in the executors' cells. %$f{rows} gets the table row of each step.
sub blocks {
    my ($f, %how) = @_;
    my ($i, $l) = @$f{qw(identity lists)};
    my @pairs = (['Nomor SOP', $i->{nomor}], ['Tanggal Pembuatan', $i->{'tanggal-pembuatan'}], ['Tanggal Revisi', $i->{'tanggal-revisi'}], ['Tanggal Efektif', $i->{'tanggal-efektif'}],
                 ['Disahkan oleh', "$i->{'oleh-jabatan'}\n$i->{'oleh-nama'}\nNIP $i->{'oleh-nip'}"], ['Nama SOP', $i->{nama}]);
    my @head = (cell(0, 0, scalar @pairs, 1, 0, uc $i->{instansi}, uc $i->{unit}), map { (cell($_, 1, 1, 1, 0, $pairs[$_][0]), cell($_, 2, 1, 1, 0, ": $pairs[$_][1]")) } 0 .. $#pairs);
    my @sections = (['Dasar Hukum', 'dasar-hukum', 'Kualifikasi Pelaksana', 'kualifikasi-pelaksana'], ['Keterkaitan', 'keterkaitan', 'Peralatan/Perlengkapan', 'peralatan-perlengkapan'],
                    ['Peringatan', 'peringatan', 'Pencatatan dan Pendataan', 'pencatatan-pendataan']);
    my @lists;
    for my $r (0 .. $#sections) {
        my @s = @{ $sections[$r] };
        push @lists, cell(2 * $r, 0, 1, 1, 1, $s[0]), cell(2 * $r, 1, 1, 1, 1, $s[2]);
        push @lists, map { my $k = $_; cell(2 * $r + 1, $k / 2, 1, 1, 0, @{ $l->{ $s[$k + 1] } } > 1 ? numbered(@{ $l->{ $s[$k + 1] } }) : @{ $l->{ $s[$k + 1] } }) } 0, 2;
    }
    my $n = @{ $f->{actors} };
    my @steps = (cell(0, 0, 2, 1, 1, 'No'), cell(0, 1, 2, 1, 1, 'Kegiatan'), cell(0, 2, 1, $n, 1, 'Pelaksana'), cell(0, 2 + $n, 1, 3, 1, 'Mutu Baku'), cell(0, 5 + $n, 2, 1, 1, 'Keterangan'),
                 (map { cell(1, 2 + $_, 1, 1, 1, $f->{actors}[$_]) } 0 .. $n - 1), cell(1, 2 + $n, 1, 1, 1, 'Kelengkapan'), cell(1, 3 + $n, 1, 1, 1, 'Waktu'), cell(1, 4 + $n, 1, 1, 1, 'Output'));
    my $row = 2;
    for my $s (@{ $f->{steps} }) {
        push @steps, cell($row, 0, 1, 1, 0), map({ cell($row, 1 + $_, 1, 1, 0) } 0 .. $n + 4) and $row++ if $s->{over};
        $f->{rows}{ $s->{no} } = $row;
        push @steps, cell($row, 0, 1, 1, 0, $s->{no}), cell($row, 1, 1, 1, 0, $s->{text});
        push @steps, map { cell($row, 2 + $_, 1, 1, 0, $how{glyphs} && $f->{actors}[$_] eq $s->{actor} ? $glyph{ $s->{symbol} } // '' : '') } 0 .. $n - 1;
        push @steps, cell($row, 2 + $n, 1, 1, 0, @{ $s->{needs} } > 1 ? map({ "- $_" } @{ $s->{needs} }) : @{ $s->{needs} }), cell($row, 3 + $n, 1, 1, 0, $s->{time}),
            cell($row, 4 + $n, 1, 1, 0, $s->{output}), cell($row, 5 + $n, 1, 1, 0, $s->{note});
        $row++;
    }
    push @steps, cell($row, 0, 1, 3 + $n, 0, 'Jumlah Waktu'), cell($row, 3 + $n, 1, 1, 0, $f->{total}), cell($row, 4 + $n, 1, 1, 0), cell($row, 5 + $n, 1, 1, 0) if length $f->{total};
    return [{table => \@head, cols => 3}, {table => \@lists, cols => 2}, {table => \@steps, cols => 6 + $n}];
}

# Beside the part of a way that goes down or up, nearer to its beginning: where nobody takes it for that of a way back.
sub label_at { my ($from, $to) = @_; [($from->[0] + $to->[0]) / 2 + 2, $from->[1] + ($to->[1] - $from->[1]) / 4 - 6] }

# The drawing over the form's step table, whose first row is row $top of the sheet: shapes of the steps, their lines and labels.
sub drawing {
    my ($f, $top, $row, $col) = @_;
    my (%id, %at, @things);
    my $id = 10;
    for my $s (@{ $f->{steps} }) {
        my ($c) = grep { $f->{actors}[$_] eq $s->{actor} } 0 .. $#{ $f->{actors} };
        next if $s->{bare};
        $id{ $s->{no} } = ++$id;
        $at{ $s->{no} } = [$top + $f->{rows}{ $s->{no} }, 2 + $c];
        push @things, {id => $id, kind => $s->{symbol}, cell => $at{ $s->{no} }, down => $s->{down}};
        if ($s->{over}) { # a page connector in the row above leads here
            push @things, {id => ++$id, kind => 'konektor', cell => [$at{ $s->{no} }[0] - 1, 2 + $c]}, {line => 'straight', from => $id, to => $id{ $s->{no} }};
        }
    }
    my %paired; # its way in goes over a pair of page connectors: one leads out of the step before it, beside the one that leads in
    for my $i (grep { $f->{steps}[$_]{paired} } 1 .. $#{ $f->{steps} }) {
        my ($from, $s) = @{ $f->{steps} }[$i - 1, $i];
        my ($row, $in) = ($at{ $s->{no} }[0] - 1, $at{ $s->{no} }[1]);
        my $out = $at{ $from->{no} }[1] != $in ? $at{ $from->{no} }[1] : $in > 2 ? $in - 1 : $in + 1;
        push @things, {id => ++$id, kind => 'konektor', cell => [$row, $out]}, {line => 'elbow', from => $id{ $from->{no} }, to => $id};
        $paired{"$from->{no} $s->{no}"} = 1;
    }
    for my $s (@{ $f->{steps} }) {
        for my $e (grep { !$paired{"$s->{no} $_->[0]"} } @{ $s->{exits} }) {
            my ($to, $label) = @$e;
            next unless $id{ $s->{no} } && $id{$to};
            push @things, {line => 'elbow', from => $id{ $s->{no} }, to => $id{$to}, head => $s->{headless} ? 0 : 1, loose => $s->{loose}, dashed => $s->{dashed}};
            my @p = map { [($_->[1] + 0.5) * $col, ($_->[0] + 0.5) * $row] } $at{ $s->{no} }, $at{$to};
            push @things, {kind => 'teks', text => $label, at => label_at(@p)} if defined $label && !$s->{unlabelled};
        }
    }
    return \@things;
}

1;
