/* guide_say.c: what the parts of the guide say alike: numbers with their names, sources, links. */
#include "data/phrase.h"
#include "report/guide_parts.h"

const struct decl_parameter *guide_parameter(const struct guide *g, struct str name)
{
    uint32_t i = lookup_find(&g->parameter_names, name);
    return i == LOOKUP_NONE ? NULL : &g->pack->decl.parameters[i];
}

static void say_number(struct guide *g, double d, bool share)
{
    buf_clear(g->scratch);
    if (share)
        phrase_percent(d, g->scratch);
    else
        style_number(d, g->scratch);
    sayf(&g->doc, "%s", buf_text(g->scratch));
}

void guide_say_number(struct guide *g, const struct decl_parameter *p)
{
    say_number(g, p->value, str_is(p->unit, "share"));
    if (str_is(p->unit, "percent")) say(&g->doc, " percent");
}

static const char *parameter_anchor(struct guide *g, struct str name)
{
    return arena_printf(g->arena, "parameter.%.*s", (int)name.n, name.s);
}

static void say_name_of(struct guide *g, struct str name)
{
    say(&g->doc, " (");
    say_link(&g->doc, parameter_anchor(g, name), name);
    say(&g->doc, ")");
}

void guide_say_parameter(struct guide *g, struct str name)
{
    const struct decl_parameter *p = guide_parameter(g, name);
    if (!p) {
        say_code(&g->doc, name);
        return;
    }
    guide_say_number(g, p);
    say_name_of(g, name);
}

void guide_say_placeholder(struct guide *g, struct str name)
{
    const struct decl_parameter *p = guide_parameter(g, name);
    if (!p) {
        say_code(&g->doc, name);
        return;
    }
    say_number(g, p->value, str_is(p->unit, "share"));
    say_name_of(g, name);
}

void guide_say_amount(struct guide *g, double share, struct str parameter)
{
    say_number(g, share, true);
    if (parameter.s) say_name_of(g, parameter);
}

/* The id that a source begins with, where it is one of the references. */
static uint32_t reference_of(const struct guide *g, struct str rests)
{
    size_t n = 0;
    while (n < rests.n && !strchr(",;: ", rests.s[n])) n++;
    struct str after = {rests.s + n, rests.n - n};
    if (after.n && *after.s == ' ' && (after.n < 5 || memcmp(after.s, " and ", 5) != 0)) return LOOKUP_NONE;
    return lookup_find(&g->reference_names, (struct str){rests.s, n});
}

/* The address of a source that stands at its end: the whole guide has it once, in its references. */
static struct str without_address(struct str text)
{
    for (size_t i = 0; i + 8 < text.n; i++) {
        if (memcmp(text.s + i, "https://", 8) != 0 && memcmp(text.s + i, "http://", 7) != 0) continue;
        if (memchr(text.s + i, ' ', text.n - i) || (i > 0 && text.s[i - 1] != ' ')) return text;
        while (i > 0 && strchr(" ,;:", text.s[i - 1])) i--;
        return i ? (struct str){text.s, i} : text;
    }
    return text;
}

void guide_say_rests(struct guide *g, struct str rests, bool resolved)
{
    uint32_t i = reference_of(g, rests);
    if (i == LOOKUP_NONE) {
        say_str(&g->doc, rests);
        return;
    }
    const struct decl_reference *r = &g->pack->decl.references[i];
    say_link(&g->doc, arena_printf(g->arena, "reference.%.*s", (int)r->id.n, r->id.s), r->id);
    struct str behind = {rests.s + r->id.n, rests.n - r->id.n};
    const char *more = resolved ? memchr(behind.s, ';', behind.n) : NULL; /* "handbook, 1.2; number ours": the text belongs to what is before it */
    size_t place = more ? (size_t)(more - behind.s) : behind.n;
    say_str(&g->doc, (struct str){behind.s, place});
    if (!resolved) return;
    say(&g->doc, ": ");
    say_str(&g->doc, g->doc.whole ? without_address(r->text) : r->text);
    say_str(&g->doc, (struct str){behind.s + place, behind.n - place});
}

void guide_say_characteristic(struct guide *g, struct str id)
{
    uint32_t c = lookup_find(&g->pack->characteristic_ids, id);
    if (c == LOOKUP_NONE)
        say_code(&g->doc, id);
    else
        say_link(&g->doc, g->anchors[c], id);
}

void guide_say_area(struct guide *g, struct str id)
{
    uint32_t a = lookup_find(&g->pack->area_ids, id);
    if (a == LOOKUP_NONE)
        say_code(&g->doc, id);
    else
        say_link(&g->doc, g->area_anchors[a], id);
}

void guide_say_grade(struct guide *g, int grade) { say_words(&g->doc, pack_grade_name(g->pack, grade)); }

static void say_outcomes(struct guide *g, const struct gist *gist, const char *area)
{
    const char *between = " It looks at the outcome of ";
    for (const struct gist_read *r = gist->reads; r; r = r->next) {
        if (r->kind != EVIDENCE_OUTCOME) continue;
        say(&g->doc, between);
        guide_say_characteristic(g, str_of(arena_printf(g->arena, "%s/%.*s", area, (int)r->name.n, r->name.s)));
        between = ", ";
    }
    if (*between == ',') say(&g->doc, ".");
}

void guide_say_lines(struct guide *g, const struct gist *gist)
{
    sayf(&g->doc, gist->first_line == gist->last_line ? "line %d" : "lines %d", gist->first_line);
    if (gist->first_line != gist->last_line) sayf(&g->doc, " to %d", gist->last_line);
}

void guide_say_count(struct guide *g, size_t n, const char *one, const char *many)
{
    sayf(&g->doc, "%zu %s", n, n == 1 ? one : many);
}

void guide_say_function(struct guide *g, size_t file, enum gist_part part, struct str id, const char *otherwise)
{
    const struct gist *gist = guide_gist(g, file, part, id);
    const char *between = " Its numbers: ";
    if (gist && gist->first_line)
        sayf(&g->doc, "%s, ", g->pack->files[file].name), guide_say_lines(g, gist), say(&g->doc, ".");
    else
        sayf(&g->doc, "%s.", otherwise);
    if (!gist) return;
    if (file > 0) say_outcomes(g, gist, g->pack->areas[file - 1].decl->id.s);
    for (const struct gist_name *n = gist->parameters; n; n = n->next, between = ", ") {
        say(&g->doc, between);
        guide_say_parameter(g, n->name);
    }
    if (*between == ',') say(&g->doc, ".");
}
