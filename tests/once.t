#!/usr/bin/perl
# One of each: lists of the vocabulary stand once, and so do the small tools over characters.
use strict;
use warnings;
use FindBin;
use Test::More;
use File::Find qw(find);
chdir "$FindBin::Bin/.." or die;

sub slurp { open my $f, '<:encoding(UTF-8)', $_[0] or die "$_[0]: $!"; local $/; <$f> }
sub none { my ($name, @bad) = @_; ok(!@bad, $name) or diag(join "\n", @bad) }

# ---- lists: those of two files that share most of their words are one, or say here why they are two
my %two = (
    'citations: stop + documents: stops'           => 'words of titles of laws, and of names of papers: other words count in each',
    'citations: stop + identity: kata-umum'        => 'titles of laws; names of procedures, where "dinas" does not count either',
    'citations: words + headings: region-starts'   => 'before the name of a region in a citation, misprints and old names included; what a line begins with',
    'citations: kinds + documents: regulations'    => 'all forms of all kinds; what a paper of a regulation begins with',
    'citations: kinds + lists: citation-starts'    => 'all forms of all kinds, without case; as printed, where items have run together',
    'citations: kinds + lkjip: norm-title'         => 'all forms of all kinds; titles of documents',
    'columns: columns + flow: step-word'           => 'headings; before the number of a step in a sentence',
    'documents: plans + lkjip: other-title'        => 'short names with their words; titles of documents',
    'documents: stops + narrative: narrowing'      => 'names of papers; what makes a sentence be about a part',
    'headings: chart-starts + templates: chapters' => 'lines that name a procedure; chapters of other templates',
    'headings: unit-starts + offices: leads'       => 'lines of letterheads; who leads which unit',
    'identity: kata-umum + narrative: narrowing'   => 'words of names; what makes a sentence be about a part',
    'citations: words + lkjip-content: reviewed-ends' => 'before the name of a region; what ends the name of who was reviewed',
    'lkjip-content: reviewed-ends + narrative: behind' => 'what ends the name of who was reviewed; words behind a figure',
    'lkjip-content: reviewed-titles + lkjip: title' => 'inside the sentence of a statement of review; at the beginning of a document',
    'lkjip-content: headings + narrative: other-counts' => 'words of headings that ran together; what a sentence counts',
    'lkjip-content: run-headings + lkjip: columns' => 'single words of headings that ran together; headings as printed',
    'lkjip-content: run-headings + lkjip: heads'   => 'single words of headings that ran together; words that tell a column',
    'lkjip-content: single-words + narrative: narrowing' => 'what nobody writes twice; what makes a sentence be about a part',
    'narrative: holders + offices: leads'          => 'whom a sentence is about; who leads which unit',
    'narrative: holders + offices: units'          => 'whom a sentence is about; words that begin the name of a unit',
    'offices: leads + people: office-words'        => 'who leads which unit; words that stand in no name of a person',
    'citations: stop + offices: stops'             => 'titles of laws; what ends the name of an office',
    'documents: stops + offices: stops'            => 'names of papers; what ends the name of an office',
    'documents: unfinished + offices: stops'       => 'what no sentence ends with; what ends the name of an office',
    'documents: unfinished + verbs: purpose'       => 'what no sentence ends with; what opens a purpose',
    'documents: incoming + verbs: active'          => 'some of the active verbs',
    'documents: regulations + lists: citation-starts' => 'first words alone; forms as printed, of two words too',
    'documents: procedure + identity: kata-umum'   => 'some of the words of names',
    'flow: step-word + marks: ways'                => 'before the number of a step in a sentence; in a cell, where "ke" alone leads to it',
    'headings: region-starts + identity: jenis-unit' => 'one list; kinds with their officials, a list for each',
    'headings: unit-starts + offices: agencies'    => 'lines of letterheads; heads of agencies',
    'headings: unit-starts + narrative: holders'   => 'lines of letterheads; whom a sentence is about',
    'headings: unit-starts + offices: units'       => 'lines of letterheads, as printed; words in texts',
    'identity: singkatan + narrative: report-short' => 'abbreviations with their words; those of reports only',
    'identity: singkatan + narrative: report-long' => 'abbreviations with their words; words that follow "Laporan"',
    'identity: peringatan + verbs: condition'      => 'what a warning speaks of; what opens a condition',
    'months: hari + pages: days'                   => 'days in texts, where "minggu" is a week; as spreadsheets print them, from Sunday on',
    'lkjip: columns + narrative: capaian'          => 'headings; words of sentences',
    'lkjip: title + narrative: report-short'       => 'titles of reports; their abbreviations in sentences',
    'narrative: holders + people: office-words'    => 'whom a sentence is about; words that stand in no name of a person',
    'narrative: exceptions + verbs: purpose'       => 'by which "semua" is not all; what opens a purpose',
    'narrative: report-short + verbs: things'      => 'abbreviations of reports; things, not acts',
    'offices: agencies + people: office-words'     => 'heads of agencies; words that stand in no name of a person',
    'offices: own + people: office-words'          => 'words for the own agency; words that stand in no name of a person',
    'offices: stops + verbs: condition'            => 'what ends the name of an office; what opens a condition',
    'offices: stops + verbs: lead-ins'             => 'what ends the name of an office; what stands before the verb of a step',
    'offices: stops + verbs: purpose'              => 'what ends the name of an office; what opens a purpose',
    'offices: outside + people: office-starts'     => 'officials outside any unit; first words of offices',
    'units: pekerjaan-berat + verbs: active'       => 'some of the active verbs',
    'units: pekerjaan-ringan + verbs: active'      => 'some of the active verbs',
);
my %words; # "file: key" => {word => 1}
for my $path (glob 'rules/vocabulary/*.yaml') {
    my ($file) = $path =~ m{([^/]+)\.yaml$};
    next if $file eq 'words'; # the words that are known at all
    my $key = '';
    for my $line (split /\n/, slurp($path)) {
        $key = $1, $line =~ s/^[\w-]+:// if $line =~ /^([\w-]+):/;
        $line =~ s/(?:^|\s)#.*//;
        $line =~ s/[\w-]+:(?=\s)//g; # keys inside
        my @found = map { lc } grep { length } map { s/^\s+|\s+$//gr } map { s/["'\[\]{}]|^\s*-\s//gr } split /,/, $line;
        $words{"$file: $key"}{$_} = 1 for @found;
    }
}
ok(keys %words > 60, 'the lists are seen');
my (@twice, %used);
my @lists = sort keys %words;
for my $i (0 .. $#lists) {
    for my $k ($i + 1 .. $#lists) {
        my ($x, $y) = @words{ @lists[$i, $k] };
        next if (split /:/, $lists[$i])[0] eq (split /:/, $lists[$k])[0];
        ($x, $y) = ($y, $x) if keys %$x > keys %$y;
        my $shared = grep { $y->{$_} } keys %$x;
        next if $shared < 4 || $shared * 10 < keys(%$x) * 7;
        my $pair = "$lists[$i] + $lists[$k]";
        $used{$pair} = 1;
        push @twice, "$pair share $shared of " . keys(%$x) unless $two{$pair};
    }
}
none('a list stands in one file, or a reason is given why two share most of their words', @twice);

none('no reason is left over', grep { !$used{$_} } sort keys %two);

# ---- tools
my @sources;
find({no_chdir => 1, wanted => sub { push @sources, $_ if /\.[ch]$/ && !m{/read/pdf/} }}, 'checker');
my (@classes, @roman, @bullets, @tokens);
for my $file (sort @sources) {
    my $text = slurp($file) =~ s{/\*.*?\*/}{}gsr;
    push @classes, $file if $file ne 'checker/base/chars.h' && $text =~ />= '([0aA])' && [^;\n]{1,40} <= '[9zZ]'/;
    push @roman, $file if $file !~ m{^checker/(language/marker|read/office/printed)\.c$} && $text =~ /"(?:III|iii)"/;
    push @bullets, $file if $file ne 'checker/language/marker.c' && $text =~ /"▪", |"◦", "/ && $text !~ /"▪", "●", "\*  "/;
    push @tokens, $file if $file !~ m{^checker/(language/token|rules/scan)\.} && $text =~ /^enum token_kind|^struct token \{|^struct lexeme \{/m;
}
none('classes of characters stand in base/chars.h', @classes);
none('Roman numbers are read in language/marker.c', @roman);
none('bullets stand in language/marker.c', @bullets);
none('tokens are cut in language/token.c', @tokens);
# ---- words for damage: the four of checker/README.md (torn, loose, cut, unread) and no others as names, where documents are read and judged
sub names { my $s = slurp($_[0]); $s =~ s{/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'}{ }gs; return $s =~ /\b([A-Za-z_]\w*)\b/g }
my @judging = grep { /\.[ch]$/ } map { my @f; find({ no_chdir => 1, wanted => sub { push @f, $_ } }, $_); @f } 'include/stage', map { "checker/$_" } qw(read recognise model analyse domain view);
my %other = map { $_ => 1 } qw(W_package_broken W_package_part_broken W_pdf_broken); # of whole files: what the program says of them
my @damage = map { my $f = $_; map { "$f: $_" } grep { /(?:^|_)(?:broken|lost)(?:_|$)/ && !$other{$_} } names($f) } @judging;
none('damage has four names', @damage);
none('kinds are enums, not letters', map { my $f = $_; map { "$f: $_" } slurp($f) =~ /\bchar what\b/g } @judging);
ok((grep { $_ eq 'unread' } map { names($_) } @judging) > 10, 'which are used');

done_testing;
