# An SOP definition as the form that offices fill in: blocks for Office.pm, made of what `patuh dump` prints. The flow is drawn: a symbol
# in each executor's cell, lines tied to their ids, labels as text boxes.
package Form;
use strict;
use warnings;
use utf8;

# XML as patuh prints it, as nested [name, {attributes}, [children], text].
sub xml {
    my ($text) = @_;
    my $top = ['', {}, [], ''];
    my @open = ($top);
    $text =~ s/<!--.*?-->//gs;
    while ($text =~ m{<(/?)([\w-]+)((?:\s+[\w-]+="[^"]*")*)\s*(/?)>([^<]*)}g) {
        my ($close, $name, $attrs, $empty, $behind) = ($1, $2, $3, $4, plain($5));
        if ($close) { pop @open }
        else {
            my $node = [$name, {map { plain($_) } $attrs =~ /([\w-]+)="([^"]*)"/g}, [], ''];
            push @{ $open[-1][2] }, $node;
            push @open, $node unless $empty;
            $node->[3] = $behind =~ s/^\s+|\s+$//gr unless $empty;
        }
    }
    return $top->[2][0];
}
sub plain { my $s = shift; $s =~ s/&lt;/</g; $s =~ s/&gt;/>/g; $s =~ s/&quot;/"/g; $s =~ s/&amp;/&/g; $s }
sub all { my ($n, $name) = @_; grep { $_->[0] eq $name } @{ $n ? $n->[2] : [] } }
sub first { my ($n, @path) = @_; ($n) = all($n, $_) for @path; $n }
sub text { my ($n, @path) = @_; my $k = first($n, @path); $k ? $k->[3] : '' }

sub cell { my ($row, $col, $text, %more) = @_; {row => $row, col => $col, rs => 1, cs => 1, blocks => [map { {p => $_} } ref $text ? @$text : $text], %more} }

my $day = qr/^(\d{4})-(\d\d)-(\d\d)$/;
my @months = qw(Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember);
sub date { my $s = shift; $s =~ $day ? ($3 + 0) . " $months[$2 - 1] $1" : $s }

sub identity {
    my ($sop) = @_;
    my $i = first($sop, 'identitas');
    my $p = first($i, 'pengesahan');
    my @rows = (['Nomor SOP', text($i, 'nomor')], ['Tanggal Pembuatan', date(text($i, 'tanggal-pembuatan'))], ['Tanggal Revisi', date(text($i, 'tanggal-revisi'))],
                ['Tanggal Efektif', date(text($i, 'tanggal-efektif'))], ['Disahkan oleh', [text($p, 'jabatan'), '', text($p, 'nama') =~ s/Contoh Nama|Nama Contoh/Budi Santosa/r, 'NIP. ' . text($p, 'nip')]],
                ['Nama SOP', text($i, 'nama')]);
    my @cells = (cell(0, 0, [grep { length } text($i, 'instansi'), text($i, 'unit')], rs => scalar @rows));
    push @cells, cell($_, 1, $rows[$_][0]), cell($_, 2, $rows[$_][1]) for 0 .. $#rows;
    return {table => \@cells, cols => 3, widths => [300, 160, 260]};
}

sub lists {
    my ($sop) = @_;
    my @pairs = (['dasar-hukum', 'Dasar Hukum', 'kualifikasi-pelaksana', 'Kualifikasi Pelaksana'], ['keterkaitan', 'Keterkaitan', 'peralatan-perlengkapan', 'Peralatan/Perlengkapan'],
                 ['peringatan', 'Peringatan', 'pencatatan-pendataan', 'Pencatatan dan Pendataan']);
    my @cells;
    for my $k (0 .. $#pairs) {
        for my $side (0, 1) {
            my ($name, $title) = @{ $pairs[$k] }[2 * $side, 2 * $side + 1];
            my @items = map { $_->[3] } all(first($sop, $name), 'butir');
            push @cells, {row => 2 * $k, col => $side, rs => 1, cs => 1, blocks => [{p => "$title:", bold => 1}]};
            push @cells, {row => 2 * $k + 1, col => $side, rs => 1, cs => 1, blocks => [map { {item => $items[$_], marker => $_ + 1 . '.'} } 0 .. $#items]};
        }
    }
    return {table => \@cells, cols => 2, widths => [360, 360]};
}

my ($WIDE, $HIGH, $ROW, $MARGIN, $HEAD, $LINE) = (34, 22, 56, 5.4, 66, 14);

# The steps of a dump: {nomor, uraian, who => [column…], simbol, kelengkapan, waktu, output, keterangan, next => [[target, label]…]}.
sub steps {
    my ($sop, $actors) = @_;
    my %column;
    for my $i (0 .. $#$actors) { $column{ lc $_ } = $i for $actors->[$i][3], map { $_->[3] } all($actors->[$i], 'singkatan') }
    my @found = all($sop, 'langkah');
    my @steps;
    for my $i (0 .. $#found) {
        my $n = $found[$i];
        my @next = map { [$_->[1]{tujuan} // $_->[3], $_->[1]{label}] } all($n, 'lanjut');
        @next = ([text($found[$i + 1], 'nomor')]) if !@next && $i < $#found && ($n->[1]{akhir} // '') ne 'ya';
        push @steps, {nomor => text($n, 'nomor'), uraian => text($n, 'uraian'), who => [map { $column{ lc $_->[3] } // die "siapa: $_->[3]" } all($n, 'pelaksana')],
                      simbol => $n->[1]{simbol} // 'proses', kelengkapan => [map { $_->[3] } all(first($n, 'kelengkapan'), 'butir')], waktu => text($n, 'waktu'),
                      output => text($n, 'output') || join("\n", map { $_->[3] } all(first($n, 'output'), 'butir')), keterangan => text($n, 'keterangan'), next => \@next};
    }
    return \@steps;
}

# Places symbols and lines. $how: {floats => 1} ties all to the first symbol's cell, {floats => PARAGRAPH} to that one right before the table, {vml => 1} draws as Word did before 2010, {group => KIND} puts all
# into one group, {drawn => []} gets the lines, {unglued => 1} leaves the ids of ends out,
# {change => sub} may alter {symbols, lines, labels} first.
sub draw {
    my ($steps, $x, $cell_of, $how) = @_;
    my ($id, %by, @symbols, @lines, @labels) = (10);
    for my $r (0 .. $#$steps) {
        for my $c (@{ $steps->[$r]{who} }) {
            my $s = {id => ++$id, kind => $steps->[$r]{simbol}, row => $r, col => $c, w => $WIDE, h => $HIGH, X => ($x->[$c] + $x->[$c + 1] - $WIDE) / 2, Y => $r * $ROW + ($ROW - $HIGH) / 2,
                     ($steps->[$r]{simbol} eq 'terminator' ? (text => $r == 0 ? 'MULAI' : 'SELESAI') : ())};
            push @symbols, $s;
            $by{ $steps->[$r]{nomor} } //= $s;
        }
    }
    for my $s (@$steps) {
        push @lines, {id => ++$id, a => $by{ $s->{nomor} }, b => $by{ $_->[0] } // next, label => $_->[1], head => 1} for @{ $s->{next} };
    }
    my $flow = {symbols => \@symbols, lines => \@lines};
    $how->{change}->($flow) if $how->{change};
    for my $l (@{ $flow->{lines} }) {
        my ($s, $t) = @$l{qw(a b)};
        my $up = $t->{row} <= $s->{row};
        my @from = $up ? ($s->{X} + ($t->{X} < $s->{X} ? 0 : $WIDE), $s->{Y} + $HIGH / 2) : ($s->{X} + $WIDE / 2, $s->{Y} + $HIGH);
        my @to = $up ? ($t->{X} + ($t->{X} > $s->{X} ? 0 : $WIDE), $t->{Y} + $HIGH / 2) : ($t->{X} + $WIDE / 2, $t->{Y});
        my %line = (id => $l->{id}, line => abs($from[0] - $to[0]) < 1 || abs($from[1] - $to[1]) < 1 ? 'straight' : 'elbow', head => $l->{head}, dashed => $l->{dashed},
                    w => abs($from[0] - $to[0]), h => abs($from[1] - $to[1]), X => min($from[0], $to[0]), Y => min($from[1], $to[1]),
                    flip => ($to[0] < $from[0] ? 'h' : '') . ($to[1] < $from[1] ? 'v' : ''), row => $s->{row}, col => $s->{col});
        @line{qw(from to)} = ($s->{id}, $t->{id}) unless $how->{unglued};
        push @{ $flow->{drawn} }, \%line;
        push @{ $flow->{drawn} }, {id => ++$id, kind => 'teks', text => ucfirst $l->{label}, row => $s->{row}, col => $s->{col}, w => 26, h => 12,
                                   X => $from[0] + ($up ? $t->{X} < $s->{X} ? -28 : 2 : 3), Y => $from[1] + ($up ? -14 : 2)} if $l->{label};
    }
    if ($how->{group}) { # all of it in one thing, tied to the first symbol's cell
        my ($row, $col) = @{ $flow->{symbols}[0] }{qw(row col)};
        my @all = (@{ $flow->{symbols} }, @{ $flow->{drawn} // [] });
        my ($left, $top) = map { my $k = $_; min(map { $_->{$k} } @all) } qw(X Y);
        my ($right, $bottom) = map { my ($k, $size) = @$_; -min(map { -$_->{$k} - $_->{$size} } @all) } ['X', 'w'], ['Y', 'h'];
        my $before = ref $how->{floats};
        push @{ ($before ? $how->{floats} : $cell_of->($row, $col))->{shapes} }, {group => $how->{group}, id => ++$id, members => [map { {%$_, X => $_->{X} - $left, Y => $_->{Y} - $top} } @all],
                                                     x => $left - ($before ? 0 : $x->[$col]) - $MARGIN, y => $top + ($before ? $HEAD + $LINE : 0), w => $right - $left, h => $bottom - $top};
        @{ $how->{drawn} // [] } = @{ $flow->{drawn} // [] };
        return;
    }
    @{ $how->{drawn} // [] } = @{ $flow->{drawn} // [] };
    for my $s (@{ $flow->{symbols} }, @{ $flow->{drawn} // [] }) {
        push @{ $how->{floats}{shapes} }, {%$s, x => $s->{X} - $MARGIN, y => $s->{Y} + $HEAD + $LINE} and next if ref $how->{floats};
        my ($row, $col) = $how->{floats} ? @{ $flow->{symbols}[0] }{qw(row col)} : @$s{qw(row col)};
        push @{ $cell_of->($row, $col)->{shapes} }, {%$s, vml => $how->{vml}, x => $s->{X} - $x->[$col] - $MARGIN, y => $s->{Y} - $row * $ROW};
    }
}
sub min { my ($least, @more) = @_; $_ < $least and $least = $_ for @more; $least }

sub sop {
    my ($sop, %how) = @_;
    my @actors = all(first($sop, 'pelaksana'), 'jabatan');
    my $n = @actors;
    my $steps = steps($sop, \@actors);
    my @widths = (24, 130, (map { 60 } @actors), 90, 60, 90, 70);
    my ($at, @x) = (154);
    for (0 .. $n) { push @x, $at; $at += 60 }
    my @heads = (cell(0, 0, 'No', rs => 2), cell(0, 1, 'Kegiatan', rs => 2), cell(0, 2, 'Pelaksana', cs => $n), cell(0, 2 + $n, 'Mutu Baku', cs => 3), cell(0, 5 + $n, 'Keterangan', rs => 2),
                 (map { cell(1, 2 + $_, $actors[$_][3]) } 0 .. $n - 1), cell(1, 2 + $n, 'Kelengkapan'), cell(1, 3 + $n, 'Waktu'), cell(1, 4 + $n, 'Output'));
    $_->{th} = 1 for @heads;
    my (@cells, %executor) = @heads;
    for my $r (0 .. $#$steps) {
        my $s = $steps->[$r];
        push @cells, cell($r + 2, 0, $s->{nomor}), cell($r + 2, 1, $s->{uraian});
        push @cells, $executor{$r}{$_} = cell($r + 2, 2 + $_, '') for 0 .. $n - 1;
        push @cells, cell($r + 2, 2 + $n, $s->{kelengkapan}), cell($r + 2, 3 + $n, $s->{waktu}), cell($r + 2, 4 + $n, [split /\n/, $s->{output}]), cell($r + 2, 5 + $n, $s->{keterangan});
    }
    draw($steps, \@x, sub { $executor{ $_[0] }{ $_[1] } }, \%how);
    my @more = text($sop, 'jumlah-waktu') ? {p => 'Jumlah waktu: ' . text($sop, 'jumlah-waktu')} : ();
    return [{p => 'STANDAR OPERASIONAL PROSEDUR', bold => 1}, identity($sop), {p => ''}, lists($sop), ref $how{floats} ? ({page => 1}, $how{floats}) : {p => ''},
            {table => \@cells, cols => 6 + $n, widths => \@widths, heights => [18, $HEAD - 18, map { $ROW } @$steps]}, @more];
}

1;
