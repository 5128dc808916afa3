# peel: build, check, demonstrate, install. `make help` lists what there is to make.
CC      ?= cc
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
DESTDIR ?=
SAN     ?=
VERSION := $(shell sed -n 's/^\#define PEEL_VERSION "\(.*\)"/\1/p' include/peel.h)

ifeq ($(SAN),1)
BUILD     := build-san
SANFLAGS  := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
else
BUILD     := build
SANFLAGS  :=
endif

PKG_CONFIG ?= pkg-config
LUA_CFLAGS := $(shell $(PKG_CONFIG) --cflags lua5.4 2>/dev/null || echo -I/usr/include/lua5.4)
LUA_LIBS   := $(shell $(PKG_CONFIG) --libs lua5.4 2>/dev/null || echo -llua5.4)
LIB_CFLAGS := $(shell $(PKG_CONFIG) --cflags jansson nettle 2>/dev/null)
LIB_LIBS   := $(shell $(PKG_CONFIG) --libs jansson nettle 2>/dev/null || echo -ljansson -lnettle)

WARNINGS  := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(CI),-Werror)
ALLCFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Iengine -Iinclude $(LUA_CFLAGS) $(LIB_CFLAGS) \
             $(WARNINGS) $(SANFLAGS) -pthread -DPEEL_PACKS='"$(PREFIX)/share/peel/rules"' $(CFLAGS)
ALLLIBS   := $(LUA_LIBS) $(LIB_LIBS) -lcsv -lm -pthread

SOURCES := $(filter-out engine/main.c,$(wildcard engine/*.c engine/*/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
UNITS   := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))

all: $(BUILD)/peel

$(BUILD)/libpeel.a: $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/peel: $(BUILD)/engine/main.o $(BUILD)/libpeel.a
	$(CC) $(ALLCFLAGS) $(LDFLAGS) -o $@ $^ $(ALLLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALLCFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libpeel.a
	@mkdir -p $(@D)
	$(CC) $(ALLCFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libpeel.a $(shell $(PKG_CONFIG) --libs check) $(ALLLIBS)

units: $(UNITS)
	@for t in $(UNITS); do $$t || exit 1; done

clean:
	rm -rf build build-san build-cov

.PHONY: all units clean
-include $(OBJECTS:.o=.d) $(UNITS:=.d) $(BUILD)/engine/main.d
