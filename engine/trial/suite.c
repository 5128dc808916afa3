/* suite.c: see suite.h. */
#include "trial/suite.h"
#include "base/mem.h"
#include "judge/folder.h"
#include <ctype.h>

/* --- opening -------------------------------------------------------------------------------------------------- */

static void name_caps(struct suite *s)
{
    const struct pack *pack = s->pack;
    for (size_t a = 0; a < pack->area_count; a++) s->cap_count += pack->areas[a].cap_count;
    s->caps = arena_alloc(&s->arena, (s->cap_count + 1) * sizeof *s->caps);
    struct str *cap = s->caps;
    for (size_t a = 0; a < pack->area_count; a++)
        for (size_t i = 0; i < pack->areas[a].cap_count; i++)
            *cap++ =
                str_of(arena_printf(&s->arena, "%s/%s", pack->areas[a].decl->id.s, pack->areas[a].caps[i].decl->id.s));
}

/* Each file has a script of its own: what one leaves behind is nothing to the next. */
static bool read_file(struct suite *s, const struct pack_file *from, struct diags *diags)
{
    const struct case_names names = {&s->pack->shape, &s->pack->decl, s->caps, s->cap_count};
    bool cut;
    struct suite_file *file = &s->files[s->file_count++];
    struct script *script = script_new(&s->pack->limits);
    if (!script) arena_starved(&s->arena);
    file->name = from->name;
    file->text = from->text;
    bool good = script_cases(script, from->name, from->text, &names, &s->arena, &file->cases, diags);
    buf_str(&s->printed, script_printed(script, &cut));
    script_free(script);
    s->case_count += file->cases.count;
    return good;
}

struct opening {
    struct suite *suite;
    struct diags *diags;
    bool good;
};

static void read_files(void *context)
{
    struct opening *o = context;
    struct suite *s = o->suite;
    struct folder folder;
    bool good = folder_read_tests(s->pack->path, &folder, &s->arena, o->diags);
    name_caps(s);
    s->files = arena_zero(&s->arena, folder.count + 1, sizeof *s->files);
    o->diags->within = s->pack->path;
    for (size_t i = 0; i < folder.count; i++) good = read_file(s, &folder.files[i], o->diags) && good;
    o->good = good;
}

static bool open_protected(struct suite *s, struct diags *diags)
{
    struct opening o = {s, diags, false};
    const char *const outside = diags->within;
    bool whole = arena_guard(&s->arena, read_files, &o);
    diags->within = outside;
    if (!whole) diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory while the cases were read");
    return whole && o.good;
}

struct suite *suite_open(const struct pack *pack, struct diags *diags)
{
    struct suite *s = mem_zero(1, sizeof *s);
    if (!s) {
        diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory while the cases were read");
        return NULL;
    }
    s->pack = pack;
    arena_init(&s->arena);
    buf_init(&s->printed);
    if (open_protected(s, diags)) return s;
    suite_close(s);
    return NULL;
}

void suite_close(struct suite *s)
{
    if (!s) return;
    buf_done(&s->printed);
    arena_done(&s->arena);
    mem_free(s);
}

/* --- names ------------------------------------------------------------------------------------------------------ */

/* "recording-crime" of "tests/recording-crime.lua". */
void suite_case_name(const struct suite_file *file, const struct decl_case *is, struct buf *out)
{
    const char *slash = strrchr(file->name, '/'), *from = slash ? slash + 1 : file->name;
    buf_add(out, from, strlen(from) - strlen(".lua"));
    buf_put(out, ": ");
    buf_str(out, is->name);
}

static bool begins(struct str text, const char *pattern, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (i >= text.n || tolower((unsigned char)text.s[i]) != tolower((unsigned char)pattern[i])) return false;
    return true;
}

/* The parts between the stars, each behind the one before it. */
static bool holds(struct str text, const char *pattern)
{
    for (;;) {
        size_t n = strcspn(pattern, "*");
        while (!begins(text, pattern, n)) {
            if (text.n == 0) return false;
            text.s++, text.n--;
        }
        text.s += n, text.n -= n;
        if (pattern[n] == '\0') return true;
        pattern += n + 1;
    }
}

bool suite_matches(const struct suite_file *file, const struct decl_case *is, const char *pattern)
{
    struct buf name;
    if (!pattern) return true;
    buf_init(&name);
    suite_case_name(file, is, &name);
    bool found = !name.failed && holds((struct str){name.data, name.length}, pattern);
    buf_done(&name);
    return found;
}
