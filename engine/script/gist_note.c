/* gist_note.c: what a rule was seen to do, noted once. */
#include "script/gist_reader.h"
#include "script/message.h"

/* --- Evidence and parameters ----------------------------------------------------------------------------------------
 */

void note_partial(struct reader *r)
{
    if (r->gist) r->gist->partial = true;
}

struct gist_read *note_read(struct reader *r, enum evidence_kind kind, struct str name)
{
    if (!r->gist) return NULL;
    struct gist_read **at = &r->gist->reads;
    for (; *at; at = &(*at)->next)
        if ((*at)->kind == kind && str_eq((*at)->name, name)) return *at;
    *at = arena_zero(r->arena, 1, sizeof **at);
    (*at)->kind = kind;
    (*at)->name = name;
    return *at;
}

static void note_name(struct reader *r, struct gist_name **at, struct str name)
{
    for (; *at; at = &(*at)->next)
        if (str_eq((*at)->name, name)) return;
    *at = arena_zero(r->arena, 1, sizeof **at);
    (*at)->name = name;
}

void note_parameter(struct reader *r, struct str name)
{
    if (r->gist) note_name(r, &r->gist->parameters, name);
}

void note_asked(struct reader *r, struct gist_read *read, struct str method, struct str argument,
                const struct value *first)
{
    if (!read) return;
    struct gist_asked **at = &read->asked;
    for (; *at; at = &(*at)->next)
        if (str_eq((*at)->method, method) && str_eq((*at)->argument, argument)) return;
    *at = arena_zero(r->arena, 1, sizeof **at);
    (*at)->method = method;
    (*at)->argument = argument;
    if (first && !first->next && first->meaning == PARAMETER) (*at)->parameter = first->text;
    if (first && !first->next && first->meaning == EVIDENCE) (*at)->other = first->read;
}

/* Marked by where it begins, since a rule may have thousands of them. The last stands first, until gist_read turns them about. */
void note_constant(struct reader *r, const struct gist_constant *constant)
{
    if (!r->gist) return;
    struct str text = r->lexer.text;
    if (!r->constant_of) r->constant_of = arena_zero(r->arena, text.n + 1, sizeof *r->constant_of);
    const struct gist **noted = &r->constant_of[constant->text.s - text.s];
    if (*noted == r->gist) return;
    *noted = r->gist;
    struct gist_constant *c = arena_alloc(r->arena, sizeof *c);
    *c = *constant;
    c->next = r->gist->constants;
    r->gist->constants = c;
}

/* --- Messages ----------------------------------------------------------------------------------------------------- */

static void add_piece(struct reader *r, struct gist_piece ***last, enum gist_piece_kind kind, struct str text)
{
    if (kind == PIECE_TEXT && text.n == 0) return;
    struct gist_piece *piece = arena_zero(r->arena, 1, sizeof *piece);
    piece->kind = kind;
    piece->text = text;
    **last = piece;
    *last = &piece->next;
}

/* {{ and }} are one brace each. */
static void add_plain(struct reader *r, struct gist_piece ***last, struct str text)
{
    for (size_t i = 0; i + 1 < text.n; i++) {
        if ((text.s[i] != '{' && text.s[i] != '}') || text.s[i + 1] != text.s[i]) continue;
        add_piece(r, last, PIECE_TEXT, (struct str){text.s, i + 1});
        text = (struct str){text.s + i + 2, text.n - i - 2};
        i = (size_t)-1;
    }
    add_piece(r, last, PIECE_TEXT, text);
}

static void add_placeholder(struct reader *r, struct gist_piece ***last, struct str text, const struct placeholder *p)
{
    const struct name *n = reader_find(r, p->name);
    enum meaning meaning = n ? n->value.meaning : PLAIN;
    if (meaning == EVIDENCE && !p->field.s && n->value.read) note_name(r, &n->value.read->shown, p->name);
    if (meaning == PARAMETERS && p->field.s) {
        note_parameter(r, p->field);
        add_piece(r, last, PIECE_PARAMETER, p->field);
    } else if (meaning == TEXT && !p->field.s)
        add_piece(r, last, PIECE_TEXT, n->value.text);
    else
        add_piece(r, last, PIECE_NAME, (struct str){text.s + p->start + 1, p->length > 2 ? p->length - 2 : 0});
}

static const struct gist_piece *pieces_of(struct reader *r, struct str text)
{
    struct gist_piece *first = NULL, **last = &first;
    struct placeholder p;
    uint32_t at = 0, from = 0;
    while (placeholder_next(text, &at, false, &p)) {
        add_plain(r, &last, (struct str){text.s + from, p.start - from});
        add_placeholder(r, &last, text, &p);
        from = at;
    }
    add_plain(r, &last, (struct str){text.s + from, text.n - from});
    return first;
}

static bool same_pieces(const struct gist_piece *a, const struct gist_piece *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (a->kind != b->kind || !str_eq(a->text, b->text)) return false;
    return a == b;
}

void note_message(struct reader *r, enum peel_outcome outcome, struct str text)
{
    if (!r->gist) return;
    const struct gist_piece *pieces = text.s ? pieces_of(r, text) : NULL;
    struct gist_message **at = &r->gist->messages;
    for (; *at; at = &(*at)->next)
        if ((*at)->outcome == outcome && same_pieces((*at)->pieces, pieces)) return;
    *at = arena_zero(r->arena, 1, sizeof **at);
    (*at)->outcome = outcome;
    (*at)->pieces = pieces;
}
