#!/usr/bin/perl
# Reports of corpus/lkjip printed to PDF by LibreOffice: the same findings as in the text or HTML they are made of, but for those in
# differences.txt, each with its reason. `make test-pdf` installs LibreOffice and runs this.
use strict;
use warnings;
use FindBin;
use Test::More;
use File::Temp qw(tempdir);
use File::Basename qw(basename);
use JSON::PP;

chdir "$FindBin::Bin/../.." or die;
my $patuh = $ENV{PATUH} // 'build/patuh';
my $work = tempdir(CLEANUP => 1);
plan skip_all => 'no LibreOffice' if system('command -v soffice >/dev/null 2>&1');
my %differs;
open my $d, '<', 'tests/printed/differences.txt' or die;
while (<$d>) { $differs{$1}{$2} = $3 if /^(\S+)\s+([+-]\w+)\s+(\S.*)/ }

sub slurp { open my $f, '<:raw', $_[0] or die "$_[0]: $!"; local $/; <$f> }
# A text as a page shows it: in letters of one width, small enough for its longest line.
sub page_of {
    my ($text) = @_;
    my $longest = (sort { $b <=> $a } map { length } split /\n/, $text)[0];
    my $size = $longest > 150 ? 5 : $longest > 110 ? 6.5 : 8;
    my $tags = $text =~ /<table/i;
    $text =~ s/&/&amp;/g, $text =~ s/</&lt;/g unless $tags;
    $text =~ s{((?:^[^\n]*\t[^\n]*\n)+)}{ # columns between tabs: a table
        join '', '</pre><table border="1" cellspacing="0">', (map { '<tr>' . join('', map "<td>$_</td>", split /\t/, $_, -1) . '</tr>' } split /\n/, $1), '</table><pre>' }gme;
    $text =~ s/\f/<\/pre><p style="page-break-before: always"><\/p><pre>/g;
    "<html><head><meta charset=\"utf-8\"><style>\@page { size: A4 landscape; margin: 1cm } pre { font-family: 'Liberation Mono'; font-size: ${size}pt }</style></head><body><p>&nbsp;</p><pre>\n$text</pre></body></html>";
}
# Markdown: headings, tables of pipes, lists line by line, paragraphs.
sub marked_up {
    my ($text) = @_;
    $text =~ s/&/&amp;/g, $text =~ s/</&lt;/g;
    $text =~ s{((?:^\|[^\n]*\n)+)}{
        my @rows = grep { !/^\|[-:| ]+\|\s*$/ } split /\n/, $1;
        '<table border="1" cellspacing="0">' . join('', map { s/^\||\|\s*$//g; '<tr>' . join('', map "<td>$_</td>", split /\|/, $_, -1) . '</tr>' } @rows) . "</table>\n\n" }gme;
    $text =~ s{^(#+) (.*)$}{"\n<h" . length($1) . ">$2</h" . length($1) . ">\n"}gme;
    $text =~ s{\*\*([^*]+)\*\*}{<b>$1</b>}g;
    $text =~ s{\n(?=\s*(?:[-*]|\d+\.|[a-z]\.) )}{<br>\n}g;
    $text =~ s{\n\s*\n}{</p>\n<p>}g;
    "<html><head><meta charset=\"utf-8\"><style>\@page { size: A4 landscape; margin: 1.5cm } td { font-size: 9pt }</style></head><body><p>$text</p></body></html>";
}
my @reports = grep { /\.(html|txt|md)$/ && !/PROVENANCE/ } glob 'corpus/lkjip/*';
for my $report (@reports) {
    my $html = slurp($report);
    (my $name = basename $report) =~ s/\.\w+$//;
    # Browsers and Word draw the borders that a table asks for; LibreOffice only those.
    $html =~ s/<table\b(?![^>]*border=)/<table border="1" cellspacing="0"/g;
    $html = page_of($html) if $report =~ /txt$/;
    $html = marked_up($html) if $report =~ /md$/;
    open my $f, '>:raw', "$work/$name.html" or die; print $f $html; close $f;
}
system("cd '$work' && timeout 300 soffice -env:UserInstallation=file://$work/profile --headless --convert-to pdf:writer_web_pdf_Export *.html >/dev/null 2>&1");
sub findings {
    my $json = `"$patuh" check --format json --today 2025-06-30 "$_[0]" 2>/dev/null`;
    my $r = eval { decode_json($json) } or return { unread => 1 };
    my %n;
    $n{ $_->{rule} }++ for map { @{ $_->{findings} } } @{ $r->{documents} };
    \%n;
}
for my $report (@reports) {
    (my $name = basename $report) =~ s/\.\w+$//;
    my ($text, $pdf) = (findings($report), findings("$work/$name.pdf"));
    my @off;
    for my $rule (sort keys %{ { %$text, %$pdf } }) {
        my $by = ($pdf->{$rule} // 0) - ($text->{$rule} // 0);
        my $sign = ($by < 0 ? '-' : '+') . $rule;
        push @off, "$sign ($by)" if $by && !delete $differs{$name}{$sign};
    }
    ok(!@off, "$report: the same on paper") or diag("@off");
    ok(!%{ $differs{$name} || {} }, "$report: nothing listed that does not differ") or diag(join ' ', keys %{ $differs{$name} });
}
done_testing;
