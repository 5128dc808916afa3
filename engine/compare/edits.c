/* edits.c: see edits.h. */
#include "compare/edits.h"
#include "script/mutation.h"

const char *edit_kind_name(enum edit_kind kind)
{
    static const char *const names[EDIT_KINDS] = {"parameter", "ladder", "cohort", "characteristic", "cap", "area-ladder", "file"};
    return names[kind];
}

const char *edit_way_name(enum edit_way way)
{
    static const char *const names[] = {"changed", "added", "removed"};
    return names[way];
}

/* --- which there are ------------------------------------------------------------------------------------------------- */

struct making {
    struct edits *edits;
    struct arena *arena;
    size_t capacity;
};

static struct edit *add(struct making *m, enum edit_kind kind, enum edit_way way, struct str id, const char *file, int line)
{
    struct edits *e = m->edits;
    if (e->count == m->capacity) {
        size_t capacity = m->capacity ? 2 * m->capacity : 32;
        struct edit *list = arena_alloc(m->arena, capacity * sizeof *list);
        if (e->count) memcpy(list, e->list, e->count * sizeof *list);
        e->list = list;
        m->capacity = capacity;
    }
    e->list[e->count] = (struct edit){.kind = kind, .way = way, .id = id, .file = file, .line = line, .area = NO_SLOT, .newer_area = NO_SLOT};
    return &e->list[e->count++];
}

static const struct decl_parameter *parameter(const struct pack *pack, struct str name)
{
    for (size_t i = 0; i < pack->decl.parameter_count; i++)
        if (str_eq(pack->decl.parameters[i].name, name)) return &pack->decl.parameters[i];
    return NULL;
}

static void parameters(struct making *m)
{
    const struct decl_pack *now = &m->edits->now->decl;
    for (size_t i = 0; i < now->parameter_count; i++) {
        const struct decl_parameter *p = &now->parameters[i], *old = parameter(m->edits->was, p->name);
        if (!old || old->value == p->value) continue;
        struct edit *e = add(m, EDIT_PARAMETER, EDIT_CHANGED, p->name, p->spot.file, p->spot.line);
        e->from = old->value;
        e->to = p->value;
    }
}

/* Of what there is once in a file. */
static void alone(struct making *m, enum edit_kind kind, enum part_kind part, struct str id, size_t was, size_t now, uint32_t area)
{
    const struct edits *e = m->edits;
    const struct part *x = script_part(&e->was_parts[was], part, STR("")), *y = script_part(&e->now_parts[now], part, STR(""));
    if ((!x && !y) || (x && y && script_part_same(&e->was_parts[was], x, &e->now_parts[now], y))) return;
    enum edit_way way = !x ? EDIT_ADDED : !y ? EDIT_REMOVED : EDIT_CHANGED;
    add(m, kind, way, id, y ? e->now->files[now].name : e->was->files[was].name, y ? y->line : x->line)->area = area;
}

static struct str whole_id(struct making *m, struct str area, struct str id)
{
    return str_of(arena_printf(m->arena, "%.*s/%.*s", (int)area.n, area.s, (int)id.n, id.s));
}

static enum edit_kind kind_of(const struct part *part) { return part->kind == PART_CAP ? EDIT_CAP : EDIT_CHARACTERISTIC; }

static bool is_item(const struct part *part) { return part->kind == PART_CHARACTERISTIC || part->kind == PART_CAP; }

static void items(struct making *m, struct str area, size_t was, size_t now, uint32_t index)
{
    const struct edits *e = m->edits;
    const struct parts *old = &e->was_parts[was], *new = &e->now_parts[now];
    for (size_t i = 0; i < new->count; i++) {
        const struct part *y = &new->list[i], *x = script_part(old, y->kind, y->id);
        if (!is_item(y) || (x && script_part_same(old, x, new, y))) continue;
        add(m, kind_of(y), x ? EDIT_CHANGED : EDIT_ADDED, whole_id(m, area, y->id), e->now->files[now].name, y->line)->area = index;
    }
    for (size_t i = 0; i < old->count; i++) {
        const struct part *x = &old->list[i];
        if (!is_item(x) || script_part(new, x->kind, x->id)) continue;
        add(m, kind_of(x), EDIT_REMOVED, whole_id(m, area, x->id), e->was->files[was].name, x->line)->area = index;
    }
}

