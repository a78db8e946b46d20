#!/usr/bin/perl
# PDFs that are broken, locked or meant to do harm: one message each, in time and memory; bits turned at random crash nothing.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Test::More;
use File::Temp qw(tempdir);
use JSON::PP;
use Compress::Zlib qw(compress);
use pdf;

my $patuh = $ENV{PATUH} // 'build/patuh';
(my $beside = $patuh) =~ s{[^/]*$}{};
plan skip_all => 'patuh-pdf is not built (libmupdf-dev)' unless -x "${beside}patuh-pdf";
my $work = tempdir(CLEANUP => 1);
my $good = "$FindBin::Bin/../corpus/definisi/contoh-sop.yaml";
sub put { my ($name, $bytes) = @_; open my $f, '>:raw', "$work/$name" or die; print $f $bytes; close $f; "$work/$name" }

# Checked together with a good file; the entry of the PDF. At most 10 s and 256 MB (not under sanitizers, which need more of both).
my $sanitized = `nm '$patuh' 2>/dev/null` =~ /__asan_init/;
sub spent { my @t = times; $t[2] + $t[3] } # processor time: others may be at work here
sub survives {
    my ($name, $bytes, $what) = @_;
    my $path = put($name, $bytes);
    my $begun = spent();
    my $limit = $sanitized ? '' : 'ulimit -v 1048576; ';
    my $json = `${limit}timeout 300 "$patuh" check --format json --today 2025-06-30 "$path" "$good" 2>/dev/null`;
    my $status = $? >> 8;
    my $took = spent() - $begun;
    my $r = eval { decode_json($json) };
    my ($other) = grep { $_->{path} eq $good } @{ ($r || {})->{documents} || [] }; # documents are sorted by path
    my ($of) = grep { $_->{path} ne $good } @{ ($r || {})->{documents} || [] };
    ok($r && $status <= 3 && $of && $other && !$other->{error}, "$what: answered, and the other file was checked") or diag("status $status: " . substr($json, 0, 300));
    cmp_ok($took, '<', $sanitized ? 60 : 10, "$what: in time");
    my $errors = grep { $_->{rule} =~ /^UM00/ } @{ ($of || {})->{findings} || [] };
    cmp_ok($errors, '<=', 1, "$what: one message");
    ($of || {})->{error}{message} // '';
}

