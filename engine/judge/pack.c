/* pack.c: opening a pack: find, read, declare, check. */
#include "judge/pack.h"
#include "base/mem.h"
#include "judge/check.h"
#include "judge/complain.h"
#include "judge/folder.h"
#include <stdatomic.h>

#define STR_NONE ((struct str){NULL, 0})

struct spare {
    _Atomic(struct script *) script;
}; /* taken once, by whichever thread comes first */

struct opening {
    struct pack *pack;
    struct script *script;
    struct folder folder;
    const struct pack *like; /* whose files these are, but for one; NULL: they are read */
    size_t changed;
    struct str text; /* of that one */
    const struct str *texts; /* or of each; NULL: of that one alone */
    struct diags *diags;
    const char *name;
    bool good;
};

const char *pack_grade_name(const struct pack *pack, int grade)
{
    return grade < 0                                ? peel_no_grade_name(grade)
           : (size_t)grade < pack->decl.scale.count ? pack->decl.scale.list[grade].s
                                                    : "?";
}

int pack_grade_named(const struct pack *pack, struct str name)
{
    for (size_t i = 0; i < pack->decl.scale.count; i++)
        if (str_eq(name, pack->decl.scale.list[i])) return (int)i;
    return -1;
}

/* The file of a listed area, or an error with the nearest file there is. */
static const struct pack_file *area_file(struct opening *o, struct str id)
{
    struct arena *arena = &o->pack->arena;
    if (!str_is_id(id)) return NULL; /* told by script/ */
    const char *name = arena_printf(arena, "areas/%.*s.lua", STR_ARG(id));
    const struct pack_file *file = folder_file(&o->folder, str_of(name));
    if (file) return file;
    struct str *names = arena_alloc(arena, (o->folder.count + 1) * sizeof *names);
    for (size_t i = 0; i < o->folder.count; i++) names[i] = str_of(o->folder.files[i].name);
    int near = str_nearest(str_of(name), names, o->folder.count);
    complain(o->pack, o->diags, DIAG_ERROR, o->pack->decl.spot, id,
             near >= 0 ? arena_printf(arena, "there is %s", names[near].s) : NULL, "the area \"%.*s\" has no file %s",
             STR_ARG(id), name);
    return NULL;
}

static void warn_unlisted(struct opening *o)
{
    struct pack *pack = o->pack;
    for (size_t i = 0; i < o->folder.count; i++) {
        bool listed = false;
        for (size_t j = 0; j < pack->file_count && !listed; j++)
            listed = pack->files[j].name == o->folder.files[i].name;
        if (!listed)
            diag_add(o->diags, DIAG_WARNING, (struct place){o->folder.files[i].name, 0, 0, 0},
                     "add it to `areas` in pack.lua, or move it away",
                     "this file is not read: `areas` does not list it");
    }
}

/* Reads every listed area. */
static bool declare_areas(struct opening *o, bool *whole)
{
    struct pack *pack = o->pack;
    bool good = true;
    for (size_t i = 0; i < pack->decl.areas.count; i++) {
        struct str id = pack->decl.areas.list[i];
        const struct pack_file *file = area_file(o, id);
        pack->declared[i] = (struct decl_area){.id = id, .graded = true, .ladder = -1}; /* where there is no file */
        if (file) {
            pack->files[pack->file_count++] = *file;
            whole[i] = script_area(o->script, file->name, file->text, id, &pack->arena, &pack->declared[i], o->diags);
        }
        good = good && whole[i];
    }
    return good;
}

static bool declare(struct opening *o)
{
    struct pack *pack = o->pack;
    const struct pack_file *manifest = folder_file(&o->folder, STR("pack.lua"));
    pack->files = arena_zero(&pack->arena, o->folder.count + 1, sizeof *pack->files);
    pack->files[pack->file_count++] = *manifest;
    bool shaped = script_manifest(o->script, manifest->name, manifest->text, &pack->arena, &pack->decl, o->diags);
    if (!shaped && !pack->decl.areas.count)
        return false; /* told; else the areas are read too, so that all is told at once */
    if (pack->decl.areas.count == 0 || pack->decl.areas.count > PACK_AREAS_MAX) {
        complain(pack, o->diags, DIAG_ERROR, pack->decl.spot, STR_NONE, NULL,
                 "`areas` must list 1 to %d areas, got %zu", PACK_AREAS_MAX, pack->decl.areas.count);
        return false;
    }
    size_t listed = pack->decl.areas.count;
    bool *whole = arena_zero(&pack->arena, listed, sizeof *whole);
    struct pack_file *files =
        arena_zero(&pack->arena, listed + 1, sizeof *files); /* as many as are listed, even one twice */
    files[0] = pack->files[0];
    pack->files = files;
    pack->declared = arena_zero(&pack->arena, listed, sizeof *pack->declared);
    bool good = declare_areas(o, whole) && shaped;
    warn_unlisted(o);
    if (!good && !pack->decl.scale.count) return false;
    size_t before = o->diags->errors;
    check_pack(pack, shaped, whole, o->diags);
    return good && o->diags->errors == before;
}

static bool read_files(struct opening *o, const char *name)
{
    struct pack *pack = o->pack;
    const char *path = folder_find(name, &pack->arena, o->diags);
    if (!path || !folder_read(path, &o->folder, &pack->arena, o->diags)) return false;
    pack->folder = folder_name(path, &pack->arena).s;
    pack->path = path;
    folder_digest(&o->folder, pack->digest);
    return true;
}

