#!/usr/bin/perl
# What a document says comes through every output as text: nothing in it is markup, moves the cursor or breaks the format.
use strict;
use warnings;
use utf8;
use FindBin;
use File::Temp 'tempdir';
use JSON::PP;
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $dir = tempdir(CLEANUP => 1);
binmode $_, ':utf8' for Test::More->builder->output, Test::More->builder->failure_output;

sub save { my ($name, $text) = @_; open my $f, '>:utf8', "$dir/$name" or die; no warnings 'utf8'; print $f $text; close $f; "$dir/$name" }
sub output {
    my (@args) = @_;
    open my $p, '-|', $patuh, @args or die;
    my $bytes = do { local $/; <$p> } // '';
    close $p;
    ok(utf8::decode(my $text = $bytes), "@args[0 .. ($#args < 2 ? $#args : 2)]: UTF-8");
    return $text;
}

# Marks of YAML and of what is written, each in the three texts that all outputs show.
my $invisible = join '', map { chr } 0x85, 0x9b, 0x61c, 0x200e, 0x200f, 0x2028, 0x202a .. 0x202e, 0x2066 .. 0x2069, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff;
my $markup = q(\<b>x</b> <img src=x onerror=alert(1)> &amp; ]]> --> "k" 'k' `k` *k* _k_ ~~k~~ \[k](javascript:alert(1)) [k]: x \| y | z $x$ http://a.b www.a.b {k} ![k](x));
sub sop {
    my ($text) = @_;
    my $quoted = $text =~ s/([\\"])/\\$1/gr =~ s/([^ -~])/sprintf '\\U%08x', ord $1/ger;
    return "patuh: sop/1\nidentitas: {nama: \"$quoted\"}\nlangkah:\n" .
        join '', map { "  - nomor: $_\n    uraian: \"Menyusun $quoted\"\n    pelaksana: \"$quoted\"\n    waktu: \"sekejap $quoted\"\n" } 1, 2;
}
for my $case (['invisible', "a${invisible}b"], ['markup', $markup], ['text', "a${invisible}b $markup"]) {
    my ($name, $text) = @$case;
    my $file = $name eq 'text' ? save('t.txt', "Nomor SOP : 1 $text\nNama SOP : $text\n\n| No | Kegiatan | Staf $text | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n" .
            join '', map { "| $_ | Menyusun " . ($text =~ s/\|/¦/gr) . " | □ | x | sekejap " . ($text =~ s/\|/¦/gr) . " | x |\n" } 1, 2) : save("$name.yaml", sop($text));
    for my $command (['dump'], ['graph', '--format', 'svg'], ['graph', '--format', 'dot'], ['reviu', '--format', 'md'], ['reviu', '--format', 'json'],
                     map { ['check', '--format', $_] } qw(text compact md json json-temuan jsonl sarif sarif-temuan github gitlab junit checkstyle tap)) {
        my $out = output(@$command, '--today', '2025-06-30', $file);
        my $what = "@$command of $name";
        ok(length $out > ($name eq 'text' && $command->[0] eq 'check' ? -1 : 200), "$what says something") or diag($out);
        my @bad = $out =~ /([\x00-\x08\x0b-\x1f\x7f-\x9f\x{61c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{fdd0}-\x{fdef}\x{fffe}\x{ffff}\x{1fffe}\x{10ffff}])/;
        is_deeply([map { sprintf 'U+%04X', ord } @bad], [], "$what: no character that acts");
        ok(JSON::PP->new->decode($_), "$what is JSON") for $what =~ /jsonl/ ? split /\n/, $out : $what =~ /json|sarif|gitlab/ ? $out : ();
        if ($what =~ /dump|svg|junit|checkstyle/ && !system 'xmllint --version >/dev/null 2>&1') {
            my $xml = save('out.xml', $out);
            is(`xmllint --noout $xml 2>&1`, '', "$what is well-formed");
        }
        unlike($out, qr/<img|<b>/, "$what: no element of its own") if $what =~ /dump|svg|md|junit|checkstyle/;
        is(scalar(grep { !/^(::(error|warning|notice) file=[^,:]*,(line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=[A-Z]{2}\d{3} [a-z0-9-]+::| |\d+ dokumen)/ } split /\n/, $out), 0, 'annotations and nothing else') if $what =~ /github/;
        next unless $what =~ /reviu.* md /;
        # Behind the marks that are escaped nothing is left that Markdown knows, but for the frame of the checklist itself.
        my @left = grep { !/^\|---|^## |^$/ } split /\n/, $out =~ s/\\[\\`*_{}\[\]<>|&~\$:.)#+\-=]//gr =~ s/<br>//gr =~ s/^# //r;
        s/^\| | \|( |$)/ /g for @left;
        s/ \| / /g for @left;
        is_deeply([grep { m{[\\`*_\[\]<>|&~\$]|://|www\.} } @left], [], "$what: every mark is escaped");
    }
}
is(scalar(() = output('reviu', save('markup.yaml', sop($markup))) =~ /^\|(?:(?:[^\\|\n]|\\.)*\|){4}$/mg), scalar(() = output('reviu', save('plain.yaml', sop('x'))) =~ /^\|(?:(?:[^\\|\n]|\\.)*\|){4}$/mg),
    'no column more');
save('plain.yaml', sop('x'));
for (['# judul', '\# judul'], ['- butir', '\- butir'], ['1. butir', '1\. butir'], ['12) butir', '12\) butir'], ['===', '\==='], ['+ butir', '\+ butir']) {
    my ($name, $want) = @$_;
    my @lines = split /\n/, `$patuh reviu --stdin-name '$name' - <$dir/plain.yaml`;
    is($lines[2], $want, "$name: no heading or list out of a name");
}
# ---- names of files: any bytes but "/" and NUL
{
    my $odd = "$dir/odd";
    mkdir $odd or die;
    my $name = "a\"b\\c\n\x01\x1b[31m\xff\xef\xbf\xbe <&>'::error file=x,y%0A].yaml";
    open my $f, '>:raw', "$odd/$name" or die;
    print $f "patuh: sop/1\nidentitas: {nama: x}\nlangkah:\n  - {nomor: 1, uraian: '', pelaksana: Staf, waktu: 1 hari}\njumlah-waktu: 2 hari\n";
    close $f;
    for my $format (qw(text compact md json json-temuan jsonl sarif sarif-temuan github gitlab junit checkstyle tap)) {
        my $out = output('check', '--format', $format, '--today', '2025-06-30', $odd);
        my @bad = $out =~ /([\x00-\x08\x0b-\x1f\x7f-\x9f\x{fffe}\x{ffff}])/;
        is_deeply([map { sprintf 'U+%04X', ord } @bad], [], "$format: no character of a name that acts");
        like($out, qr/WK003/, "$format: its finding is there");
        ok(eval { JSON::PP->new->decode($_) }, "$format: JSON all the same") for $format eq 'jsonl' ? split /\n/, $out : $format =~ /json|sarif|gitlab/ ? $out : ();
        is(`xmllint --noout @{[save('odd.xml', $out)]} 2>&1`, '', "$format is well-formed") if $format =~ /junit|checkstyle/ && !system 'xmllint --version >/dev/null 2>&1';
        is(scalar(grep { /^::/ && !/^::(error|warning|notice) file=[^,:]*,/ } split /\n/, $out), 0, 'no command out of a name') if $format eq 'github';
        is(scalar(grep { !/^([A-Za-z0-9]|  )/ } split /\n/, $out), 0, 'no line out of a name') if $format eq 'tap';
    }
}
done_testing;
