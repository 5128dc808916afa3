/* telling.c: see telling.h. */
#include "judge/telling.h"
#include "data/phrase.h"

struct str telling_take(const struct telling *t)
{
    if (t->buf->failed) arena_starved(t->arena);
    size_t n = t->buf->length;
    struct str s = {arena_dup(t->arena, n ? t->buf->data : "", n), n};
    buf_clear(t->buf);
    return s;
}

/* Mostly a few. */
void telling_count(const struct telling *t, size_t count)
{
    if (count < 10)
        buf_char(t->buf, (char)('0' + count));
    else
        buf_int(t->buf, (int64_t)count);
}

void telling_grade(const struct telling *t, int grade)
{
    if (grade >= 0 && (size_t)grade < t->pack->decl.scale.count)
        buf_str(t->buf, t->pack->decl.scale.list[grade]);
    else
        buf_put(t->buf, pack_grade_name(t->pack, grade));
}

void telling_percent(const struct telling *t, double share) { phrase_percent(share, t->buf); }

void telling_share(const struct telling *t, double share, double asked)
{
    bool near = share < asked && asked - share < 0.002;
    if (near && phrase_tenths(share) == phrase_tenths(asked)) buf_put(t->buf, "just under ");
    telling_percent(t, share);
}

void telling_characteristics(const struct telling *t, size_t count, int level)
{
    telling_count(t, count);
    buf_put(t->buf, count == 1 ? " characteristic" : " characteristics");
    if (level < 0) return;
    buf_put(t->buf, " of ");
    telling_grade(t, level);
}

void telling_name(const struct telling *t, struct str name)
{
    if (!name.s) return;
    buf_put(t->buf, " (");
    buf_str(t->buf, name);
    buf_char(t->buf, ')');
}

struct str telling_id(const struct telling *t, uint32_t characteristic)
{
    return t->pack->characteristics[characteristic].decl->id;
}

void telling_broken(const struct telling *t, const struct verdict *v, const char *rule)
{
    const char *file = v->raised.file;
    size_t n = file ? strlen(file) : 0;
    buf_put(t->buf, v->outcome == PEEL_LIMIT ? " met a limit: " : " ended in an error: ");
    if (n && v->reason.n > n && memcmp(v->reason.s, file, n) == 0 && v->reason.s[n] == ':') rule = NULL;
    if (rule && n && v->raised.line > 0)
        buf_printf(t->buf, "%s:%d: ", file, v->raised.line);
    else if (rule)
        buf_printf(t->buf, "%s: ", rule);
    buf_str(t->buf, v->reason);
}
