#!/usr/bin/perl
# Time grows with the length of a text, not with its square: for every mark, every tag and a few words that open something, repeated in one
# line of an SOP, in a cell of its table and in a report. Four times as much may take eight times as long, and a little.
use strict;
use warnings;
use FindBin;
use File::Temp 'tempdir';
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PLAIN} // 'build/patuh';
my $dir = tempdir(CLEANUP => 1);

sub seconds {
    my ($text) = @_;
    open my $f, '>:raw', "$dir/x.txt" or die;
    print $f $text;
    close $f;
    my $before = (times)[2];
    system("exec timeout 60 $patuh check --select UM $dir/x.txt >/dev/null 2>&1");
    return (times)[2] - $before;
}
my %around = (
    line   => sub { "Nama SOP : Uji\n\n$_[0]x\n" },
    cell   => sub { my $c = $_[0] =~ s/[|\n]/ /gr; "Nama SOP : Uji\n\n| No | Kegiatan | Pelaksana | Waktu | Output |\n|---|---|---|---|---|\n| 1 | ${c}x | Staf | 1 hari | ${c}x |\n" },
    report => sub { "LAPORAN KINERJA DINAS UJI\nTAHUN 2024\n\nBAB III AKUNTABILITAS KINERJA\n\n$_[0]x\n" },
);
my @tags = qw(a abbr address area article aside b base basefont bdo big blockquote body br button canvas caption center code col colgroup dd del details dfn dir
    div dl dt em embed fieldset figure font footer form frame frameset h1 h2 h6 head header hr html i iframe img input ins kbd label legend li link map menu
    meta nav noframes noscript object ol optgroup option p param picture pre q s samp script section select small span strike strong style sub summary sup svg
    table tbody td template textarea tfoot th thead title tr tt u ul var video xmp unknown);
my @marks = map { chr } 33 .. 47, 58 .. 64, 91 .. 96, 123 .. 126;
my @shapes = (@marks, (map { "$_ " } @marks), (map { "a$_ " } @marks), (map { "<$_>" } @tags), (map { "</$_>" } qw(p table td script div b unknown)),
    '<!-- ', '-->', '<!', '<![CDATA[', '<?x ', '&lt;', '&#', '&#1', '&x', '<a href="', '<a x=', "<p class='", '**', '** ', '__a', '*a', '![', '](', '[a](', '![a](b)', '```',
    '[ (](', '\\', '\\<', "\t", "a\t", '  ', 'a   ', "\xC2\xA0", "\xE2\x80\xA2 ", "\xE2\x80\x9C", "\xE2\x80\xA6", '1. ', '1) ', 'a. ', 'IV. ', '1.1.1', '1/', '2024-', '12 Mei 2024 ',
    'UU 1/2 ', 'Permenpan Nomor ', 'Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2024 tentang ', 'tentang ', 'Tabel 1 ', 'Lampiran ', 'BAB I ', 'ke langkah 2 ',
    'langkah ', 'jika tidak, ', '1 jam ', '10 menit, ', 'NIP 1970 ', '19700412 199503 1 004 ', 'SOP ', 'Nama SOP : ', 'No Kegiatan Pelaksana ', 'Kepala Bidang ',
    '95,5% ', 'Rp. 1.000.000,- ', 'target 90% realisasi 95% ', 'Persentase ', 'sasaran strategis ', 'A', 'Aa ', 'dan ', 'menyusun ', "\n", "a\n", "a\n\n", "- a\n", "1. a\n",
    "|a|b|\n", "| a ", "a  b\n", "   a\n", "> a\n", "# a\n", "\f", "<td>\n", "Tabel 1 a\n\n", "BAB I\n");
my ($n, %slow) = (20_000);
for my $where (sort keys %around) {
    for my $shape (@shapes) {
        my ($small, $big) = map { $around{$where}->($shape x ($_ / length $shape)) } $n, 4 * $n;
        my ($few, $many, $slow);
        for (1 .. 3) { # a machine that is busy with something else is asked again
            my $t = seconds($big);
            $many = $t if !defined $many || $t < $many;
            last if !($slow = $many > 0.4);
            $t = seconds($small);
            $few = $t if !defined $few || $t > $few;
            last if !($slow = $many > 8 * $few + 0.2);
        }
        $slow{$where} .= sprintf "%s: %.2f s for %d KB, %.2f s for %d KB\n", ($shape =~ s/([^ -~])/sprintf '\\x%02x', ord $1/ger), $few, $n / 1000, $many, 4 * $n / 1000 if $slow;
    }
    ok(!$slow{$where}, @shapes . " shapes in a $where") or diag($slow{$where});
}
done_testing;