static void area(struct making *m, uint32_t was, uint32_t now)
{
    const struct edits *e = m->edits;
    struct str id = e->now->decl.areas.list[now];
    size_t first = e->count;
    if (!script_rest_same(&e->was_parts[was + 1], &e->now_parts[now + 1])) {
        add(m, EDIT_FILE, EDIT_CHANGED, id, e->now->files[now + 1].name, 1)->area = was;
    } else {
        items(m, id, was + 1, now + 1, was);
        alone(m, EDIT_AREA_LADDER, PART_LADDER, id, was + 1, now + 1, was);
    }
    for (size_t i = first; i < e->count; i++) e->list[i].newer_area = now;
}

static struct parts *parts_of(const struct pack *pack, struct arena *arena)
{
    struct parts *parts = arena_alloc(arena, pack->file_count * sizeof *parts);
    for (size_t i = 0; i < pack->file_count; i++)
        parts[i] = i ? script_parts_of_area(pack->files[i].text, arena) : script_parts_of_pack(pack->files[i].text, arena);
    return parts;
}

static bool same_names(struct names a, struct names b)
{
    if (a.count != b.count) return false;
    for (size_t i = 0; i < a.count; i++)
        if (!str_eq(a.list[i], b.list[i])) return false;
    return true;
}

uint32_t edits_older_area(const struct edits *e, uint32_t now)
{
    return e->older ? e->older[now] : lookup_find(&e->was->area_ids, e->now->decl.areas.list[now]);
}

void edits_make(struct edits *e, const struct pack *was, const struct pack *now, const uint32_t *older, struct arena *arena)
{
    struct making m = {e, arena, 0};
    *e = (struct edits){.was = was, .now = now, .older = older, .one_scale = same_names(was->decl.scale, now->decl.scale)};
    e->was_parts = parts_of(was, arena);
    e->now_parts = parts_of(now, arena);
    if (!e->one_scale) return;
    parameters(&m);
    alone(&m, EDIT_LADDER, PART_LADDER, STR(""), 0, 0, NO_SLOT);
    alone(&m, EDIT_COHORT, PART_COHORT, STR(""), 0, 0, NO_SLOT);
    for (uint32_t a = 0; a < now->area_count; a++) {
        uint32_t old = edits_older_area(e, a);
        if (old != NO_SLOT) area(&m, old, a);
    }
}

/* --- the older version with one ------------------------------------------------------------------------------------------ */

struct writing {
    const struct edits *edits;
    const struct edit *edit; /* NULL: none */
    struct buf *out;
};

static void put(struct writing *w, struct str text, uint32_t start, uint32_t end) { buf_add(w->out, text.s + start, end - start); }

static void put_part(struct writing *w, const struct parts *of, const struct part *part)
{
    put(w, of->text, part->start, part->start + part->length);
}

static bool is_edit(const struct writing *w, enum edit_kind kind, struct str id)
{
    return w->edit && w->edit->kind == kind && str_eq(w->edit->id, id);
}

/* The newer declaration with the older number. */
static void put_parameter(struct writing *w, const struct part *part)
{
    const struct edits *e = w->edits;
    const struct decl_parameter *old = parameter(e->was, part->id), *new = parameter(e->now, part->id);
    struct str text = e->now_parts[0].text;
    uint32_t start, length;
    if (!old || !new || old->value == new->value || is_edit(w, EDIT_PARAMETER, part->id) ||
        !script_parameter_value(text, new->spot.line, part->id, &start, &length)) {
        put_part(w, &e->now_parts[0], part);
        return;
    }
    put(w, text, part->start, start);
    buf_double(w->out, old->value);
    put(w, text, start + length, part->start + part->length);
}

static enum edit_kind edit_of(enum part_kind kind) { return kind == PART_LADDER ? EDIT_LADDER : kind == PART_COHORT ? EDIT_COHORT : EDIT_KINDS; }

/* What there is once: the newer where it is the edit, else the older. False: neither has it. */
static bool put_alone(struct writing *w, enum part_kind kind)
{
    const struct edits *e = w->edits;
    const struct parts *of = is_edit(w, edit_of(kind), STR("")) ? &e->now_parts[0] : &e->was_parts[0];
    const struct part *part = script_part(of, kind, STR(""));
    if (part) put_part(w, of, part);
    return part != NULL;
}

/* What the older version alone declares, or has though the newer has not: at the head of its table. */
static void put_older(struct writing *w, enum part_kind kind, const char *prefix)
{
    const struct edits *e = w->edits;
    for (size_t i = 0; i < e->was_parts[0].count; i++) {
        const struct part *part = &e->was_parts[0].list[i];
        if (part->kind != kind || script_part(&e->now_parts[0], kind, part->id)) continue;
        if (prefix && strncmp(part->id.s, prefix, strlen(prefix)) != 0) continue;
        if (kind == PART_LADDER || kind == PART_COHORT) {
            if (put_alone(w, kind)) buf_put(w->out, ", ");
            continue;
        }
        put_part(w, &e->was_parts[0], part);
        buf_put(w->out, ", ");
    }
}

