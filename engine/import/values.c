/* values.c: from cells to the values of every organisation, with what is missing typed by its spelling, and every cell
 * that says neither told. */
#include "import/importing.h"
#include "import/spelling.h"
#include <math.h>
#include <stdio.h>

/* --- Missing ------------------------------------------------------------------------------------------ */

static const struct decl_missing *spelled_in(const struct decl_missings *list, struct str text)
{
    for (size_t i = 0; list && i < list->count; i++)
        if (str_eq(list->list[i].spelling, text)) return &list->list[i];
    return NULL;
}

const struct decl_missing *missing_spelled(const struct importing *im, const struct decl_missings *own, struct str text)
{
    const struct decl_missing *m = spelled_in(own, text);
    return m ? m : spelled_in(&im->mapping.missing, text);
}

/* --- Numbers ------------------------------------------------------------------------------------------ */

/* What was meant: a number, or that there is none? */
static void number_hint(struct str text, char hint[DIAG_HINT])
{
    bool digits = false;
    for (size_t i = 0; i < text.n; i++) digits = digits || (text.s[i] >= '0' && text.s[i] <= '9');
    if (digits)
        snprintf(hint, DIAG_HINT, "a number is spelled 1234, 1,234.5 or -3; what is none may be listed in `missing`");
    else
        snprintf(hint, DIAG_HINT,
                 "if it stands for a value that is missing, say why: missing = { [\"%.40s\"] = \"not-supplied\" }",
                 text.s);
}

void tell_number(const struct tabled *in, struct cell *cell, bool percent, struct diags *diags)
{
    struct spelled s;
    char hint[DIAG_HINT];
    const char *column = in->table.header[(size_t)(cell - in->table.cells) % in->table.columns].text.s,
               *text = cell->text.s;
    if (cell->told) return;
    cell->told = true;
    switch (spelling_read(cell->text, percent, &s)) {
    case SPELLING_PERCENT:
        table_complain(&in->table, cell, diags, DIAG_ERROR,
                       "say percent = true in the mapping, which makes 12.5% a share, 0.125",
                       "\"%.60s\" in \"%.60s\" is in percent", text, column);
        break;
    case SPELLING_GROUPS:
        table_complain(&in->table, cell, diags, DIAG_ERROR,
                       "commas part thousands, in threes: 1,234,567; decimals stand behind a point",
                       "\"%.60s\" in \"%.60s\" has a comma where none can be", text, column);
        break;
    case SPELLING_TOO_LARGE:
        table_complain(&in->table, cell, diags, DIAG_ERROR, NULL, "\"%.60s\" in \"%.60s\" is too large a number", text,
                       column);
        break;
    default:
        number_hint(cell->text, hint);
        if (cell->text.n)
            table_complain(&in->table, cell, diags, DIAG_ERROR, hint, "\"%.60s\" in \"%.60s\" is no number", text,
                           column);
        else
            table_complain(&in->table, cell, diags, DIAG_ERROR, hint,
                           "\"%.60s\" is empty here, and what that stands for is not said", column);
    }
}

/* What the number must be; NULL: it is. */
static const char *flaw(enum number_is is, double d)
{
    bool whole = d == floor(d);
    switch (is) {
    case NUMBER_SHARE: return d >= 0 && d <= 1 ? NULL : "a share, from 0 to 1";
    case NUMBER_LEVEL: return d > 0 && d < 1 ? NULL : "between 0 and 1";
    case NUMBER_COUNT: return whole && d >= 0 ? NULL : "a whole number from 0";
    case NUMBER_FROM_1: return whole && d >= 1 ? NULL : "a whole number from 1";
    default: return NULL;
    }
}