static bool take_files(struct opening *o)
{
    const struct pack *like = o->like;
    o->folder.count = like->file_count;
    o->folder.files = arena_alloc(&o->pack->arena, like->file_count * sizeof *o->folder.files);
    memcpy(o->folder.files, like->files, like->file_count * sizeof *o->folder.files);
    if (!o->texts) o->folder.files[o->changed].text = o->text;
    for (size_t i = 0; o->texts && i < like->file_count; i++)
        if (o->texts[i].s) o->folder.files[i].text = o->texts[i];
    o->pack->folder = o->texts ? NULL : like->folder; /* which of two names it bears is no matter */
    o->pack->path = like->path;
    return true;
}

static void open_inside(void *context)
{
    struct opening *o = context;
    struct pack *pack = o->pack;
    if (!(o->like ? take_files(o) : read_files(o, o->name))) return;
    pack->spare = arena_alloc(&pack->arena, sizeof *pack->spare);
    atomic_init(&pack->spare->script, NULL);
    o->script = script_new(&pack->limits);
    if (!o->script) arena_starved(&pack->arena);
    o->diags->within = pack->path;
    o->good = declare(o);
}

static void tell_starved(struct diags *diags, const char *name)
{
    diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory while the pack \"%s\" was opened", name);
    diags->starved = true;
}

static bool open_protected(struct opening *o)
{
    const char *const outside = o->diags->within;
    bool whole = arena_guard(&o->pack->arena, open_inside, o);
    o->diags->within = outside;
    if (!whole) tell_starved(o->diags, o->name);
    return whole && o->good;
}

/* `from` says what besides the diags is given. */
static struct pack *open_from(const struct opening *from, const char *name, const struct limits *limits,
                              struct diags *diags)
{
    struct opening *o = mem_zero(1, sizeof *o);
    struct pack *pack = mem_zero(1, sizeof *pack);
    bool good = false;
    if (o && pack) {
        arena_init(&pack->arena);
        pack->limits = limits ? *limits : LIMITS_DEFAULT;
        *o = *from;
        o->pack = pack;
        o->diags = diags;
        o->name = name;
        good = open_protected(o);
        diags->starved = diags->starved || (!good && script_starved(o->script));
        if (good)
            atomic_store(&pack->spare->script, o->script);
        else
            script_free(o->script);
    } else {
        tell_starved(diags, name);
        mem_free(pack);
        pack = NULL;
    }
    mem_free(o);
    if (good) return pack;
    pack_close(pack);
    return NULL;
}

struct pack *pack_open(const char *name, const struct limits *limits, struct diags *diags)
{
    const struct opening nothing = {.pack = NULL};
    return open_from(&nothing, name, limits, diags);
}

struct pack *pack_open_changed(const struct pack *like, size_t file, struct str text, struct diags *diags)
{
    const struct opening from = {.like = like, .changed = file, .text = text};
    return open_from(&from, like->folder, &like->limits, diags);
}

struct pack *pack_open_texts(const struct pack *like, const struct str *texts, struct diags *diags)
{
    const struct opening from = {.like = like, .texts = texts};
    return open_from(&from, like->folder, &like->limits, diags);
}

void pack_close(struct pack *pack)
{
    if (!pack) return;
    if (pack->spare) script_free(atomic_load(&pack->spare->script));
    arena_done(&pack->arena);
    mem_free(pack);
}

/* --- a script of the pack ----------------------------------------------------------------------- */

/* Declares all over again: functions get the same numbers. */
static bool declare_again(const struct pack *pack, struct script *s, struct arena *arena, struct diags *diags)
{
    struct decl_pack *manifest = arena_zero(arena, 1, sizeof *manifest);
    if (!script_manifest(s, pack->files[0].name, pack->files[0].text, arena, manifest, diags)) return false;
    for (size_t i = 0; i < pack->area_count; i++) {
        struct decl_area *area = arena_zero(arena, 1, sizeof *area);
        const struct pack_file *file = &pack->files[i + 1];
        if (!script_area(s, file->name, file->text, pack->decl.areas.list[i], arena, area, diags)) return false;
    }
    return script_seal(s, &pack->vocabulary);
}

struct loading {
    const struct pack *pack;
    struct script *script;
    struct arena *arena;
    struct diags *diags;
    bool good;
};

static void load(void *context)
{
    struct loading *l = context;
    l->good = declare_again(l->pack, l->script, l->arena, l->diags);
}

static bool load_protected(const struct pack *pack, struct script *s, struct arena *arena, struct diags *diags)
{
    struct loading l = {pack, s, arena, diags, false};
    return arena_guard(arena, load, &l) && l.good;
}

/* The script that read the pack has all declared already. */
static struct script *take_spare(const struct pack *pack)
{
    struct script *s = pack->spare ? atomic_exchange(&pack->spare->script, NULL) : NULL;
    if (!s || script_seal(s, &pack->vocabulary)) return s;
    script_free(s);
    return NULL;
}

struct script *pack_script(const struct pack *pack, struct arena *arena)
{
    struct script *s = take_spare(pack);
    if (s) return s;
    s = script_new(&pack->limits);
    struct diags diags;
    diags_init(&diags);
    bool good = s && load_protected(pack, s, arena, &diags);
    diags_done(&diags);
    if (good) return s;
    script_free(s);
    return NULL;
}
