/* finding.c: strengths and weaknesses that an inspector wrote down. */
#include "data/index.h"
#include "data/intake.h"

enum { F_ID, F_KIND, F_AGAINST, F_WEIGHT, F_TEXT, F_SOURCE, F_NOTE, F_COUNT };
static const struct str keys[] = {KEY("id"),   KEY("kind"),   KEY("against"), KEY("weight"),
                                  KEY("text"), KEY("source"), KEY("note")};
static const struct shape shape = {"a finding",    keys, F_COUNT, 1u << F_KIND | 1u << F_AGAINST | 1u << F_TEXT,
                                   HINT_LEAVE_OUT, NULL};
static const struct str kinds[] = {KEY("strength"), KEY("weakness")};

static bool is_characteristic(struct str s)
{
    size_t area = id_length(s);
    if (area == 0 || area == s.n || s.s[area] != '/') return false;
    return is_id((struct str){s.s + area + 1, s.n - area - 1});
}

bool want_characteristic(struct intake *in, const char *a, struct str *out)
{
    if (quick_string(&in->reader, out)) {
        if (in->quiet || is_characteristic(*out)) return out->s = quick_copy(&in->reader, out->s, out->n), true;
        unread(in, out->s - 1);
    }
    if (!in->quiet && !want_type(in, JSON_STRING_, WANTED_TEXT, "\"area/characteristic\"")) return false;
    uint32_t at = here(in);
    if (!reader_string(&in->reader, out)) return in->wrong = true, false;
    if (in->quiet || is_characteristic(*out)) return true;
    tell_error(in, at, 0, "write the id of the area, a slash, and the id of the characteristic",
               "%s is against \"area/characteristic\", not %s", a, quote_str(*out).text);
    return false;
}

static void tell_repeats(struct intake *in, const struct finding *f, uint32_t at)
{
    const struct index *index = index_build(in->arena, f->against, f->against_count, sizeof *f->against);
    for (size_t i = 0; i < f->against_count; i++)
        if (index_find(index, f->against[i]) != i)
            tell_error(in, at, 0, "leave one of them out", "the finding is against %s twice",
                       quote_str(f->against[i]).text);
}

/* An array of them: none twice, at least one. */
static void against_many(struct intake *in, struct finding *f)
{
    struct rows rows;
    uint32_t start = here(in);
    if (!rows_open(in, &rows, sizeof(struct str), "an array")) return;
    while (rows_next(in, keys[F_AGAINST])) {
        struct str *s = rows_add(in->arena, &rows);
        if (!want_characteristic(in, "a finding", s)) rows.count--;
    }
    f->against = (struct str *)(void *)rows.items;
    f->against_count = rows.count;
    if (rows.count > 1 && !in->quiet) tell_repeats(in, f, start);
    if (rows.count == 0 && !in->wrong && !in->reader.failed)
        tell_error(in, start, 0, "name the characteristic it speaks about, as \"area/characteristic\"",
                   "\"against\" is empty");
}

static void against_read(struct intake *in, struct finding *f)
{
    if (reader_peek(&in->reader) == JSON_ARRAY_) {
        against_many(in, f);
    } else {
        f->against = arena_alloc(in->arena, sizeof *f->against);
        f->against_count = want_characteristic(in, "a finding", f->against);
    }
    f->against_slot = arena_alloc(in->arena, (f->against_count + 1) * sizeof *f->against_slot);
    memset(f->against_slot, 0xff, f->against_count * sizeof *f->against_slot);
}

static void weight_read(struct intake *in, double *out)
{
    struct number n;
    uint32_t at = here(in);
    if (!want_number(in, &n)) return;
    *out = n.value;
    if (n.value > 0 && n.value <= 10) return;
    tell_error(in, at, 0, "a weight is a number above 0 and up to 10; the usual one is 1", "\"weight\" cannot be %.60s",
               n.spelled.s);
}

static void finding_read(struct intake *in, struct finding *x)
{
    struct fields f;
    x->weight = 1;
    x->source.source = NO_SLOT;
    x->offset = here(in); /* an element was just found here */
    if (!fields_open(in, &f, &shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (i) {
        case F_ID: want_id(in, &x->id); break;
        case F_KIND: x->weakness = want_word(in, kinds, 2) == 1; break;
        case F_AGAINST: against_read(in, x); break;
        case F_WEIGHT: weight_read(in, &x->weight); break;
        case F_TEXT: want_text(in, &x->text); break;
        case F_SOURCE: want_citation(in, &x->source); break;
        default: want_text(in, &x->note); break;
        }
}

void findings_read(struct intake *in, struct org *org)
{
    static const struct str key = KEY("findings");
    struct rows rows;
    bool named = false, wrong = in->wrong;
    if (!rows_open(in, &rows, sizeof(struct finding), "an array of findings")) return;
    while (rows_next(in, key)) {
        struct finding *f = rows_add(in->arena, &rows);
        in->wrong = false;
        finding_read(in, f);
        named |= f->id.s != NULL;
        wrong |= in->wrong;
    }
    in->wrong |= wrong;
    org->findings = (struct finding *)(void *)rows.items;
    org->finding_count = rows.count;
    if (named && !in->quiet)
        tell_twins(in, (const struct str *)(const void *)rows.items, rows.count, sizeof(struct finding),
                   offsetof(struct finding, offset), "finding");
}
