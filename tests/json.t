#!/usr/bin/perl
# The JSON: valid, and of the documented shape in every member, whatever the document holds.
use strict;
use warnings;
use FindBin;
use File::Temp 'tempdir';
use JSON::PP;
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $dir = tempdir(CLEANUP => 1);

sub save { my ($name, $bytes) = @_; open my $f, '>:raw', "$dir/$name" or die; print $f $bytes; close $f; "$dir/$name" }
sub check {
    my ($want, @args) = @_;
    open my $p, '-|:raw', $patuh, 'check', '--format', 'json', '--today', '2025-06-30', @args or die;
    my $text = do { local $/; <$p> };
    close $p;
    is($? >> 8, $want, "status $want: " . join ' ', map { s/[^ -~]/?/gr } @args);
    my $json = eval { JSON::PP->new->utf8->decode($text) };
    ok($json, 'valid JSON') or diag($@);
    return $json;
}

# ---- the shape. '?x' may be null, '=x' is a fixed set, code is called.
my %severity = map { $_ => 1 } qw(galat peringatan catatan);
my %outcome = map { $_ => 1 } qw(temuan lolos tidak-berlaku tidak-dapat-diperiksa);
my %status = map { $_ => 1 } qw(verified copy recalled convention arithmetic logic register);
my %number = map { $_ => 1 } qw(line column end_line end_column column_utf16 end_column_utf16 page table row);
my %text = map { $_ => 1 } qw(column_name id);
my @wrong;
sub keys_are { my ($what, $h, @want) = @_; my $got = join ' ', sort keys %$h; my $want = join ' ', sort @want; push @wrong, "$what: $got, not $want" if $got ne $want }
sub location {
    my ($what, $l) = @_;
    for (keys %$l) {
        push @wrong, "$what: $_" unless $number{$_} && JSON::PP::->can('new') && $l->{$_} =~ /^[1-9]\d*$/ || $text{$_} && length $l->{$_};
    }
    push @wrong, "$what: line without the rest" if $l->{line} && grep { !$l->{$_} } qw(column end_line end_column);
    push @wrong, "$what: ends before it begins" if $l->{line} && ($l->{end_line} < $l->{line} || $l->{end_line} == $l->{line} && $l->{end_column} < $l->{column});
}
sub finding {
    my ($f, $set) = @_;
    keys_are('finding', $f, qw(rule name title severity message hint element step subject quote location related basis fix), $set ? 'path' : ());
    push @wrong, "id $f->{rule}" unless $f->{rule} =~ /^[A-Z]{2}\d{3}$/;
    push @wrong, "severity $f->{severity}" unless $severity{ $f->{severity} };
    push @wrong, "empty message of $f->{rule}" unless length $f->{message};
    push @wrong, "unexpanded message of $f->{rule}: $f->{message}" if $f->{message} =~ /\{[\w@.\/]+\}/;
    push @wrong, "step \"$f->{step}\"" if defined $f->{step} && $f->{step} =~ /\.$/;
    location('finding', $f->{location});
    keys_are('related', $_, qw(path location message)), location('related', $_->{location}) for @{ $f->{related} };
    keys_are('basis', $f->{basis}, qw(text status));
    push @wrong, "status of $f->{rule}" unless $status{ $f->{basis}{status} };
    return unless $f->{fix};
    keys_are('fix', $f->{fix}, qw(safe edits));
    keys_are('edit', $_, qw(offset length text)) for @{ $f->{fix}{edits} };
}
sub shape {
    my ($json, $name) = @_;
    @wrong = ();
    keys_are('top', $json, qw(schema tool lang documents set skipped));
    keys_are('tool', $json->{tool}, qw(name version));
    for (@{ $json->{skipped} }) {
        keys_are('skipped', $_, qw(path reason message));
        push @wrong, "reason $_->{reason}" unless $_->{reason} =~ /^(other|binary|empty|ignored)$/;
    }
    push @wrong, 'schema' unless $json->{schema} == 1;
    for my $d (@{ $json->{documents} }) {
        keys_are('document', $d, qw(path part kind reader findings suppressed rules unread not_understood time error));
        keys_are('unread', $_, qw(page reason)) for @{ $d->{unread} };
        finding($_, 0) for @{ $d->{findings} };
        keys_are('time', $d->{time}, qw(shortest longest sum)) if $d->{time};
        push @wrong, "not understood: $_" for grep { !length || ref } @{ $d->{not_understood} };
        keys_are('error', $d->{error}, qw(message location began)) if $d->{error};
        push @wrong, 'kind' unless !defined $d->{kind} || $d->{kind} =~ /^(sop|lkjip)$/;
    }
    keys_are('set', $json->{set}, qw(findings rules));
    finding($_, 1) for @{ $json->{set}{findings} };
    for my $rules ($json->{set}{rules}, map { $_->{rules} } @{ $json->{documents} }) {
        for (values %$rules) {
            keys_are('outcome', $_, qw(outcome reason unchecked), exists $_->{gap} ? 'gap' : ());
            push @wrong, 'gap' if exists $_->{gap} && !($_->{outcome} eq 'temuan' && $_->{unchecked} && length $_->{gap});
            push @wrong, "outcome $_->{outcome}" unless $outcome{ $_->{outcome} };
            push @wrong, 'reason' if defined $_->{reason} xor $_->{outcome} eq 'tidak-dapat-diperiksa';
        }
    }
    ok(!@wrong, "$name: the documented shape") or diag(join "\n", @wrong);
}