/* Whatever has its place at byte `at` of the newer pack.lua. */
static void put_room(struct writing *w, uint32_t at)
{
    const struct parts *now = &w->edits->now_parts[0];
    if (at == now->room) put_older(w, PART_LADDER, NULL), put_older(w, PART_COHORT, NULL);
    if (at == now->room_parameters) put_older(w, PART_PARAMETER, NULL);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        if (at == now->room_evidence[kind]) put_older(w, PART_EVIDENCE, evidence_kind_plural((enum evidence_kind)kind));
}

static uint32_t next_room(const struct parts *now, uint32_t from, uint32_t to)
{
    uint32_t at = to;
    const uint32_t rooms[] = {now->room, now->room_parameters, now->room_evidence[0], now->room_evidence[1], now->room_evidence[2], now->room_evidence[3]};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
        if (rooms[i] > from && rooms[i] <= at) at = rooms[i];
    return at;
}

/* What stands between parts, with what is put into it. */
static void put_between(struct writing *w, uint32_t from, uint32_t to)
{
    const struct parts *now = &w->edits->now_parts[0];
    while (from < to) {
        uint32_t at = next_room(now, from, to);
        put(w, now->text, from, at);
        put_room(w, at);
        from = at;
    }
}

static void write_pack(struct writing *w)
{
    const struct parts *now = &w->edits->now_parts[0];
    uint32_t at = 0;
    for (size_t i = 0; i < now->count; i++) {
        const struct part *part = &now->list[i];
        bool kept = true;
        put_between(w, at, part->start);
        if (part->kind == PART_PARAMETER)
            put_parameter(w, part);
        else if (part->kind == PART_EVIDENCE)
            put_part(w, now, part);
        else
            kept = put_alone(w, part->kind);
        at = kept ? part->start + part->length : part->past;
    }
    put_between(w, at, (uint32_t)now->text.n);
}

static enum part_kind part_of(enum edit_kind kind)
{
    return kind == EDIT_CAP ? PART_CAP : kind == EDIT_AREA_LADDER ? PART_LADDER : PART_CHARACTERISTIC;
}

static struct str short_id(const struct edit *e)
{
    const char *slash = memchr(e->id.s, '/', e->id.n);
    if (e->kind == EDIT_AREA_LADDER) return STR("");
    return slash ? (struct str){slash + 1, e->id.n - (size_t)(slash + 1 - e->id.s)} : e->id;
}

static void write_area(struct writing *w, const struct parts *was, const struct parts *now)
{
    const struct edit *e = w->edit;
    struct str id = short_id(e);
    const struct part *x = script_part(was, part_of(e->kind), id), *y = script_part(now, part_of(e->kind), id);
    uint32_t from = x ? x->start : was->room, to = !x ? from : y ? x->start + x->length : x->past;
    if (e->kind == EDIT_FILE) {
        put(w, now->text, 0, (uint32_t)now->text.n);
        return;
    }
    put(w, was->text, 0, from);
    if (!x) buf_char(w->out, ' ');
    if (y) put_part(w, now, y);
    if (!x) buf_char(w->out, ',');
    put(w, was->text, to, (uint32_t)was->text.n);
}

static struct str written(struct writing *w, struct arena *arena)
{
    size_t length = w->out->length;
    char *kept = w->out->failed ? NULL : arena_try(arena, length + 1);
    if (kept) memcpy(kept, buf_text(w->out), length + 1);
    buf_done(w->out); /* before the jump */
    if (!kept) arena_starved(arena);
    return (struct str){kept, length};
}

struct pack *edits_open(const struct edits *e, size_t i, struct arena *arena, struct diags *diags)
{
    struct buf out;
    struct writing w = {e, i < e->count ? &e->list[i] : NULL, &out};
    struct str *texts = arena_zero(arena, e->was->file_count, sizeof *texts);
    buf_init(&out);
    write_pack(&w);
    texts[0] = written(&w, arena);
    if (w.edit && w.edit->area != NO_SLOT) {
        uint32_t was = w.edit->area + 1, now = w.edit->newer_area + 1;
        buf_init(&out);
        write_area(&w, &e->was_parts[was], &e->now_parts[now]);
        texts[was] = written(&w, arena);
    }
    return pack_open_texts(e->was, texts, diags);
}
