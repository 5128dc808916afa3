# peel: build, check, demonstrate, install. `make help` lists what there is to make.
CC      ?= cc
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
DESTDIR ?=
SAN     ?=
JOBS    ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
CI      ?=
COV     ?=
VERSION := $(shell sed -n 's/^\#define PEEL_VERSION "\(.*\)"/\1/p' include/peel.h)

ifeq ($(SAN),1)
BUILD := build-san
EXTRA := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
else ifeq ($(COV),1)
BUILD := build-cov
EXTRA := --coverage -O0
else
BUILD := build
EXTRA :=
endif

# What does the set-up (check, demo) makes the rest in a second make, which finds what the first installed.
PKG_CONFIG ?= pkg-config
LUA        := $(shell for name in lua5.4 lua-5.4 lua54 lua; do \
                $(PKG_CONFIG) --exists "$$name >= 5.4" 2>/dev/null && echo $$name && break; done)
PKG_CFLAGS := $(if $(LUA),$(shell $(PKG_CONFIG) --cflags $(LUA) nettle jansson),-I/usr/include/lua5.4)
PKG_LIBS   := $(if $(LUA),$(shell $(PKG_CONFIG) --libs $(LUA) nettle jansson),-llua5.4 -lnettle -ljansson)
# macOS has libedit of its own, of which pkg-config knows nothing.
EDIT        := $(shell $(PKG_CONFIG) --exists libedit 2>/dev/null && echo libedit)
EDIT_CFLAGS := $(if $(EDIT),$(shell $(PKG_CONFIG) --cflags $(EDIT)))
EDIT_LIBS   := $(if $(EDIT),$(shell $(PKG_CONFIG) --libs $(EDIT)),-ledit)
CHECK_LIBS  = $(shell $(PKG_CONFIG) --libs check)

WARNINGS  := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(CI),-Werror)
ALLCFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Iengine -Iinclude $(PKG_CFLAGS) $(EDIT_CFLAGS) \
             $(WARNINGS) -pthread -DPEEL_PACKS='"$(PREFIX)/share/peel/rules"' $(CPPFLAGS) $(CFLAGS) $(EXTRA)
# In the C library but for macOS.
ICONV     := $(if $(filter Darwin,$(shell uname -s)),-liconv)
ALLLIBS   := $(PKG_LIBS) -lcsv $(EDIT_LIBS) $(ICONV) -lm -pthread

SOURCES := $(filter-out engine/main.c,$(wildcard engine/*.c engine/*/*.c))
# What peel init writes; examples of what peel check tells; Lua programs of the engine's own.
NEW      := engine/cli/init/synthetic-pools
NEWS     := $(sort $(foreach end,lua json md,$(wildcard $(NEW)/*.$(end) $(NEW)/*/*.$(end))))
EXAMPLES := $(sort $(wildcard engine/lint/examples/*.txt))
PROGRAMS := $(wildcard engine/*/*.lua)
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/engine/cli/template.o $(BUILD)/engine/lint/examples.o $(PROGRAMS:%.lua=$(BUILD)/%_lua.o)
UNITS   := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))

# V=1 shows the commands whole.
Q   := $(if $(V),,@)
BUILDER = $(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(JOBS))
say  = $(if $(V),@:,@printf '  %-4s %s\n' $(1) $@)

all: $(BUILD)/peel $(BUILD)/libpeel.a

$(BUILD)/libpeel.a: $(OBJECTS)
	@rm -f $@
	$(call say,AR)
	$(Q)$(AR) rcs $@ $^

$(BUILD)/peel: $(BUILD)/engine/main.o $(BUILD)/libpeel.a
	$(call say,LINK)
	$(Q)$(CC) $(ALLCFLAGS) $(LDFLAGS) -o $@ $^ $(ALLLIBS)

$(BUILD)/%.o: %.c $(BUILD)/flags | ready
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALLCFLAGS) -MMD -MP -c -o $@ $<

embed = LC_ALL=C awk -v tiers=$(1) -v folder=$(NEW) -f engine/cli/init/embed.awk $(NEWS)
one   = {$(1), tiers_$(1), sizeof tiers_$(1) / sizeof *tiers_$(1)}
$(BUILD)/engine/cli/template.c: engine/cli/init/embed.awk $(NEWS) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "cli/template.h"' && $(call embed,4) && $(call embed,5) && \
	    echo 'const struct template TEMPLATES[2] = {$(call one,4), $(call one,5)};'; } >$@

# Texts that the program holds, as strings of C: Lua programs of its own, and each file of a folder with its name.
STRING = sed -e 's/\\/\\\\/g; s/"/\\"/g; s/^/"/; s/$$/\\n"/'
$(BUILD)/engine/lint/examples.c: $(EXAMPLES)
	@mkdir -p $(@D)
	$(Q)(echo 'const char *const lint_examples[][2] = {'; for file in $(EXAMPLES); do \
	    echo "{\"$${file##*/}\","; $(STRING) $$file; echo '},'; done; echo '{0, 0}};') >$@

$(BUILD)/%_lua.c: %.lua
	@mkdir -p $(@D)
	$(Q)(echo 'const char $(notdir $*)_lua[] ='; $(STRING) $<; echo ';') >$@

