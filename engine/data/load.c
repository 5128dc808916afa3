/* load.c: opening a dataset and handing out its organisations. What is in them is read in organisation.c and its
 * neighbours, the first pass is in check.c. */
#include "data/loading.h"
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/mem.h"

struct diag *tell_file(const struct load *load, struct diags *diags, const char *hint, const char *message)
{
    return diag_add(diags, DIAG_ERROR, (struct place){load->source.name, 0, 0, 0}, hint, "%s", message);
}

struct beginning {
    struct load *load;
    struct diags *diags;
    bool good;
};

static void read_header(void *context)
{
    struct beginning *b = context;
    struct load *load = b->load;
    b->good = header_read(load->splitter, &load->dataset, &load->doubt, &load->templates, b->diags);
}

/* Split and header, with the one place they can jump to. */
static bool begin(struct load *load, struct diags *diags)
{
    struct beginning b = {load, diags, false};
    size_t errors = diags->errors;
    load->splitter = splitter_open(&load->source, diags);
    if (!load->splitter) return false;
    if (!arena_guard(&load->dataset.arena, read_header, &b)) {
        diag_starve(diags, load->source.name, " while reading the header");
        return false;
    }
    load->wrong = diags->errors > errors;
    return b.good;
}

/* text.s NULL: of the file at `path`. */
static struct load *open_source(const char *path, struct str text, struct diags *diags)
{
    struct load *load = mem_zero(1, sizeof *load);
    if (!load) {
        diag_starve(diags, path, "");
        return NULL;
    }
    arena_init(&load->dataset.arena);
    register_init(&load->ids);
    if (!(text.s ? source_open_text(&load->source, path, text.s, text.n, diags)
                 : source_open(&load->source, path, diags))) {
        mem_free(load);
        return NULL;
    }
    load->dataset.file = load->source.name;
    if (begin(load, diags)) return load;
    load_close(load);
    return NULL;
}

struct load *load_open(const char *path, struct diags *diags)
{
    return open_source(path, (struct str){NULL, 0}, diags);
}

struct load *load_open_text(const char *name, struct str text, struct diags *diags)
{
    return open_source(name, text, diags);
}

void load_close(struct load *load)
{
    if (!load) return;
    if (load->splitter) splitter_close(load->splitter);
    source_close(&load->source);
    arena_done(&load->dataset.arena);
    register_done(&load->ids);
    mem_free(load);
}

void load_watch(struct load *load, const struct witness *witness) { load->witness = witness; }

const struct dataset *load_dataset(const struct load *load) { return &load->dataset; }

uint64_t load_count(const struct load *load) { return load->ids.count; }

uint64_t load_in_scope(const struct load *load) { return load->in_scope; }

const char *load_digest(const struct load *load) { return load->digest; }

struct str load_id(const struct load *load, uint64_t i) { return load->ids.ids[i]; }

uint64_t load_line(const struct load *load, uint64_t i) { return load->ids.lines[i]; }

_Static_assert(LOAD_NONE == REGISTER_NONE, "one word for nobody");
uint64_t load_find(const struct load *load, struct str id) { return register_find(&load->ids, id); }

bool load_has(const struct load *load, struct str id, struct str *nearest)
{
    if (nearest) *nearest = (struct str){NULL, 0};
    if (register_find(&load->ids, id) != REGISTER_NONE) return true;
    int near = nearest ? str_nearest(id, load->ids.ids, load->ids.count) : -1;
    if (near >= 0) *nearest = load->ids.ids[near];
    return false;
}

bool load_rewind(struct load *load)
{
    load->print = 0;
    return splitter_rewind(load->splitter);
}

static inline uint64_t stir(uint64_t lane, const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return (lane ^ word) * 0x9e3779b97f4a7c15u; /* an odd factor: another word makes another lane, whatever follows */
}

/* A fingerprint of some bytes, in four lanes: for noticing an accident, not an attack, at a tenth of the price of
 * SHA-256, which is taken once. */
static uint64_t fingerprint(const char *p, size_t n, uint64_t seed)
{
    uint64_t a = seed, b = n, c = 1, d = 2;
    char rest[32] = {0};
    for (; n >= sizeof rest; p += sizeof rest, n -= sizeof rest) {
        a = stir(a, p);
        b = stir(b, p + 8);
        c = stir(c, p + 16);
        d = stir(d, p + 24);
    }
    memcpy(rest, p, n);
    a = stir(a, rest), b = stir(b, rest + 8), c = stir(c, rest + 16), d = stir(d, rest + 24);
    return ((a * 31 + b) * 31 + c) * 31 + d;
}

/* At the end of a later pass: are these the bytes that were checked? */
static void compare(const struct load *load, struct diags *diags)
{
    struct stat now;
    bool same = load->print == load->checked_print && fstat(load->source.fd, &now) == 0 &&
                (uint64_t)now.st_size == load->source.size;
    if (!same)
        tell_file(load, diags, "leave it alone while it is being read, and start again",
                  "the file changed between the two readings of it");
}

bool load_bring(struct load *load, struct batch *batch, struct diags *diags)
{
    size_t errors = diags->errors;
    if (!splitter_next(load->splitter, batch, diags)) {
        if (load->checked && diags->errors == errors) compare(load, diags);
        return false;
    }
    for (size_t i = 0; i < batch->count; i++)
        load->print = fingerprint(batch->text + batch->pieces[i].start, batch->pieces[i].length, load->print);
    return true;
}

struct org *load_org(const struct load *load, const struct batch *batch, size_t i, struct arena *arena,
                     struct diags *diags)
{
    const struct piece *piece = &batch->pieces[i];
    struct intake in;
    reader_init(&in.reader, load->source.name, batch->text + piece->start, piece->length, piece->line, piece->column,
                arena, diags);
    reader_origin(&in.reader, &load->source, piece->offset, 0);
    in.reader.noun = "the organisation";
    in.arena = arena;
    in.dataset = &load->dataset;
    in.doubt = &load->doubt;
    in.templates = &load->templates;
    in.quiet = !diags;
    in.sound = !load->wrong;
    in.wrong = in.each = in.scale_told = in.judgments_wrong = false;
    in.last_source = in.sound && load->dataset.source_count ? 0 : NO_SLOT;
    struct org *org = organisation_read(&in, piece->index);
    return in.quiet && in.wrong ? NULL : org;
}

struct diag *load_complain(const struct load *load, const struct batch *batch, size_t i, enum severity severity,
                           uint32_t offset, struct diags *diags, const char *hint, const char *format, ...)
{
    const struct piece *piece = &batch->pieces[i];
    char message[2 * DIAG_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(message, sizeof message, format, arguments) < 0) message[0] = '\0';
    va_end(arguments);
    struct reader r; /* for places alone: it reads nothing, and needs no arena */
    reader_init(&r, load->source.name, batch->text + piece->start, piece->length, piece->line, piece->column, NULL,
                diags);
    reader_origin(&r, &load->source, piece->offset, 0);
    return reader_complain(&r, severity, offset, 0, hint, "%s", message);
}
