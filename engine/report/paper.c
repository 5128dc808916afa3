/* paper.c: see paper.h. */
#include "report/paper.h"

struct writing {
    struct paper *paper;
    void (*write)(void *context);
    void *context;
};

static void write_all(void *context)
{
    struct writing *w = context;
    w->paper->work.escape = w->paper->piece.escape;
    w->write(w->context);
}

bool paper_write(struct paper *p, void (*write)(void *context), void *context, const struct buf *out)
{
    struct writing w = {p, write, context};
    arena_init(&p->piece), arena_init(&p->work), buf_init(&p->scratch);
    bool done = arena_guard(&p->piece, write_all, &w) && !out->failed && !p->scratch.failed;
    arena_done(&p->piece), arena_done(&p->work), buf_done(&p->scratch);
    return done;
}
