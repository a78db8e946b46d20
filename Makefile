# patuh: a static analyser of Indonesian government documents. `make help` lists the targets.

PREFIX ?= /usr/local
BUILD ?= build
CFLAGS ?= -O3 -g
SANITIZE ?= -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1 -g1
WARNINGS = -std=c11 -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
VERSION := $(shell sed -n 's/^\#define PATUH_VERSION "\(.*\)"/\1/p' include/patuh.h)
PACKAGES = libxml-2.0 yaml-0.1 libutf8proc hunspell libzip
PROGRAM_PACKAGES = jansson # what the program needs and the library does not

# What makes a fault of memory end instead of serving somebody: checks of the stack and of string functions, jumps only to where functions
# begin, tables of addresses that cannot be written. The sanitizers see more, and want none of it.
HARDEN ?= -fstack-protector-strong $(if $(filter-out -O0,$(filter -O%,$(CFLAGS))),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2) \
          $(if $(findstring x86_64,$(MACHINE)),-fcf-protection)
HARDEN_LINK ?= -Wl,-z,relro,-z,now
MACHINE := $(shell $(CC) -dumpmachine)

# The sanitizer build lives beside the plain one: `make BUILD=build/san CFLAGS="$(SANITIZE)" LDFLAGS="$(SANITIZE)" HARDEN= HARDEN_LINK=`.
SAN = $(MAKE) --no-print-directory BUILD=build/san CFLAGS="$(SANITIZE)" LDFLAGS="$(SANITIZE)" HARDEN= HARDEN_LINK=

ifneq ($(filter-out help clean demo test test-office test-pdf test-outputs test-packages bench prepare,$(or $(MAKECMDGOALS),all)),)
ifneq ($(shell pkg-config --exists $(PACKAGES) $(PROGRAM_PACKAGES) && echo yes),yes)
$(error patuh: libraries are missing ($(PACKAGES) $(PROGRAM_PACKAGES), with headers): `make demo` installs them, or names them for an administrator)
endif
LIB_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) $(PROGRAM_PACKAGES))
LIBS := $(shell pkg-config --libs $(PACKAGES)) -lm
PROGRAM_LIBS := $(LIBS) $(shell pkg-config --libs $(PROGRAM_PACKAGES))
endif