my $text = text(50, 50, 'Laporan biasa');
my $lock = '/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O (' . 'x' x 32 . ') /U (' . 'y' x 32 . ') >> /ID [(0123456789abcdef) (0123456789abcdef)]';
like(survives('terkunci.pdf', pdf({trailer => $lock}, $text), 'a locked file'), qr/kata sandi/, '… said to be locked');
(my $torn = pdf($text)) =~ s/startxref\n\d+/startxref\n7/;
survives('xref.pdf', $torn, 'a broken table of objects');
survives('half.pdf', substr(pdf($text x 50), 0, 900), 'half a file');
like(survives('kosong.pdf', "%PDF-1.7\n", 'a head alone'), qr/rusak/, '… said to be broken');
survives('paths.pdf', pdf(join '', map { rule(10 + $_ % 700, 10 + $_ % 500, 12 + $_ % 700, 40 + $_ % 500) } 1 .. 100_000), '100,000 rules');
survives('curves.pdf', pdf(join '', map { sprintf "%d %d m %d %d %d %d %d %d c S\n", map { ($_ * 7) % 590 } $_ .. $_ + 7 } 1 .. 100_000), '100,000 curves');
survives('grid.pdf', pdf(join '', map { (rule(1, $_ / 4, 841, $_ / 4, 0.1), rule($_ / 3, 1, $_ / 3, 594, 0.1)) } 4 .. 2300), 'a grid of millions of places');
survives('words.pdf', pdf(join '', map { text($_ % 800, ($_ * 13) % 590, 'kata') } 1 .. 50_000), '50,000 words in one page');
my $again = '<< /Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << /F 5 0 R >> >> /Length 12 >>' . "\nstream\n/F Do /F Do \nendstream";
survives('form.pdf', pdf({objects => [$again]}, ['/F Do', {Resources => '<< /XObject << /F 5 0 R >> >>'}]), 'a form that holds itself');
my @tower = map { my $n = 5 + $_; "<< /Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << /F $n 0 R >> >> /Length 60 >>\nstream\n" . '/F Do ' x 10 . "\nendstream" } 1 .. 9;
push @tower, "<< /Type /XObject /Subtype /Form /BBox [0 0 842 595] /Length 10 >>\nstream\n0 0 9 9 re f\nendstream";
survives('tower.pdf', pdf({objects => \@tower}, ['/F Do', {Resources => '<< /XObject << /F 5 0 R >> >>'}]), 'forms ten times in forms, ten deep');
my $bomb = compress("0 0 m 1 1 l S\n" x 8_000_000);
survives('bomb.pdf', pdf({objects => ['<< /Filter /FlateDecode /Length ' . length($bomb) . " >>\nstream\n$bomb\nendstream"]}, ['', {Contents => '5 0 R'}]), 'a hundred megabytes from few');
survives('pages.pdf', do { my $p = pdf($text); $p =~ s{/Count 1}{/Count 2000000000}; $p }, 'two thousand million pages announced');
survives('nest.pdf', pdf('q ' x 100_000 . '[' x 100_000), 'a hundred thousand brackets');
for my $box ('0 0 0 0', '842 595 0 0', '-500 -500 -100 -100', '0 0 1e30 1e30', '0 0 nan inf') {
    survives('box.pdf', pdf([$text, {MediaBox => "[$box]"}]), "a page of [$box]");
}
for my $turn (0, 90, 180, 270, 45, -90, 1e9) { survives('turn.pdf', pdf([$text, {Rotate => $turn}]), "turned by $turn") }
for my $m ('0 1 -1 0', '-1 0 0 -1', '0 -1 1 0', '1 1 -1 1', '0 0 0 0', '1e20 0 0 1e20') {
    survives('lean.pdf', pdf("BT /R 9 Tf $m 300 300 Tm (Laporan) Tj ET\n" x 3), "text set by $m");
}

# ---- bits turned: a few by default, PATUH_FLIPS=5000 for many
my $flips = $ENV{PATUH_FLIPS} // 40;
my $seed = 20251130;
sub dice { $seed = ($seed * 1103515245 + 12345) % 2147483648; int($seed / 65536) % $_[0] }
my @xs = (40, 120, 400, 500);
# Of the writer above: a table; a page of compressed drawing, a picture under OCR, turned; and one of LibreOffice.
my @sound = (pdf($text . grid(\@xs, [80, 100, 120, 140], ['No', 'Uraian', 'Waktu'], ['1', 'Menerima surat', '5 menit'], ['2', 'Mencatat surat', '9 menit']), $text),
    do {
        my $flow = compress(join '', box(100, 100, 160, 120), rule(130, 120, 130, 180, 1), "n 127 ", 595 - 180, " m 133 ", 595 - 180, " l 130 ", 595 - 186, " l f\n", box(100, 186, 160, 206), grid([80, 200, 300], [90, 150, 220], ['', 'a'], ['', 'b']));
        pdf({objects => ['<< /Filter /FlateDecode /Length ' . length($flow) . " >>\nstream\n$flow\nendstream"]}, [$text, {Contents => '5 0 R'}], [picture(0, 0, 842, 595) . '3 Tr ' . $text, {Rotate => 90}]);
    },
    do { local (@ARGV, $/) = "$FindBin::Bin/../corpus/pdf/surat-masuk.pdf"; <> });
my $bad = 0;
for my $n (1 .. $flips) {
    my $copy = $sound[$n % @sound];
    substr($copy, $_, 1) = chr(ord(substr($copy, $_, 1)) ^ 1 << dice(8)) for map { dice(length $copy) } 1 .. 1 + dice(8);
    my $path = put('flip.pdf', $copy);
    system("timeout 120 '$patuh' check '$path' >/dev/null 2>'$work/err'");
    next if !($? & 127) && ($? >> 8) <= 3 && !-s "$work/err";
    $bad++;
    diag("flip $n: status $?");
}
is($bad, 0, "$flips files with bits turned: an answer each");
done_testing;