$(BUILD)/%.o: $(BUILD)/%.c $(BUILD)/flags | ready
	$(call say,CC)
	$(Q)$(CC) $(ALLCFLAGS) -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libpeel.a
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALLCFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libpeel.a $(CHECK_LIBS) $(ALLLIBS)

# Other flags (another PREFIX, CI=1) make other objects.
$(BUILD)/flags: always
	@mkdir -p $(@D)
	@printf '%s\n' '$(CC) $(subst ','\'',$(ALLCFLAGS))' | cmp -s - $@ || printf '%s\n' '$(CC) $(subst ','\'',$(ALLCFLAGS))' >$@

# Says what is lacking before the compiler does.
ready:
	@CC='$(CC)' .ci/setup tell

everything: all $(UNITS)
	@:

units: $(UNITS)
	@BUILD=$(BUILD) tests/unit/run

check:
	@CC='$(CC)' .ci/setup check
	@$(BUILDER) everything
	@CC='$(CC)' BUILD=$(BUILD) SAN=$(SAN) tests/run

show = printf '\n$$ peel %s\n\n' '$(1)' && $(BUILD)/peel $(1)
demo:
	@CC='$(CC)' .ci/setup build
	@$(BUILDER) all
	@$(call show,grade -r rules/peel-2018 samples/leicestershire-2018.json)
	@$(call show,grade -r rules/peel-2021 samples/leicestershire-2021.json)
	@$(call show,grade -r rules/peel-2021 samples/forces-2019.json)
	@$(call show,explain -r rules/peel-2021 samples/leicestershire-2021.json leicestershire investigating-crime)

golden-update: all
	@BUILD=$(BUILD) tests/golden/run -u; BUILD=$(BUILD) tests/readme/run -u

bench: all
	@BUILD=$(BUILD) CC='$(CC)' CFLAGS='$(CFLAGS)' tests/bench/run

coverage:
	@CC='$(CC)' .ci/setup check
	@$(MAKE) --no-print-directory COV=1 coverage-of-check
coverage-of-check:
	@find $(BUILD) -name '*.gcda' -delete 2>/dev/null || true
	@$(BUILDER) everything
	@BUILD=$(BUILD) tests/run || echo 'some tests failed; the figures are of what ran'
	@BUILD=$(BUILD) tests/coverage

PACKS = $(patsubst rules/%/pack.lua,%,$(wildcard rules/*/pack.lua))
BIN   = $(DESTDIR)$(PREFIX)/bin
LIB   = $(DESTDIR)$(PREFIX)/lib
INC   = $(DESTDIR)$(PREFIX)/include
SHARE = $(DESTDIR)$(PREFIX)/share

install: all
	install -d $(BIN) $(LIB)/pkgconfig $(INC) $(SHARE)/peel/rules $(SHARE)/man/man1
	install -m 755 $(BUILD)/peel $(BIN)/peel
	install -m 644 $(BUILD)/libpeel.a $(LIB)/libpeel.a
	install -m 644 include/peel.h $(INC)/peel.h
	install -m 644 engine/cli/peel.1 $(SHARE)/man/man1/peel.1
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' 'Name: peel' \
	    'Description: Rules engine that grades inspection datasets and shows why' 'Version: $(VERSION)' \
	    'Requires: $(LUA) nettle jansson' 'Libs: -L$${libdir} -lpeel -lcsv $(strip $(ICONV) -lm -pthread)' \
	    'Cflags: -I$${includedir}' >$(LIB)/pkgconfig/peel.pc
	chmod 644 $(LIB)/pkgconfig/peel.pc
	for pack in $(PACKS); do \
	    (cd rules && find $$pack -type f ! -path '*/tests/*' ! -path '*/.*') | while read -r file; do \
	        install -d "$(SHARE)/peel/rules/$$(dirname $$file)" && \
	        install -m 644 "rules/$$file" "$(SHARE)/peel/rules/$$file" || exit 1; done || exit 1; done

uninstall:
	rm -f $(BIN)/peel $(LIB)/libpeel.a $(LIB)/pkgconfig/peel.pc $(INC)/peel.h $(SHARE)/man/man1/peel.1
	rm -rf $(PACKS:%=$(SHARE)/peel/rules/%)
	@rmdir $(SHARE)/peel/rules $(SHARE)/peel 2>/dev/null || true

clean:
	rm -rf build build-san build-cov

help:
	@echo 'make                  build build/peel and build/libpeel.a'
	@echo 'make demo             install what is missing, build, and grade two real inspections'
	@echo 'make check            install what is missing, build, and run every test (SAN=1: under sanitizers; CI=1: warnings are errors)'
	@echo 'make units            the unit tests alone'
	@echo 'make golden-update    rewrite what the golden cases expect; look at the difference'
	@echo 'make coverage         every test again, with the line coverage of engine/'
	@echo 'make bench            how fast, how large, against the same work in plain C and plain Lua'
	@echo 'make install          program, library, header, packs, man page (PREFIX=$(PREFIX), DESTDIR=)'
	@echo 'make uninstall clean  undo the one or the other'

always:

.PHONY: all everything ready units check demo golden-update bench coverage coverage-of-check install uninstall clean help always
.DELETE_ON_ERROR:
.PRECIOUS: $(BUILD)/%_lua.c
-include $(OBJECTS:.o=.d) $(UNITS:=.d) $(BUILD)/engine/main.d
