/* page_closing.c: what belongs to the run, not to an organisation: agreement with the published grades and the base
 * rate beside it, the parameters with what they rest on, and the digests that say exactly what was judged by what. */
#include "data/phrase.h"
#include "report/page.h"
#include "report/wrap.h"

static void of(struct buf *s, uint64_t part, uint64_t whole)
{
    buf_int(s, (int64_t)part);
    buf_put(s, " of ");
    buf_int(s, (int64_t)whole);
    buf_put(s, " (");
    phrase_share(part, whole, s);
    buf_put(s, ")");
}

static void agreement(struct page *p, const struct agreement *a)
{
    struct buf *s = p->scratch;
    struct base_rate base = agreement_base_rate(a);
    page_section(p, "Agreement with the published grades");
    buf_clear(s);
    if (a->compared == 0 || base.grade < 0) {
        buf_put(s, "Nothing to compare: no graded area has both a computed and a published grade of this round.");
    } else {
        buf_put(s, "Computed and published agree in ");
        of(s, a->agreed, a->compared);
        buf_put(s, ", and are at most one step apart in ");
        of(s, a->within_one, a->compared);
        buf_put(s, ". Saying \"");
        words(pack_grade_name(p->report->pack, base.grade), s);
        buf_put(s, "\" of every area would agree in ");
        of(s, base.count, a->compared);
        buf_put(s, ". Carried-over judgments are not counted.");
    }
    page_item(p, "", (struct str){s->data, s->length});
}

static void parameter(struct page *p, const struct decl_parameter *d, size_t name, size_t number)
{
    struct buf *s = p->scratch;
    buf_put(p->out, "  ");
    columns_pad(p->out, d->name, name + 2);
    buf_clear(s);
    style_number(d->value, s);
    columns_pad(p->out, (struct str){s->data, s->length}, number + 2);
    buf_clear(s);
    buf_str(s, d->title);
    if (d->rests.n > 0) {
        buf_put(s, " [");
        buf_str(s, d->rests);
        buf_put(s, "]");
    }
    size_t indent = 2 + name + 2 + number + 2;
    wrap(p->out, (struct str){s->data, s->length}, indent, indent, p->style->width);
}

static void parameters(struct page *p)
{
    const struct decl_pack *d = &p->report->pack->decl;
    size_t name = 0, number = 0;
    if (d->parameter_count == 0) return;
    for (size_t i = 0; i < d->parameter_count; i++) {
        buf_clear(p->scratch);
        style_number(d->parameters[i].value, p->scratch);
        if (p->scratch->length > number) number = p->scratch->length;
        if (d->parameters[i].name.n > name) name = d->parameters[i].name.n;
    }
    page_section(p, "Parameters, and what they rest on");
    for (size_t i = 0; i < d->parameter_count; i++) parameter(p, &d->parameters[i], name, number);
}

static void references(struct page *p)
{
    const struct decl_pack *d = &p->report->pack->decl;
    size_t width = 0;
    if (d->reference_count == 0) return;
    for (size_t i = 0; i < d->reference_count; i++)
        if (d->references[i].id.n > width) width = d->references[i].id.n;
    page_section(p, "References");
    for (size_t i = 0; i < d->reference_count; i++) {
        buf_put(p->out, "  ");
        columns_pad(p->out, d->references[i].id, width + 2);
        wrap(p->out, d->references[i].text, width + 4, width + 4, p->style->width);
    }
}

static void digests(struct page *p)
{
    const struct decl_pack *d = &p->report->pack->decl;
    page_section(p, "What was judged by what");
    buf_put(p->out, "  dataset  round ");
    safe(p->out, p->report->dataset->round);
    buf_printf(p->out, ", %s\n  pack     %s ", p->report->digest, d->name.s);
    safe(p->out, d->version);
    buf_printf(p->out, ", %s\n", p->report->pack->digest);
    buf_printf(p->out, "  engine   peel %s\n", PEEL_VERSION);
}

/* What the dataset says of itself: whoever reads the judgments reads what they rest on. */
static void about_the_data(struct page *p)
{
    const struct dataset *d = p->report->dataset;
    if (!d->note.s) return;
    page_section(p, "About the data");
    buf_clear(p->scratch);
    safe(p->scratch, d->note);
    page_item(p, "", (struct str){p->scratch->data, p->scratch->length});
}

static void partial(struct page *p, const struct run_totals *t)
{
    if (t->partial == 0) return;
    struct buf *s = p->scratch;
    page_section(p, "Partial");
    buf_clear(s);
    buf_printf(s, "%llu of %llu organisations had a rule that failed: in all %llu in an error, %llu at a limit.",
               (unsigned long long)t->partial, (unsigned long long)t->organisations, (unsigned long long)t->rules_error,
               (unsigned long long)t->rules_limit);
    page_item(p, "", (struct str){s->data, s->length});
}

void page_closing(struct page *p, const struct run_totals *totals)
{
    partial(p, totals);
    about_the_data(p);
    page_cohort(p);
    agreement(p, &totals->agreement);
    parameters(p);
    references(p);
    digests(p);
}