static bool tell_flaw(struct importing *im, const struct figure *f, int part, const struct tabled *in,
                      struct cell *cell, double d)
{
    enum number_is is = figure_parts[f->kind][part].is;
    const char *must = flaw(is, d);
    if (!must) return false;
    if (cell->told) return true;
    bool percent = is == NUMBER_SHARE && d > 1 && d <= 100 && !f->decl->percent;
    table_complain(&in->table, cell, im->diags, DIAG_ERROR,
                   percent ? "if the table is in percent, say percent = true in the mapping" : NULL,
                   "\"%s\" of \"%s\" must be %s, got %.60s", figure_parts[f->kind][part].key, f->id.s, must,
                   cell->text.s);
    cell->told = true;
    return true;
}

static struct number keep(struct importing *im, const struct spelled *s)
{
    return (struct number){s->value, {arena_dup(im->arena, s->text, s->length), s->length}};
}

/* --- Values ------------------------------------------------------------------------------------------- */

/* Counts are none, whatever the others are. */
static bool in_percent(const struct figure *f, int part)
{
    enum number_is is = figure_parts[f->kind][part].is;
    return f->decl->percent && is != NUMBER_COUNT && is != NUMBER_FROM_1;
}

static void read_part(struct importing *im, const struct figure *f, int part, const struct member *m, struct value *v)
{
    const struct found *found = &f->columns[part];
    bool required = figure_parts[f->kind][part].required;
    if (!found->in) {
        v->wrong = v->wrong || f->decl->columns[part].name.s; /* told with the columns */
        return;
    }
    size_t row = m->rows[found->in - im->tables];
    if (row == NO_ROW) {
        v->part_missing[part] = PEEL_NOT_COLLECTED;
        return;
    }
    struct cell *cell = table_cell(&found->in->table, row, found->at);
    if (!v->cell) v->cell = cell, v->in = found->in;
    const struct decl_missing *missing = missing_spelled(im, &f->decl->missing, cell->text);
    struct spelled s;
    if (missing) {
        v->part_missing[part] = (uint8_t)missing->type;
        if (required && !v->note.s) v->note = missing->note;
    } else if (spelling_read(cell->text, in_percent(f, part), &s) != SPELLING_GOOD) {
        tell_number(found->in, cell, in_percent(f, part), im->diags);
        v->wrong = true;
    } else if (tell_flaw(im, f, part, found->in, cell, s.value))
        v->wrong = true;
    else
        v->parts[part] = keep(im, &s);
}

/* met of reviewed of population. */
static void check_sample(struct importing *im, const struct figure *f, struct value *v)
{
    static const char *const names[] = {"reviewed", "met", "population"};
    static const int less[] = {1, 0}, more[] = {0, 2};
    for (int i = 0; i < 2; i++) {
        const struct number *a = &v->parts[less[i]], *b = &v->parts[more[i]];
        if (v->wrong || !a->spelled.s || !b->spelled.s || a->value <= b->value) continue;
        table_complain(&v->in->table, v->cell, im->diags, DIAG_ERROR, NULL,
                       "\"%s\" of \"%s\" is %s, more than \"%s\", %s", names[less[i]], f->id.s, a->spelled.s,
                       names[more[i]], b->spelled.s);
        v->wrong = true;
    }
}

static void read_value(struct importing *im, const struct figure *f, const struct member *m, struct value *v)
{
    for (int part = 0; part < FIGURE_PARTS && figure_parts[f->kind][part].key; part++) read_part(im, f, part, m, v);
    for (int part = FIGURE_PARTS - 1; part >= 0; part--)
        if (v->part_missing[part] && figure_parts[f->kind][part].required && !(f->kind == EVIDENCE_SAMPLE && part == 1))
            v->missing = v->part_missing[part];
    if (f->kind == EVIDENCE_SAMPLE) check_sample(im, f, v);
}

void values_read(struct importing *im)
{
    for (size_t i = 0; i < im->member_count; i++)
        for (size_t k = 0; k < im->figure_count; k++)
            if (im->figures[k].decl->value < 0)
                read_value(im, &im->figures[k], im->members[i], &im->members[i]->values[k]);
}
