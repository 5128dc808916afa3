/* update.c: see update.h. */
#include "trial/update.h"
#include <stdlib.h>

void update_init(struct update *u)
{
    *u = (struct update){0};
    arena_init(&u->arena);
}

void update_done(struct update *u) { arena_done(&u->arena); }

/* --- Adding --------------------------------------------------------------------------------------- */

static void *grown(struct update *u, void *list, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return list;
    size_t more = *capacity ? 2 * *capacity : 16;
    void *bigger = arena_alloc(&u->arena, more * size);
    if (count) memcpy(bigger, list, count * size);
    *capacity = more;
    return bigger;
}

static void leave(struct update *u, const struct trial *t, const struct decl_expected *e, enum left why)
{
    u->left = grown(u, u->left, u->left_count, &u->left_capacity, sizeof *u->left);
    u->left[u->left_count++] = (struct leftover){t->file, t->is, e, why};
}

static void edit(struct update *u, const struct trial *t, const struct wording *w, struct str with)
{
    u->edits = grown(u, u->edits, u->edit_count, &u->edit_capacity, sizeof *u->edits);
    u->edits[u->edit_count++] = (struct rewording){t->file, w->start, w->length, with};
}

/* --- Names ---------------------------------------------------------------------------------------- */

static struct str behind(struct str id, size_t prefix) { return (struct str){id.s + prefix, id.n - prefix}; }

/* What an item of a list is called in full: a characteristic or a cap. */
static struct str full_name(const struct trial *t, const struct decl_expected *e, uint32_t item)
{
    return e->kind == EXPECT_CAPS ? t->suite->caps[item] : t->suite->pack->shape.ids[item];
}

/* In a case's area without it. */
static struct str short_name(const struct trial *t, const struct decl_expected *e, uint32_t item)
{
    struct str full = full_name(t, e, item);
    return e->area == NO_SLOT ? full : behind(full, t->suite->pack->shape.area_ids[e->area].n + 1);
}

static bool is_named(const struct trial *t, const struct decl_expected *e, uint32_t item, struct str name)
{
    return str_eq(name, short_name(t, e, item)) || str_eq(name, full_name(t, e, item));
}

/* --- What came -------------------------------------------------------------------------------------- */

static bool came(const struct trial *t, const struct decl_expected *e, uint32_t item)
{
    const struct pack *pack = t->suite->pack;
    if (e->kind != EXPECT_CAPS) return trial_raised(t->result, item, e->kind);
    struct str area = pack->shape.area_ids[e->area], name = t->suite->caps[item];
    if (name.n <= area.n || memcmp(name.s, area.s, area.n) != 0 || name.s[area.n] != '/') return false;
    return trial_cap_acted(t->result, e->area, behind(name, area.n + 1));
}

/* The items that a list could have: from, up to, not with. */
static void span(const struct trial *t, const struct decl_expected *e, uint32_t *from, uint32_t *to)
{
    const struct board_shape *shape = &t->suite->pack->shape;
    bool caps = e->kind == EXPECT_CAPS, all = e->area == NO_SLOT;
    *from = caps || all ? 0 : shape->area_start[e->area];
    *to = caps ? (uint32_t)t->suite->cap_count : all ? (uint32_t)shape->characteristics : shape->area_start[e->area + 1];
}

static bool is_listed(const struct trial *t, const struct decl_expected *e, const struct wording *w, uint32_t item)
{
    for (size_t i = 0; i < w->count; i++)
        if (is_named(t, e, item, w->items[i])) return true;
    return false;
}

struct listing {
    struct buf *out;
    const struct wording *w;
    size_t count;
};

static void list_item(struct listing *l, struct str name)
{
    buf_put(l->out, l->count++ ? ", " : "{ ");
    script_spell(name, l->w->quote, l->out);
}

