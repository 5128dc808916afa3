/* telling.c: see telling.h. */
#include "judge/telling.h"
#include "data/phrase.h"

struct str telling_take(const struct telling *t)
{
    if (t->buf->failed) longjmp(*t->arena->escape, 1);
    size_t n = t->buf->length;
    struct str s = {arena_dup(t->arena, n ? t->buf->data : "", n), n};
    buf_clear(t->buf);
    return s;
}

void telling_share(const struct telling *t, double share, double asked)
{
    size_t start = t->buf->length;
    phrase_percent(asked, t->buf);
    size_t middle = t->buf->length;
    phrase_percent(share, t->buf);
    if (t->buf->failed) return;
    const char *text = t->buf->data;
    size_t n = t->buf->length - middle;
    bool hidden = share < asked && n == middle - start && memcmp(text + start, text + middle, n) == 0;
    t->buf->length = start;
    if (hidden) buf_put(t->buf, "just under ");
    phrase_percent(share, t->buf);
}

struct str telling_id(const struct telling *t, uint32_t characteristic) { return t->pack->characteristics[characteristic].decl->id; }

/* Does the reason begin with its place, as a rule's own does? */
static bool tells_place(const struct verdict *v)
{
    size_t n = v->raised.file ? strlen(v->raised.file) : 0;
    return n > 0 && v->reason.n > n && memcmp(v->reason.s, v->raised.file, n) == 0 && v->reason.s[n] == ':';
}

void telling_place(const struct telling *t, const struct verdict *v, const char *rule)
{
    if (tells_place(v)) return;
    if (v->raised.line > 0 && v->raised.file)
        buf_printf(t->buf, " (%s:%d)", v->raised.file, v->raised.line);
    else
        buf_printf(t->buf, " (%s)", rule);
}
