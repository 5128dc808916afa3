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

void telling_broken(const struct telling *t, const struct verdict *v, const char *rule)
{
    const char *file = v->raised.file;
    size_t n = file ? strlen(file) : 0;
    buf_put(t->buf, v->outcome == PEEL_LIMIT ? " met a limit: " : " ended in an error: ");
    if (n && v->reason.n > n && memcmp(v->reason.s, file, n) == 0 && v->reason.s[n] == ':') rule = NULL;
    if (rule && n && v->raised.line > 0) buf_printf(t->buf, "%s:%d: ", file, v->raised.line);
    else if (rule) buf_printf(t->buf, "%s: ", rule);
    buf_str(t->buf, v->reason);
}