# Every C file below checker/, however deep, belongs to the library but for the programs' own.
SOURCES := $(sort $(shell find checker -name '*.c' ! -path 'checker/cli/main.c' ! -path 'checker/embed/*' ! -path 'checker/read/pdf/*'))
OBJECTS = $(SOURCES:checker/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/embedded.o $(BUILD)/obj/laws.o
DATA = $(sort $(wildcard rules/*.yaml rules/*/*.yaml))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
LINK = $(CC) $(CFLAGS) $(HARDEN) $(HARDEN_LINK) $(LDFLAGS)
FLAGS = $(CC) $(WARNINGS) $(CFLAGS) $(HARDEN) -fPIC -fvisibility=hidden $(CPPFLAGS)
COMPILE = $(FLAGS) -Iinclude -Ichecker -I$(BUILD)/include $(LIB_CFLAGS) -MMD -MP

# patuh-pdf is a program of its own, under a licence of its own, and needs MuPDF; without it patuh says so of a PDF.
PDF_LIBS = -lmupdf -lmupdf-third -lmujs -lgumbo -lopenjp2 -ljbig2dec -ljpeg -lfreetype -lz -lm
ifneq ($(filter-out help clean demo test test-office test-pdf test-outputs test-packages bench prepare,$(or $(MAKECMDGOALS),all)),)
PDF := $(shell mkdir -p $(BUILD) && printf '\043include <mupdf/fitz.h>\nint main(void) { return 0; }\n' | \
    $(CC) -x c - -o $(BUILD)/mupdf.try $(PDF_LIBS) >/dev/null 2>&1 && echo $(BUILD)/patuh-pdf)
endif
PDF_OBJECTS = $(patsubst checker/%.c,$(BUILD)/obj/%.o,$(wildcard checker/read/pdf/*.c))

.PHONY: all lib share units demo test test-office test-pdf test-outputs test-packages bench fuzz fuzz-ci fuzz-keep fuzz-targets coverage tidy bless prepare install clean help
all: $(BUILD)/patuh $(PDF)
lib: $(BUILD)/libpatuh.a $(BUILD)/libpatuh.so $(BUILD)/patuh.pc
units: $(UNITS) $(BUILD)/patuh $(BUILD)/layout $(BUILD)/mutate $(PDF)

$(BUILD)/patuh: $(BUILD)/obj/cli/main.o $(BUILD)/all.a
	$(LINK) -o $@ $^ $(PROGRAM_LIBS)
	@$@ rules --lang en --rules-only rules >/dev/null || { rm -f $@; exit 1; } # proved here, taken as they are from then on

# All of it, for the program and the tests; and the library for others, which shows what patuh.h declares and nothing else.
$(BUILD)/all.a: $(OBJECTS)
	@echo '$(AR) rcs $@ …'
	@rm -f $@ && $(AR) rcs $@ $^

PUBLIC = $(filter-out $(BUILD)/obj/cli/% $(BUILD)/obj/draw/% $(BUILD)/obj/merge/%,$(OBJECTS))
SONAME = libpatuh.so.$(firstword $(subst ., ,$(VERSION)))
$(BUILD)/libpatuh.a: $(PUBLIC)
	@echo '$(CC) -r -o $@ …'
	@$(CC) -r -nostdlib -o $(BUILD)/libpatuh.o $^
	@objcopy --localize-hidden $(BUILD)/libpatuh.o
	@rm -f $@ && $(AR) rcs $@ $(BUILD)/libpatuh.o
$(BUILD)/libpatuh.so: $(PUBLIC)
	@echo '$(CC) -shared -o $@ …'
	@$(LINK) -shared -Wl,-soname,$(SONAME) -o $@ $^ $(LIBS)
$(BUILD)/patuh.pc: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' 'Name: patuh' \
	    'Description: checks Indonesian government documents (SOP AP, LKjIP)' 'Version: $(VERSION)' 'Requires.private: $(PACKAGES)' \
	    'Libs: -L$${libdir} -lpatuh' 'Libs.private: -lm' 'Cflags: -I$${includedir}' >$@

# Objects made with other flags are made again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@
$(BUILD)/obj/%.o: checker/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(BUILD)/patuh-pdf: $(PDF_OBJECTS) $(patsubst checker/%.c,$(BUILD)/obj/%.o,$(filter-out %/bundle.c,$(wildcard checker/base/*.c)))
	$(LINK) -o $@ $^ $(PDF_LIBS) $(LIBS)

# The rules, registry and vocabulary as constant data. The list of files is a prerequisite, so that a deleted rule goes too.
$(BUILD)/embed: $(patsubst checker/%.c,$(BUILD)/obj/%.o,$(wildcard checker/base/*.c)) $(BUILD)/obj/embed/main.o $(BUILD)/obj/embed/laws.o
	$(LINK) -o $@ $(filter-out $(BUILD)/obj/base/bundle.o,$^) $(LIBS)
$(BUILD)/data.list: FORCE
	@mkdir -p $(@D)
	@echo '$(DATA)' | cmp -s - $@ || echo '$(DATA)' >$@
$(BUILD)/embedded.c: $(BUILD)/embed $(BUILD)/data.list $(DATA)
	@echo '$(BUILD)/embed rules/ … >$@'
	@$(BUILD)/embed rules/ $(DATA) >$@.new
	@mv $@.new $@
$(BUILD)/laws.c: $(BUILD)/embed rules/laws.tsv
	@$(BUILD)/embed --laws rules/laws.tsv >$@.new
	@mv $@.new $@
# The names of facts as symbols. Only base/ and the build tool are compiled without them.
FACTS = $(BUILD)/include/stage/facts.def
$(FACTS): $(BUILD)/embed rules/facts.yaml
	@mkdir -p $(@D)
	@$(BUILD)/embed --facts rules/facts.yaml >$@.new
	@cmp -s $@.new $@ || mv $@.new $@
$(filter-out $(BUILD)/obj/base/%,$(OBJECTS)) $(BUILD)/obj/cli/main.o: | $(FACTS)

$(BUILD)/obj/embedded.o $(BUILD)/obj/laws.o: $(BUILD)/obj/%.o: $(BUILD)/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) -std=c11 -O0 -fPIC -fvisibility=hidden -Iinclude -Ichecker -c -o $@ $<
.PHONY: FORCE
FORCE:

# One program of all unit tests; $(BUILD)/unit/t_NAME are links to it.
UNIT_OBJECTS = $(patsubst $(BUILD)/unit/%,$(BUILD)/obj/unit/%.o,$(UNITS))
$(UNIT_OBJECTS): $(BUILD)/obj/unit/%.o: tests/unit/%.c | $(FACTS)
	@mkdir -p $(@D)
	$(COMPILE) -Wno-missing-prototypes -Itests -Dmain=unit_$* -c -o $@ $<
$(BUILD)/include/units.def: FORCE
	@mkdir -p $(@D)
	@for u in $(notdir $(UNITS)); do echo "UNIT($$u)"; done | cmp -s - $@ || for u in $(notdir $(UNITS)); do echo "UNIT($$u)"; done >$@
$(BUILD)/obj/units.o: tests/units.c $(BUILD)/include/units.def
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<
$(BUILD)/units: $(BUILD)/obj/units.o $(UNIT_OBJECTS) $(BUILD)/all.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PROGRAM_LIBS)
$(UNITS): $(BUILD)/units
	@mkdir -p $(@D)
	@ln -sf ../units $@

# Prints the layout of a file: what the generator of office documents starts from; reads damaged copies of office files.
$(BUILD)/layout $(BUILD)/mutate: $(BUILD)/%: tests/office/%.c $(BUILD)/all.a
	$(COMPILE) -o $@ $< $(BUILD)/all.a $(LDFLAGS) $(LIBS)

prepare:
	@sh .ci/packages

demo: prepare
	@mkdir -p $(BUILD) && echo 'patuh: building (a minute or two) …'
	@$(MAKE) --no-print-directory all >$(BUILD)/demo.log 2>&1 || { tail -20 $(BUILD)/demo.log; exit 1; }
	@sh tests/demo.sh $(BUILD)/patuh

test: prepare
	@$(MAKE) --no-print-directory all units
	@$(SAN) units
	@PATUH=build/san/patuh PLAIN=build/patuh prove --jobs 2 tests/*.t $(UNITS:$(BUILD)/%=build/san/%) $(UNITS)

# Ten thousand damaged copies of each kind of office file, with sanitizers and without.
test-office: prepare
	@$(SAN) units
	@MUTATIONS=10000 PATUH=build/san/patuh PLAIN=build/patuh prove -v tests/damage.t

# Reports printed to PDF by LibreOffice say the same as their texts; many more files with bits turned.
PDF_FLIPS ?= 5000
test-pdf:
	@sh .ci/packages libreoffice-writer fonts-liberation
	@$(MAKE) --no-print-directory all
	@PATUH=build/patuh PATUH_FLIPS=$(PDF_FLIPS) prove tests/printed/printed.t tests/pdf_hostile.t

# Every output read back by a tool of its ecosystem, parts of two workers of GNU parallel merged; what these need beside Debian's packages comes from npm, into the build folder.
test-outputs: prepare
	@command -v npm >/dev/null 2>&1 || sh .ci/packages nodejs npm
	@command -v xmllint >/dev/null 2>&1 || sh .ci/packages libxml2-utils
	@command -v parallel >/dev/null 2>&1 || sh .ci/packages parallel
	@$(MAKE) --no-print-directory all
	@mkdir -p $(BUILD)/outputs && cp tests/outputs/package.json $(BUILD)/outputs/
	@cd $(BUILD)/outputs && npm install --silent --no-audit --no-fund --no-package-lock
	@prove -e sh tests/outputs/read.sh tests/outputs/parallel.sh :: $(BUILD)/patuh $(BUILD)/outputs

# The manual page, completions of three shells and the files for CI systems, with the tools that read them; none of these tests is left out.
test-packages: prepare
	@sh .ci/packages mandoc man-db zsh fish
	@$(MAKE) --no-print-directory all
	@PATUH=$(BUILD)/patuh PLAIN=$(BUILD)/patuh PATUH_ALL=1 prove tests/shells.t

bench: prepare
	@$(MAKE) --no-print-directory all
	@sh tests/bench/run.sh $(BUILD)

# Random inputs against every reader, the rule files and everything behind a file; needs clang. A crash leaves its input in $(BUILD)/fuzz. Seeds:
# documents of corpus/ and the small corpus that is kept; `make fuzz-keep` adds to that what the last runs found.
FUZZ_SECONDS ?= 60
FUZZ_FLAGS = -fsanitize=address,undefined -fno-sanitize-recover=undefined -O1 -g
FUZZ_TARGETS = text yaml bpmn mermaid drawn pack office check companion pipe page told
FUZZ_MAKE = $(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)/fuzz CFLAGS="$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link" LDFLAGS="$(FUZZ_FLAGS)" HARDEN= HARDEN_LINK=
fuzz: prepare
	@command -v clang >/dev/null 2>&1 || sh .ci/packages clang libclang-rt-dev
	@echo 'fuzz: building …'
	@$(FUZZ_MAKE) -j2 fuzz-targets >$(BUILD)/fuzz.log 2>&1 || { tail -20 $(BUILD)/fuzz.log; exit 1; }
	@perl tests/office/seeds.pl $(BUILD)/fuzz/office-seeds
	@echo 'fuzz: $(FUZZ_SECONDS) s each, two at a time: $(FUZZ_TARGETS)'
	@printf '%s\n' $(FUZZ_TARGETS) | xargs -P 2 -I TARGET sh tests/fuzz/run.sh TARGET $(BUILD)/fuzz $(FUZZ_SECONDS)
	@for target in $(FUZZ_TARGETS); do printf '%s %s, ' $$target $$(cat $(BUILD)/fuzz/$$target.runs); done | sed 's/^/fuzz: runs without a fault: /; s/, $$/\n/'
fuzz-ci:
	@$(MAKE) --no-print-directory fuzz FUZZ_SECONDS=8
fuzz-keep:
	@for target in $(FUZZ_TARGETS); do \
	    $(BUILD)/fuzz/run/$$target -merge=1 -max_len=4096 tests/fuzz/corpus/$$target $(BUILD)/fuzz/found/$$target >/dev/null 2>&1 || exit 1; \
	done
fuzz-targets: $(FUZZ_TARGETS:%=$(BUILD)/run/%)
$(BUILD)/run/%: tests/fuzz/fuzz_%.c $(wildcard tests/fuzz/*.h) tests/pack_kit.h $(BUILD)/all.a
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(FUZZ_FLAGS) -fsanitize=fuzzer -Iinclude -Ichecker -I$(BUILD)/include $(LIB_CFLAGS) -o $@ $< $(BUILD)/all.a $(PROGRAM_LIBS)

# What every test runs through, by gcovr: lines and branches of all that is patuh, in the last lines. The programs are built apart; children of a
# test count, too. patuh-pdf does not shut itself off from files there, or it could not write down what it ran through; so how it does that counts
# as not run. Left out is checker/embed/, which only the build runs. A program that is killed while it adds its counts leaves a few that gcovr
# cannot parse: those are ignored.
coverage: prepare
	@command -v gcovr >/dev/null 2>&1 || { r=; [ "$$(id -u)" = 0 ] || r=sudo; $$r apt-get install -y --no-install-recommends gcovr >/dev/null; }
	@$(MAKE) --no-print-directory all >/dev/null
	@find build/cov -name '*.gcda' -delete 2>/dev/null || true
	@$(MAKE) --no-print-directory BUILD=build/cov CFLAGS="-O0 -g1 --coverage -DUNCONFINED" LDFLAGS=--coverage units >/dev/null
	@PATUH=build/cov/patuh PLAIN=build/patuh prove -Q --jobs 2 tests/*.t $(UNITS:$(BUILD)/%=build/cov/%) || true
	@gcovr --root . --filter checker/ --exclude checker/embed/ --exclude-throw-branches --gcov-ignore-parse-errors --print-summary --output build/cov/lines.txt build/cov | \
	    sed 's/^/coverage, by file in build\/cov\/lines.txt: /'

# No function of a cognitive complexity over 35.
tidy: prepare $(FACTS)
	@.ci/tidy $(BUILD) -std=c11 -Iinclude -Ichecker -I$(BUILD)/include $(LIB_CFLAGS)

bless: all
	@PATUH=$(BUILD)/patuh sh tests/corpus.t --update
	@PATUH=$(BUILD)/patuh perl tests/readme.t --update
	@$(MAKE) --no-print-directory $(BUILD)/units && ln -sf ../units $(BUILD)/unit/t_aligned && ALIGNED_UPDATE=1 $(BUILD)/unit/t_aligned >/dev/null
	@PATUH=$(BUILD)/patuh sh tests/golden.t --update

# What shells and man know of patuh, written by patuh itself.
SHARE = share/man/man1/patuh.1 share/man/id/man1/patuh.1 share/bash-completion/completions/patuh share/zsh/site-functions/_patuh \
        share/fish/vendor_completions.d/patuh.fish
share: $(SHARE:%=$(BUILD)/%)
$(SHARE:%=$(BUILD)/%): $(BUILD)/patuh
	@mkdir -p $(@D)
	@$(WRITE) >$@.new && mv $@.new $@
$(BUILD)/share/man/man1/patuh.1: WRITE = perl .ci/man $(BUILD)/patuh en
$(BUILD)/share/man/id/man1/patuh.1: WRITE = perl .ci/man $(BUILD)/patuh id
$(BUILD)/share/bash-completion/completions/patuh: WRITE = $(BUILD)/patuh completion bash
$(BUILD)/share/zsh/site-functions/_patuh: WRITE = $(BUILD)/patuh completion zsh
$(BUILD)/share/fish/vendor_completions.d/patuh.fish: WRITE = $(BUILD)/patuh completion fish
$(BUILD)/share/man/man1/patuh.1 $(BUILD)/share/man/id/man1/patuh.1: .ci/man

install: all lib share
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/pkgconfig
	install -m 755 $(BUILD)/patuh $(DESTDIR)$(PREFIX)/bin/patuh
	$(if $(PDF),install -D -m 755 $(PDF) $(DESTDIR)$(PREFIX)/libexec/patuh/patuh-pdf)
	install -m 644 include/patuh.h $(DESTDIR)$(PREFIX)/include/patuh.h
	install -m 644 $(BUILD)/libpatuh.a $(DESTDIR)$(PREFIX)/lib/libpatuh.a
	install -m 755 $(BUILD)/libpatuh.so $(DESTDIR)$(PREFIX)/lib/libpatuh.so.$(VERSION)
	ln -sf libpatuh.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libpatuh.so
	install -m 644 $(BUILD)/patuh.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/patuh.pc
	for f in $(SHARE); do install -D -m 644 $(BUILD)/$$f $(DESTDIR)$(PREFIX)/$$f || exit 1; done

clean:
	rm -rf $(BUILD)

help:
	@echo 'make           build build/patuh'
	@echo 'make demo      install what is missing, build, check the SOPs in corpus/sop and a PDF'
	@echo 'make test      install what is missing, build with sanitizers, run every test (TAP)'
	@echo 'make test-office  10,000 damaged copies of each kind of office file, with sanitizers'
	@echo 'make test-pdf  reports printed by LibreOffice, 5,000 damaged PDFs (PDF_FLIPS)'
	@echo 'make test-outputs  outputs read back by tools of their ecosystems (npm, xmllint, TAP::Parser)'
	@echo 'make test-packages  manual page and completions, read by mandoc, man, zsh and fish'
	@echo 'make bench     speed and memory beside libyaml and libxml2 alone'
	@echo 'make fuzz      random inputs against the readers and the whole check (clang; FUZZ_SECONDS=60 each)'
	@echo 'make fuzz-ci   the same for three minutes in all, the build included'
	@echo 'make coverage  what the tests run through: lines and branches, by file'
	@echo 'make bless     write what corpus/ and README.md are expected to show anew: read the diff'
	@echo 'make lib       build/libpatuh.a, build/libpatuh.so and patuh.pc: the library alone'
	@echo 'make install   all of it into PREFIX (/usr/local), below DESTDIR'
	@echo 'make clean     remove build/'

-include $(OBJECTS:.o=.d) $(BUILD)/obj/cli/main.d $(BUILD)/obj/embed/main.d $(PDF_OBJECTS:.o=.d) $(UNIT_OBJECTS:.o=.d) $(BUILD)/obj/units.d
