#!/bin/sh
# `make install`, and a foreign program against what it installed.
. "$(dirname "$0")/lib.sh"
unset MAKEFLAGS MAKELEVEL MFLAGS
make --no-print-directory BUILD="$(dirname "$PLAIN")" DESTDIR="$work/root" PREFIX=/opt/patuh install >"$work/log" 2>&1
ok $? 'make install with DESTDIR and PREFIX' || show "$work/log"
prefix=$work/root/opt/patuh
version=$(sed -n 's/^#define PATUH_VERSION "\(.*\)"/\1/p' include/patuh.h)
is "$(cd "$prefix" && find . ! -type d ! -name patuh-pdf | sort | tr '\n' ' ')" \
    "./bin/patuh ./include/patuh.h ./lib/libpatuh.a ./lib/libpatuh.so ./lib/libpatuh.so.${version%%.*} ./lib/libpatuh.so.$version ./lib/pkgconfig/patuh.pc \
./share/bash-completion/completions/patuh ./share/fish/vendor_completions.d/patuh.fish ./share/man/id/man1/patuh.1 ./share/man/man1/patuh.1 ./share/zsh/site-functions/_patuh " \
    'the program, the header, both libraries, manual pages, completions, and nothing else'
is "$(cd / && "$prefix/bin/patuh" --version)" "patuh $(sed -n 's/^#define PATUH_VERSION "\(.*\)"/\1/p' include/patuh.h)" \
    'the installed program runs anywhere'
# ---- what the libraries show
is "$(nm -g --defined-only "$prefix/lib/libpatuh.a" | sed -n 's/^[0-9a-f]* [A-Z] //p' | grep -v '^patuh_' | head -3)" '' 'libpatuh.a shows patuh_* alone'
is "$(nm -D --defined-only "$prefix/lib/libpatuh.so" | sed -n 's/^[0-9a-f]* [A-Z] //p' | grep -v '^patuh_' | head -3)" '' 'libpatuh.so, too'
declared=$(grep -o '^PATUH_API [^(]*' include/patuh.h | sed 's/.*[ *]//' | sort | tr '\n' ' ')
is "$(nm -g --defined-only "$prefix/lib/libpatuh.a" | sed -n 's/^[0-9a-f]* T //p' | sort | tr '\n' ' ')" "$declared" 'all that patuh.h declares'
readelf -d "$prefix/lib/libpatuh.so" | grep -q "soname: \[libpatuh.so.${version%%.*}\]"
ok $? 'the shared library has a version'

# ---- a foreign program, with names of its own that the library uses inside
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$work/root"
is "$(pkg-config --modversion patuh)" "$version" 'patuh.pc'
{ cat tests/example.c; echo 'int word(void); int say(void); int analyse(void); int word(void) { return 1; } int say(void) { return 2; } int analyse(void) { return 3; }'; } >"$work/example.c"
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror -I"$prefix/include" -o "$work/example" "$work/example.c" "$prefix/lib/libpatuh.a" \
    $(PKG_CONFIG_SYSROOT_DIR='' pkg-config --libs $(sed -n 's/^Requires.private: //p' "$prefix/lib/pkgconfig/patuh.pc")) -lm >"$work/log" 2>&1
ok $? 'the example program compiles against patuh.h alone' || show "$work/log"
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror -o "$work/shared" "$work/example.c" $(pkg-config --cflags --libs patuh) >"$work/log" 2>&1
ok $? 'and against the shared library, which brings its own' || show "$work/log"
sample=corpus/sop/balangan-dinas-perpustakaan-2024.txt
"$work/example" "$sample" >"$work/out" 2>&1
ok $? 'and runs' || show "$work/out"
has out '[WK003]' 'and prints what the command line prints'
is "$(wc -l <"$work/out")" "$("$PLAIN" check --format json --today 2025-06-30 "$sample" | perl tests/findings.pl | wc -l)" 'as many findings'
cp "$work/out" "$work/static"
LD_LIBRARY_PATH="$prefix/lib" "$work/shared" "$sample" >"$work/out" 2>&1
is "$(cksum <"$work/out")" "$(cksum <"$work/static")" 'the same with the shared library'

# ---- hardened, unless the build says otherwise
readelf -dW "$prefix/bin/patuh" | grep -q 'BIND_NOW' && readelf -lW "$prefix/bin/patuh" | grep -q GNU_RELRO
ok $? 'addresses are bound at the start, and read-only then'
nm -D "$prefix/bin/patuh" | grep -q __stack_chk_fail
ok $? 'the stack is checked'
nm -D "$prefix/bin/patuh" | grep -q '__.*_chk@'
ok $? 'so are string functions'
[ "$(wc -l <tests/example.c)" -le 36 ]
ok $? 'the example is short'
finish
