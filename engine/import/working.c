/* working.c: the measures that are worked out. A function sees measures and columns by name: a measure first, then a
 * column of any table, as a number without percent. Measures that are worked out themselves are seen by those further
 * down. */
#include "data/decimal.h"
#include "import/importing.h"
#include "import/spelling.h"
#include "script/spot.h"
#include <math.h>
#include <stdio.h>

struct desk { /* what a row is read from */
    struct importing *im;
    const struct member *member;
    size_t figure; /* the one being worked out */
};

/* --- Reading ------------------------------------------------------------------------------------------- */

static enum row_answer read_value(const struct value *v, double *number, enum peel_missing *missing)
{
    if (v->wrong) return ROW_WRONG;
    *missing = (enum peel_missing)v->missing;
    *number = v->parts[0].value;
    return v->missing ? ROW_MISSING : ROW_NUMBER;
}

static enum row_answer read_cell(struct importing *im, const struct member *m, const struct column *c, double *number,
                                 enum peel_missing *missing)
{
    struct spelled s;
    size_t row = m->rows[c->in - im->tables];
    if (row == NO_ROW) return *missing = PEEL_NOT_COLLECTED, ROW_MISSING;
    struct cell *cell = table_cell(&c->in->table, row, c->at);
    const struct decl_missing *spelled = missing_spelled(im, NULL, cell->text);
    if (spelled) return *missing = spelled->type, ROW_MISSING;
    if (spelling_read(cell->text, false, &s) != SPELLING_GOOD) {
        tell_number(c->in, cell, false, im->diags);
        return ROW_WRONG;
    }
    *number = s.value;
    return ROW_NUMBER;
}

static enum row_answer read_row(void *context, struct str name, double *number, enum peel_missing *missing)
{
    const struct desk *d = context;
    struct importing *im = d->im;
    uint32_t at = index_find(im->figure_index, name);
    uint32_t column = index_find(im->column_index, name);
    bool itself = at == d->figure && column != NO_SLOT; /* its own name can only be that of a column */
    if (at != NO_SLOT && !itself && im->figures[at].decl->value >= 0 && at >= d->figure) return ROW_LATER;
    if (at != NO_SLOT && !itself) return read_value(&d->member->values[at], number, missing);
    if (column == NO_SLOT) return im->blind ? ROW_WRONG : ROW_UNKNOWN;
    if (im->columns[column].twice) return ROW_TWICE;
    return read_cell(im, d->member, &im->columns[column], number, missing);
}

/* --- Telling ------------------------------------------------------------------------------------------- */

/* The same mistake of a function is told once, not for each organisation. */
static bool was_told(const struct diags *diags, struct spot spot, const char *message)
{
    for (size_t i = 0; i < diags->count; i++)
        if (diags->list[i].place.line == (uint64_t)spot.line && strcmp(diags->list[i].message, message) == 0)
            return true;
    return false;
}

static void tell_answer(struct importing *im, const struct figure *f, const struct member *m, const char *message)
{
    struct tabled *in = &im->tables[0];
    while (m->rows[in - im->tables] == NO_ROW) in++;
    struct cell *cell = table_cell(&in->table, m->rows[in - im->tables], in->organisation);
    table_complain(&in->table, cell, im->diags, DIAG_ERROR,
                   arena_printf(im->arena, "the function of %s:%d may look first whether it divides by 0",
                                f->decl->spot.file, f->decl->spot.line),
                   "\"%s\" of \"%.80s\": %s", f->id.s, m->id.s, message);
}

static void tell_function(struct importing *im, struct figure *f, const struct derived *d)
{
    char message[DIAG_MESSAGE];
    struct spot spot = d->spot.line ? d->spot : f->decl->spot;
    f->stopped = d->is == DERIVED_STOPPED;
    snprintf(message, sizeof message, "\"%s\": %.300s", f->id.s, d->message);
    if (was_told(im->diags, spot, message)) return;
    const char *from = strchr(d->message, '`'), *to = from ? strchr(from + 1, '`') : NULL;
    struct str name = to ? (struct str){from + 1, (size_t)(to - from) - 1} : (struct str){NULL, 0}, line;
    struct place place = spot_name(spot, im->text, name, &line);
    diag_excerpt(diag_add(im->diags, DIAG_ERROR, place,
                          f->stopped
                              ? "a figure is a short reckoning; limits are raised by options, see peel import --help"
                              : NULL,
                          "%s", message),
                 line.s, line.s ? line.n : 0);
}

/* --- Working out ---------------------------------------------------------------------------------------- */

static bool rounded(struct importing *im, struct str text, int decimals, struct spelled *s)
{
    struct buf out;
    buf_init(&out);
    decimal_round(text, 0, decimals, &out);
    bool starved = out.failed;
    bool good = !starved && spelling_read((struct str){out.data, out.length}, false, s) == SPELLING_GOOD;
    buf_done(&out);
    if (starved) arena_starved(im->arena);
    return good;
}

/* In the shortest form that reads back the same, or rounded as the mapping says. Past 2^53 there is nothing to round.
 */
static struct number written(struct importing *im, const struct figure *f, double d)
{
    char text[DOUBLE_TEXT];
    size_t n = double_text(d, text);
    struct spelled s;
    if (f->decl->decimals < 0 || fabs(d) >= 0x1p53 || !rounded(im, (struct str){text, n}, f->decl->decimals, &s))
        return (struct number){d, {arena_dup(im->arena, text, n), n}};
    return (struct number){s.value, {arena_dup(im->arena, s.text, s.length), s.length}};
}

static void work_out(struct desk *d, const struct row *row)
{
    struct derived answer;
    struct importing *im = d->im;
    struct figure *f = &im->figures[d->figure];
    struct value *v = &d->member->values[d->figure];
    script_derive(im->script, f->decl->value, row, &answer);
    if (answer.is == DERIVED_STARVED) arena_starved(im->arena);
    v->wrong = answer.is >= DERIVED_WRONG;
    if (answer.is == DERIVED_NUMBER)
        v->parts[0] = written(im, f, answer.number);
    else if (answer.is == DERIVED_MISSING)
        v->missing = (uint8_t)answer.missing;
    else if (answer.of_answer)
        tell_answer(im, f, d->member, answer.message);
    else if (answer.message[0])
        tell_function(im, f, &answer);
}

static struct row row_of(struct importing *im, struct desk *desk)
{
    size_t count = 0;
    struct str *names = arena_alloc(im->arena, (im->figure_count + im->column_count + 1) * sizeof *names);
    for (size_t i = 0; i < im->mapping.figure_count[EVIDENCE_MEASURE]; i++) names[count++] = im->figures[i].id;
    for (size_t i = 0; i < im->column_count; i++) names[count++] = im->columns[i].name;
    return (struct row){desk, read_row, names, count};
}

void values_work_out(struct importing *im)
{
    struct desk desk = {.im = im};
    struct row row = row_of(im, &desk);
    for (desk.figure = 0; desk.figure < im->figure_count; desk.figure++)
        for (size_t i = 0; im->figures[desk.figure].decl->value >= 0 && i < im->member_count; i++) {
            desk.member = im->members[i];
            desk.member->values[desk.figure].wrong = im->figures[desk.figure].stopped;
            if (!im->figures[desk.figure].stopped) work_out(&desk, &row);
        }
}
