#!/usr/bin/perl
# Which files of a folder are looked at: .gitignore files as git has them, without git. git is asked for what is right.
use strict;
use warnings;
use FindBin;
use File::Path 'make_path';
use File::Temp 'tempdir';
use JSON::PP;
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';
$patuh = "$FindBin::Bin/../$patuh" unless $patuh =~ m{^/};
plan skip_all => 'no git' if system('git --version >/dev/null 2>&1');
$ENV{GIT_CONFIG_GLOBAL} = $ENV{GIT_CONFIG_SYSTEM} = '/dev/null';

my @tree = (qw(a.txt b.txt ab.txt abc.md sub/a.txt sub/b.txt sub/deep/a.txt sub/deep/down/c.txt out/a.txt out/in/b.txt sub/out/z.txt
    x1.txt x2.txt xa.txt foo/bar/baz.txt foo/qux/bar/baz.txt foo/baz.txt bar/foo/a.txt lone), 'with blank.txt', 'end ', 'br[ack]et.txt', '#hash', '!bang',
    'st*r.txt', 'que?.txt', 'back\\slash.txt');
sub save { my ($file, $text) = @_; $file =~ m{(.*)/} and make_path($1); open my $f, '>:raw', $file or die "$file: $!"; print $f $text; close $f }

# What patuh looked at below $at, seen from $dir: everything is passed over, and named for it.
sub looked_at {
    my ($dir, $at, @more) = @_;
    open my $p, '-|', 'sh', '-c', 'cd "$1" && shift && exec "$@" 2>/dev/null', '-', $dir, $patuh, 'check', '--format', 'json', @more, $at or die;
    my $json = decode_json(do { local $/; <$p> });
    close $p;
    return join ' ', sort map { $_->{path} } grep { $_->{reason} ne 'ignored' } @{ $json->{skipped} };
}
sub git_says {
    my ($dir, $at) = @_;
    open my $p, '-|', 'git', '-C', $dir, 'ls-files', '-oz', '--exclude-standard', $at or die;
    my @all = split /\0/, do { local $/; <$p> // '' };
    close $p;
    return join ' ', sort grep { !m{(^|/)\.} } @all;
}
sub tree {
    my (%ignore) = @_;
    my $dir = tempdir(CLEANUP => 1);
    save("$dir/$_", 'x') for @tree;
    save("$dir/$_", $ignore{$_}) for keys %ignore;
    system("git -C '$dir' init -q") and die;
    return $dir;
}
my @cases = (
    "*.txt\n", "a.txt\n", "/a.txt\n", "sub\n", "sub/\n", "lone/\n", "/sub/a.txt\n", "sub/a.txt\n", "sub/*\n", "sub/**\n", "**/a.txt\n", "**/deep\n",
    "foo/**/bar\n", "foo/**/baz.txt\n", "/**/baz.txt\n", "foo/*/baz.txt\n", "*.txt\n!a.txt\n", "sub/\n!sub/a.txt\n", "sub/*\n!sub/a.txt\n", "# *.txt\n\n\n",
    "\\#hash\n", "\\!bang\n", "#hash\n", "!bang\n", "x[0-9].txt\n", "x[!0-9].txt\n", "x[^0-9].txt\n", "x[12a].txt\n", "x[]-a].txt\n", "x[1\n", "br\\[ack\\]et.txt\n",
    "br[[]ack]et.txt\n", "st\\*r.txt\n", "que\\?.txt\n", "que?.txt\n", "back\\\\slash.txt\n", "a.txt   \n", "end\\ \n", "with blank.txt\n", "*\n", "*\n!*/\n!*.md\n", "**\n", "/*\n!/sub\n",
    "\xEF\xBB\xBFa.txt\n", "a.txt\r\nb.txt\r\n", "?.txt\n", "*b*.txt\n", "a*c.md\n", "***.md\n", "sub/**/down/\n", "/\n", "!\n", "\\\n", "foo/**/\n", "**/\n",
    "*/a.txt\n", "**/foo/**\n", "foo/**/qux/**/baz.txt\n", "sub/deep/**\n!sub/deep/down\n", "out/\n!out/\n", "b.txt", "x[2-1].txt\n", "x[a-].txt\n",
);
for my $case (@cases) {
    my $dir = tree('.gitignore' => $case);
    is(looked_at($dir, '.'), git_says($dir, '.'), $case =~ s/\n/\\n/gr);
}
my $dir = tree('.gitignore' => "*.txt\n", 'sub/.gitignore' => "!a.txt\n/b.txt\n", 'sub/deep/.gitignore' => "a.txt\n");
is(looked_at($dir, '.'), git_says($dir, '.'), 'a .gitignore further down has the last word');
is(looked_at($dir, 'sub'), git_says($dir, 'sub'), 'those above a folder that is named count');
is(looked_at("$dir/sub", 'deep') =~ s{(\S+)}{sub/$1}gr, git_says($dir, 'sub/deep'), 'two levels above, too');
is(looked_at("$dir/sub", '../out'), '', 'and by another way to it');

$dir = tree('.gitignore' => "out/\nbar\n");
like(looked_at($dir, 'out'), qr{^out/a.txt out/in/b.txt$}, 'a folder that is named is looked at, whatever a .gitignore above says of it');
like(looked_at($dir, 'bar/foo'), qr{^bar/foo/a.txt$}, 'or of a folder above it');
$dir = tree('.gitignore' => "*\n");
is(looked_at($dir, 'sub'), 'sub/a.txt sub/b.txt sub/deep/a.txt sub/deep/down/c.txt sub/out/z.txt', 'or of everything');

# ---- neither a pipe nor a link is read
SKIP: {
    $dir = tree('b.md' => 'x');
    skip 'no mkfifo', 2 if system("mkfifo '$dir/.gitignore'");
    save("$dir/../patterns.$$", "*.txt\n");
    symlink "../patterns.$$", "$dir/sub/.gitignore" or die;
    local $SIG{ALRM} = sub { die "it hangs\n" };
    alarm 20;
    is(eval { looked_at($dir, '.') } // $@, git_says_without($dir), 'a pipe or a link called .gitignore is none');
    alarm 0;
    unlink "$dir/../patterns.$$";
}
sub git_says_without { my ($dir) = @_; unlink "$dir/.gitignore", "$dir/sub/.gitignore"; return git_says($dir, '.') }

# ---- what one costs is bounded
$dir = tree('.gitignore' => join('', ('*a' x 20 . "b\n") x 20_000));
save("$dir/" . "a" x 200, "x");
my ($began) = times;
looked_at($dir, '.');
ok((times)[2] < 20, 'twenty thousand patterns that nearly match');
done_testing;