my $good = `$patuh init sop`;
my $json = my $good_json = check(0, save('good.yaml', $good));
shape($json, 'a good definition');
is_deeply([map { $_->{kind}, $_->{reader}, $_->{error} } @{ $json->{documents} }], ['sop', 'yaml', undef], 'kind and reader');
is_deeply($json->{documents}[0]{findings}, [], 'no findings');

(my $bad = $good) =~ s/^jumlah-waktu: .*/jumlah-waktu: 9 hari/m;
my $id = check(1, save('bad.yaml', $bad));
shape($id, 'a finding');
my ($f) = @{ $id->{documents}[0]{findings} };
my $line = 1 + (() = substr($bad, 0, index($bad, 'jumlah-waktu:')) =~ /\n/g);
is_deeply($f->{location}, { line => $line, column => 15, end_line => $line, end_column => 21 }, 'its place');
is($f->{element}, '/sop/jumlah-waktu', 'its element');
is($f->{quote}, '9 hari', 'its quote');
my ($sum) = $good =~ /^jumlah-waktu: (.*?)\s*(?:#.*)?$/m;
is_deeply($f->{fix}, { safe => JSON::PP::true, edits => [{ offset => index($bad, '9 hari'), length => 6, text => $sum }] }, 'its fix: one edit, counted in bytes of the file');
my $en = check(1, '--lang', 'en', "$dir/bad.yaml");
is($en->{lang}, 'en', 'English');
isnt($en->{documents}[0]{findings}[0]{message}, $f->{message}, 'another message');
is($en->{documents}[0]{findings}[0]{$_}, $f->{$_}, "the same $_") for qw(rule name severity element quote);

# ---- offsets in other encodings
(my $wide = $bad) =~ s/Dinas Kearsipan/Dinas \x{e9}\x{201c}Arsip\x{201d} \x{1F600}/;
for (['UTF-8 with a BOM', 'utf8', "\xEF\xBB\xBF"], ['UTF-16LE', 'UTF-16LE', "\xFF\xFE"], ['UTF-16BE', 'UTF-16BE', "\xFE\xFF"]) {
    require Encode;
    my ($name, $encoding, $bom) = @$_;
    my $bytes = $bom . Encode::encode($encoding, $wide);
    my $r = check(1, save('wide.yaml', $bytes));
    shape($r, $name);
    my ($g) = grep { $_->{rule} eq 'WK003' } @{ $r->{documents}[0]{findings} };
    is_deeply($g->{location}, $f->{location}, "$name: the same line and column");
    my ($e) = @{ $g->{fix}{edits} };
    is(substr($bytes, $e->{offset}, $e->{length}), Encode::encode($encoding, '9 hari'), "$name: bytes of the file");
}

# ---- what cannot be read
shape(check(3, "$dir/none"), 'a missing file');
my $broken = check(3, save('broken.yaml', "patuh: sop/1\nidentitas: {nomor: 1\nlangkah: [\n"));
shape($broken, 'broken YAML');
ok($broken->{documents}[0]{error}{location}{line}, 'with the place where it broke');
ok($broken->{documents}[0]{error}{began}{line}, 'and where that began');
shape(check(3, save("odd\"\\\n\x01\xff.txt", "\x1b[31mhai\x07\n")), 'an odd name');
save($_->[0], $_->[1]) for ['catatan.txt', 'Catatan rapat.'], ['kosong.md', ''];
my $walked = check(3, $dir);
shape($walked, 'files passed over');
is_deeply([map { [$_->{path} =~ s{.*/}{}r, $_->{reason}] } grep { $_->{path} =~ m{[a-z]+[.](txt|md)$} && $_->{path} !~ m{odd} } @{ $walked->{skipped} }], [['catatan.txt', 'other'], ['kosong.md', 'empty']], 'each with its reason');
shape(check(1, 'corpus/sop'), 'the corpus');
# ---- the schema of it
open my $p, '-|:raw', $patuh, 'schema', 'output' or die;
my $schema = JSON::PP->new->utf8->decode(do { local $/; <$p> });
close $p;
is_deeply([sort @{ $schema->{required} }], [sort keys %$good_json], 'patuh schema output asks for what is there');
is_deeply([sort keys %{ $schema->{'$defs'}{finding}{properties} }], [sort 'path', 'suppression', keys %$f], 'and knows each member of a finding');
is(system("$patuh schema keluaran >/dev/null 2>&1") >> 8, 2, 'no other schema');
done_testing;
