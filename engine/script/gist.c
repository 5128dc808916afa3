/* gist.c: see gist.h. A reader of Lua's statements and expressions (gist_walk.c), each expression with what it stands
 * for; and what a rule does with it is noted (gist_note.c). */
#include "script/gist_reader.h"

/* They were noted the last first. */
static struct gist_constant *turned(struct gist_constant *c)
{
    struct gist_constant *first = NULL;
    while (c) {
        struct gist_constant *next = c->next;
        c->next = first;
        first = c;
        c = next;
    }
    return first;
}

const struct gist *gist_read(struct str text, struct arena *arena)
{
    struct reader *r = arena_alloc(arena, sizeof *r); /* the names are written before they are read */
    const struct frame file = {NULL, 0, 0};
    r->arena = arena;
    r->name_count = r->depth = r->within = r->steps = r->loops = 0;
    r->frame = &file;
    r->gist = r->first = NULL;
    r->constant_of = NULL;
    r->last = &r->first;
    r->declaring = (struct value){.meaning = PLAIN};
    r->lost = r->changed = false;
    lexer_init(&r->lexer, text);
    reader_file(r);
    for (struct gist *s = r->first; s; s = s->next) {
        s->partial = s->partial || r->lost || r->changed;
        s->constants = turned(s->constants);
    }
    return r->first;
}

const struct gist *gist_find(const struct gist *list, enum gist_part part, struct str id)
{
    for (; list; list = list->next)
        if (list->part == part && str_eq(list->id, id)) return list;
    return NULL;
}