/* Of a list: what is in it still, then what is new. */
static void spell_list(const struct trial *t, const struct decl_expected *e, const struct wording *w, struct buf *out)
{
    struct listing l = {out, w, 0};
    uint32_t from, to;
    span(t, e, &from, &to);
    for (size_t i = 0; i < w->count; i++)
        for (uint32_t item = from; item < to; item++)
            if (is_named(t, e, item, w->items[i]) && came(t, e, item)) list_item(&l, w->items[i]);
    for (uint32_t item = from; item < to; item++)
        if (came(t, e, item) && !is_listed(t, e, w, item)) list_item(&l, short_name(t, e, item));
    buf_put(out, l.count ? " }" : "{}");
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The length of the number that text begins with: 1,234.5. */
static size_t number(struct str text)
{
    size_t n = 0;
    while (n < text.n && (is_digit(text.s[n]) ||
                          ((text.s[n] == '.' || text.s[n] == ',') && n > 0 && n + 1 < text.n && is_digit(text.s[n + 1]))))
        n++;
    return n;
}

/* How much of text is the pattern, whatever its numbers; 0: it does not begin so. */
static size_t alike(struct str pattern, struct str text)
{
    size_t p = 0, at = 0;
    while (p < pattern.n && at < text.n) {
        if (is_digit(pattern.s[p]) != is_digit(text.s[at])) return 0;
        if (is_digit(pattern.s[p])) {
            p += number(behind(pattern, p)), at += number(behind(text, at));
        } else if (pattern.s[p++] != text.s[at++])
            return 0;
    }
    return p == pattern.n ? at : 0;
}

/* s NULL: nowhere in the reason. */
static struct str same_words(struct str pattern, struct str reason)
{
    for (size_t from = 0; from < reason.n; from++) {
        if (from && is_digit(reason.s[from]) && is_digit(reason.s[from - 1])) continue;
        size_t n = alike(pattern, behind(reason, from));
        if (n) return (struct str){reason.s + from, n};
    }
    return (struct str){NULL, 0};
}

static struct str reason_of_grade(const struct trial *t, const struct decl_expected *e)
{
    const struct area_result *a = &t->result->areas[e->area];
    struct str found = a->ladder ? same_words(e->text, a->ladder->reason) : (struct str){NULL, 0};
    for (size_t i = 0; i < a->why_count && !found.s; i++) found = same_words(e->text, a->why[i]);
    if (found.s) return found;
    return a->why_count ? a->why[0] : a->ladder ? a->ladder->reason : (struct str){NULL, 0};
}

static struct str reason(const struct trial *t, const struct decl_expected *e)
{
    if (e->kind == EXPECT_WHY) return reason_of_grade(t, e);
    struct str all = t->result->verdicts[e->characteristic].reason, found = same_words(e->text, all);
    return found.s ? found : all;
}

/* Of what is one text: n 0 where there is none that could be expected. */
static struct str text_that_came(const struct trial *t, const struct decl_expected *e)
{
    enum { LONGEST = 4096 }; /* as a text of a case may be */
    const struct org_result *r = t->result;
    switch (e->kind) {
    case EXPECT_OUTCOME: return str_of(peel_outcome_name(r->verdicts[e->characteristic].outcome));
    case EXPECT_GRADE: return str_of(pack_grade_name(t->suite->pack, r->areas[e->area].grade));
    case EXPECT_COMPUTED: return str_of(pack_grade_name(t->suite->pack, r->areas[e->area].computed));
    default: return str_head(reason(t, e), LONGEST);
    }
}

/* --- What is there ---------------------------------------------------------------------------------- */

static bool says_list(const struct trial *t, const struct decl_expected *e, const struct wording *w)
{
    for (size_t i = 0; i < e->count; i++)
        if (!is_listed(t, e, w, e->list[i])) return false;
    return w->list && w->count == e->count;
}

/* Does the file spell what was expected? Else it stands elsewhere, or was made. */
static bool says(const struct trial *t, const struct decl_expected *e, const struct wording *w)
{
    const struct pack *pack = t->suite->pack;
    if (e->list) return says_list(t, e, w);
    if (w->list || w->count != 1) return false;
    switch (e->kind) {
    case EXPECT_OUTCOME: return str_is(w->items[0], peel_outcome_name((enum peel_outcome)e->word));
    case EXPECT_GRADE:
    case EXPECT_COMPUTED: return str_is(w->items[0], pack_grade_name(pack, e->word));
    default: return str_eq(w->items[0], e->text);
    }
}

static bool is_shared(const struct trial *t, const struct decl_expected *e, const struct wording *w)
{
    const struct decl_cases *cases = &t->file->cases;
    for (size_t i = 0; w->row && i < cases->count; i++)
        for (size_t k = 0; k < cases->list[i].expected_count; k++)
            if (script_shares(w, e, &cases->list[i], &cases->list[i].expected[k])) return true;
    return false;
}

/* --- One after another ------------------------------------------------------------------------------- */

/* The buffer is copied before anything can jump. */
static struct str kept(struct update *u, struct buf *from)
{
    char *copy = from->failed ? NULL : arena_try(&u->arena, from->length + 1);
    struct str text = {copy, from->length};
    if (copy && text.n) memcpy(copy, from->data, text.n);
    buf_done(from);
    if (!copy) arena_starved(&u->arena);
    return text;
}

static void update_one(struct update *u, const struct trial *t, const struct decl_expected *e, bool *edited)
{
    struct wording w;
    struct buf with;
    struct str text = e->list ? STR("{") : text_that_came(t, e);
    if (text.n == 0)
        leave(u, t, e, LEFT_NO_TEXT);
    else if (!script_wording(t->file->text, t->is, e, &u->place, &u->arena, &w) || !says(t, e, &w))
        leave(u, t, e, LEFT_PUT_TOGETHER);
    else if (is_shared(t, e, &w))
        leave(u, t, e, LEFT_SHARED);
    else {
        buf_init(&with);
        if (e->list)
            spell_list(t, e, &w, &with);
        else
            script_spell(text, w.quote, &with);
        edit(u, t, &w, kept(u, &with));
        *edited = true;
    }
}

struct updating { struct update *update; const struct trial *trial; };

static void update_all(void *context)
{
    const struct updating *with = context;
    struct update *u = with->update;
    const struct trial *t = with->trial;
    bool edited = false;
    if (t->state == TRIAL_BROKEN)
        leave(u, t, NULL, LEFT_BROKEN);
    else
        for (size_t i = 0; i < t->is->expected_count; i++)
            if (!t->held[i]) update_one(u, t, &t->is->expected[i], &edited);
    u->cases += edited;
}

void update_case(struct update *u, const struct trial *t)
{
    if (t->state == TRIAL_PASSED || u->failed) return;
    if (!arena_guard(&u->arena, update_all, &(struct updating){u, t})) u->failed = true;
}

/* --- All of them --------------------------------------------------------------------------------------- */

static int in_order(const void *a, const void *b)
{
    const struct rewording *x = a, *y = b;
    if (x->file != y->file) return (x->file > y->file) - (x->file < y->file); /* of one array */
    return (x->start > y->start) - (x->start < y->start);
}

void update_sort(struct update *u)
{
    if (u->edit_count) qsort(u->edits, u->edit_count, sizeof *u->edits, in_order);
}

size_t update_of_file(const struct update *u, size_t i)
{
    size_t n = 0;
    while (i + n < u->edit_count && u->edits[i + n].file == u->edits[i].file) n++;
    return n;
}

void update_text(const struct rewording *edits, size_t count, struct buf *out)
{
    struct str text = edits[0].file->text;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        buf_add(out, text.s + at, edits[i].start - at);
        buf_str(out, edits[i].with);
        at = edits[i].start + edits[i].length;
    }
    buf_add(out, text.s + at, text.n - at);
}
