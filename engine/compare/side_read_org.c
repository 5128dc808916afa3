/* side_read_org.c: one organisation of a result that was written, as a record: what its rules read, its judgments, what was
 * raised. */
#include "compare/result.h"
#include "base/mem.h"
#include <stdio.h>

/* --- One organisation: what its rules read -------------------------------------------------------------------------- */

/* "samples/files", behind "/organisations/3/"; s NULL: it is none of a catalogue. */
static struct str tail_of(struct str at)
{
    size_t slashes = 0, i = 0;
    for (; i < at.n && slashes < 3; i++) slashes += at.s[i] == '/';
    return slashes == 3 ? (struct str){at.s + i, at.n - i} : (struct str){NULL, 0};
}

/* The entry that it names, with those that the dataset does not declare behind the others. NO_SLOT: a finding. */
static uint32_t entry_of(struct result_reading *r, struct str tail)
{
    struct judged *s = r->side;
    uint32_t at = lookup_find(&r->entries, tail);
    if (at != LOOKUP_NONE) return at;
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        const char *plural = evidence_kind_plural((enum evidence_kind)k);
        size_t n = strlen(plural);
        if (tail.n <= n || memcmp(tail.s, plural, n) != 0 || tail.s[n] != '/') continue;
        struct str id = {tail.s + n + 1, tail.n - n - 1};
        for (size_t i = r->catalogued; i < s->entry_count; i++)
            if ((int)s->entries[i].kind == k && str_eq(s->entries[i].id, id)) return (uint32_t)i;
        return result_entry(r, (struct side_entry){
                                .kind = (enum evidence_kind)k, .id = side_word(s, id), .denominator = NO_SLOT});
    }
    return NO_SLOT;
}

static void see(struct result_reading *r, struct side_value value)
{
    r->seen[value.entry] = r->turn;
    r->values[value.entry] = value;
}

static int missing_named(struct result_reading *r, const struct at *at, struct str name)
{
    int missing = peel_missing_named(name.s, name.n);
    if (missing < 0) document_wrong(&r->doc, at, "\"missing\" has a word that is none of its own");
    return missing;
}

static void read_sample(struct result_reading *r, const struct at *at, double *to)
{
    bool drawn = json_object_get(at->value, "population") != NULL;
    to[0] = document_count(&r->doc, at, "reviewed"), to[1] = document_count(&r->doc, at, "met");
    to[2] = drawn ? document_count(&r->doc, at, "population") : 0;
    if (to[0] < 1 || to[1] > to[0] || (drawn && to[0] > to[2]))
        document_wrong(&r->doc, at, "must have \"reviewed\" of 1 or more, no more \"met\" than that, and no smaller a \"population\"");
}

static void read_estimate(struct result_reading *r, const struct at *at, double *to)
{
    to[0] = document_number(&r->doc, at, "value"), to[1] = document_number(&r->doc, at, "margin"), to[2] = document_number(&r->doc, at, "level");
    if (!(to[1] >= 0 && to[2] > 0 && to[2] < 1))
        document_wrong(&r->doc, at, "must have a \"margin\" of 0 or more, at a \"level\" between 0 and 1");
}

/* As a dataset may have it: what is compared later is taken for that. */
static void read_number(struct result_reading *r, const struct at *at, uint32_t entry)
{
    struct side_value v = {.entry = entry};
    struct str missing = document_text_or_none(&r->doc, at, "missing");
    enum evidence_kind kind = r->side->entries[entry].kind;
    if (missing.s)
        v.missing = (uint8_t)missing_named(r, at, missing);
    else if (kind == EVIDENCE_SAMPLE)
        read_sample(r, at, v.number);
    else if (kind == EVIDENCE_ESTIMATE)
        read_estimate(r, at, v.number);
    else
        v.number[0] = document_number(&r->doc, at, "value");
    if (!missing.s && kind == EVIDENCE_SURVEY && json_object_get(at->value, "n")) v.number[1] = document_count(&r->doc, at, "n");
    see(r, v);
}

/* What an older engine wrote has no numbers: then nothing can be said of what was read. */
static void read_numbers(struct result_reading *r, const struct at *org)
{
    if (!json_object_get(org->value, "numbers")) return;
    struct at numbers = document_object(&r->doc, org, "numbers");
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        const char *plural = evidence_kind_plural((enum evidence_kind)k), *id;
        json_t *value;
        if (!json_object_get(numbers.value, plural)) continue;
        struct at map = document_object(&r->doc, &numbers, plural);
        json_object_foreach((json_t *)(uintptr_t)map.value, id, value) {
            struct at one = document_object(&r->doc, &map, id);
            uint32_t entry = result_catalogued(r, plural, id);
            if (entry == NO_SLOT) document_wrong(&r->doc, &one, "is not among the \"evidence\" of the dataset");
            read_number(r, &one, entry);
        }
    }
}

static void read_finding(struct result_reading *r, const struct at *at, uint32_t characteristic, struct side_org *o)
{
    struct str value = document_text(&r->doc, at, "value");
    bool weakness = value.n > 10 && memcmp(value.s, "weakness: ", 10) == 0;
    size_t skip = weakness || (value.n > 10 && memcmp(value.s, "strength: ", 10) == 0) ? 10 : 0;
    o->findings[o->finding_count++] =
        (struct side_finding){side_word(r->side, document_text_or_none(&r->doc, at, "id")),
                              side_word(r->side, (struct str){value.s + skip, value.n - skip}), weakness, characteristic,
                              document_number_or(&r->doc, at, "weight", 1)};
}

static void read_entry(struct result_reading *r, uint32_t entry)
{
    for (size_t i = r->reads_count; i-- > 0 && r->reads[i] != NO_SLOT;)
        if (r->reads[i] == entry) return;
    r->reads[r->reads_count++] = entry;
    if (r->seen[entry] != r->turn) see(r, (struct side_value){.entry = entry, .missing = PEEL_NOT_COLLECTED});
}

/* Reads are parted by NO_SLOT while they are gathered. */
static void read_proof(struct result_reading *r, const struct at *characteristic, uint32_t c, struct side_org *o)
{
    struct at list = document_array(&r->doc, characteristic, "evidence");
    size_t count = json_array_size(list.value);
    for (size_t i = 0; i < count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        struct str at = document_text_or_none(&r->doc, &one, "at");
        struct str tail = at.s ? tail_of(at) : at;
        if (!tail.s) continue;
        uint32_t entry = entry_of(r, tail);
        if (entry != NO_SLOT)
            read_entry(r, entry);
        else
            read_finding(r, &one, c, o);
    }
}

/* --- One organisation: judgments ------------------------------------------------------------------------------------ */

static struct side_moderation moderation_of(struct result_reading *r, const struct at *at)
{
    return (struct side_moderation){result_word(r, at, "to"), result_word(r, at, "by"), result_word(r, at, "why"), result_date(r, at, "date"),
                                    result_date(r, at, "withdrawn")};
}

static enum peel_status status_of(struct result_reading *r, const struct at *at)
{
    struct str name = document_text(&r->doc, at, "status");
    int status = peel_status_named(name.s, name.n);
    if (status < 0) document_wrong(&r->doc, at, "\"status\" has a word that is none of its own");
    return (enum peel_status)status;
}

static const struct side_more *read_more(struct result_reading *r, const struct at *area)
{
    struct judged *s = r->side;
    struct at withdrawn, earlier;
    size_t gone = document_some(&r->doc, area, "withdrawn", &withdrawn), before = document_some(&r->doc, area, "earlier", &earlier);
    struct str note = result_word_or_none(r, area, "note");
    bool moderated = json_is_object(json_object_get(area->value, "moderation"));
    if (!moderated && !gone && !before && !note.s) return NULL;
    struct side_more *more = arena_zero(&s->arena, 1, sizeof *more);
    more->note = note;
    if (moderated) {
        struct at one = document_object(&r->doc, area, "moderation");
        struct side_moderation *m = arena_zero(&s->arena, 1, sizeof *m);
        *m = moderation_of(r, &one);
        more->moderation = m;
    }
    more->withdrawn = arena_zero(&s->arena, gone + 1, sizeof *more->withdrawn);
    for (size_t i = 0; i < gone; i++) {
        struct at one = document_item(&r->doc, &withdrawn, i);
        more->withdrawn[more->withdrawn_count++] = moderation_of(r, &one);
    }
    more->earlier = arena_zero(&s->arena, before + 1, sizeof *more->earlier);
    for (size_t i = 0; i < before; i++) {
        struct at one = document_item(&r->doc, &earlier, i);
        more->earlier[more->earlier_count++] =
            (struct side_earlier){result_word_or_none(r, &one, "grade"), result_word_or_none(r, &one, "note"), status_of(r, &one),
                                  result_date(r, &one, "date")};
    }
    return more;
}

static int grade_of(struct result_reading *r, const struct at *area, const char *key)
{
    struct str name = document_text(&r->doc, area, key);
    int grade = side_grade_named(r->side, name);
    struct at at = {json_object_get(area->value, key), area, key, 0};
    char what[160];
    snprintf(what, sizeof what, "\"%.*s\" is no grade of the scale", (int)(name.n < 80 ? name.n : 80), name.s);
    if (grade == INT8_MIN) document_wrong(&r->doc, &at, what);
    return grade;
}

static void read_characteristics(struct result_reading *r, const struct at *area, size_t a, struct side_org *o)
{
    const struct side_area *is = &r->side->areas[a];
    struct at list = document_array(&r->doc, area, "characteristics");
    if (json_array_size(list.value) != is->count) document_wrong(&r->doc, &list, "does not match the \"framework\"");
    for (uint32_t i = 0; i < is->count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        struct str name = document_text(&r->doc, &one, "outcome");
        int outcome = peel_outcome_named(name.s, name.n);
        if (outcome < 0) document_wrong(&r->doc, &one, "\"outcome\" has a word that is none of its own");
        o->outcomes[is->first + i] = (uint8_t)outcome;
        r->reads[r->reads_count++] = NO_SLOT;
        read_proof(r, &one, is->first + i, o);
    }
}

static void read_area(struct result_reading *r, const struct at *area, size_t a, struct side_org *o)
{
    struct judged *s = r->side;
    if (!str_eq(document_text(&r->doc, area, "id"), s->areas[a].id)) document_wrong(&r->doc, area, "does not match the \"framework\"");
    s->areas[a].graded = document_flag(&r->doc, area, "graded");
    o->judgments[a] = (struct side_judgment){(int8_t)grade_of(r, area, "grade"), (int8_t)grade_of(r, area, "computed"),
                                             (uint8_t)status_of(r, area),
                                             side_publish(s, document_text_or_none(&r->doc, area, "published")),
                                             result_date(r, area, "date"), read_more(r, area)};
    read_characteristics(r, area, a, o);
}

/* How many pieces of evidence the areas have together: room for reads and findings. */
static size_t proof_size(const struct at *areas)
{
    size_t n = 0, i, k, e;
    json_t *area, *one, *evidence;
    json_array_foreach((json_t *)(uintptr_t)areas->value, i, area)
        json_array_foreach(json_object_get(area, "characteristics"), k, one) {
            n++;
            json_array_foreach(json_object_get(one, "evidence"), e, evidence) n++;
        }
    return n;
}

static void keep_reads(struct result_reading *r, struct side_org *o)
{
    struct judged *s = r->side;
    uint32_t n = 0;
    size_t c = 0;
    o->read_start = arena_alloc(&s->arena, (s->characteristic_count + 1) * sizeof *o->read_start);
    o->reads = arena_alloc(&s->arena, (r->reads_count + 1) * sizeof *o->reads);
    for (size_t i = 0; i < r->reads_count; i++)
        if (r->reads[i] == NO_SLOT)
            o->read_start[c++] = n;
        else
            o->reads[n++] = r->reads[i];
    o->read_start[c] = n;
}

static void keep_values(struct result_reading *r, struct side_org *o)
{
    struct judged *s = r->side;
    for (size_t i = 0; i < s->entry_count; i++) o->value_count += r->seen[i] == r->turn;
    o->values = arena_alloc(&s->arena, (o->value_count + 1) * sizeof *o->values);
    for (size_t i = 0, n = 0; i < s->entry_count; i++)
        if (r->seen[i] == r->turn) o->values[n++] = r->values[i];
}

static void keep_findings(struct judged *s, struct side_org *o)
{
    struct side_finding *kept = arena_alloc(&s->arena, (o->finding_count + 1) * sizeof *kept);
    if (o->finding_count) memcpy(kept, o->findings, o->finding_count * sizeof *kept);
    o->findings = kept;
}

static void read_judgments(struct result_reading *r, const struct at *org, struct side_org *o)
{
    struct judged *s = r->side;
    struct at areas = document_array(&r->doc, org, "areas");
    size_t size = proof_size(&areas);
    if (json_array_size(areas.value) != s->area_count) document_wrong(&r->doc, &areas, "does not match the \"framework\"");
    if (size > r->reads_capacity) {
        r->reads_capacity = 2 * size;
        r->reads = arena_alloc(&s->arena, r->reads_capacity * sizeof *r->reads);
        r->findings = arena_alloc(&s->arena, r->reads_capacity * sizeof *r->findings);
    }
    r->reads_count = 0;
    o->findings = r->findings;
    o->outcomes = arena_zero(&s->arena, s->characteristic_count + 1, 1);
    o->judgments = arena_zero(&s->arena, s->area_count + 1, sizeof *o->judgments);
    for (size_t a = 0; a < s->area_count; a++) {
        struct at one = document_item(&r->doc, &areas, a);
        read_area(r, &one, a, o);
    }
    keep_findings(s, o);
    keep_reads(r, o);
    keep_values(r, o);
}

/* --- One organisation: what was raised ------------------------------------------------------------------------------- */

static void read_recommendations(struct result_reading *r, const struct at *at, struct side_item *to)
{
    struct at list;
    size_t count = document_some(&r->doc, at, "recommendations", &list);
    to->recommendations = arena_zero(&r->side->arena, count + 1, sizeof *to->recommendations);
    for (size_t i = 0; i < count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        to->recommendations[to->recommendation_count++] =
            (struct side_recommendation){result_word(r, &one, "text"), result_word_or_none(r, &one, "deadline")};
    }
}

static void read_raised(struct result_reading *r, const struct at *org, const char *key, bool concern, struct side_org *o)
{
    struct at list = document_array(&r->doc, org, key);
    size_t count = json_array_size(list.value);
    for (size_t i = 0; i < count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        struct side_item *to = &o->items[o->item_count++];
        *to = (struct side_item){.id = result_word(r, &one, "id"), .text = result_word(r, &one, "text"), .area = result_word(r, &one, "area"),
                                 .concern = concern};
        read_recommendations(r, &one, to);
    }
}

static void read_action(struct result_reading *r, const struct at *at, struct side_item *to)
{
    struct at list = document_array(&r->doc, at, "events");
    size_t count = json_array_size(list.value);
    *to = (struct side_item){.id = result_word(r, at, "id"), .text = result_word(r, at, "text"), .round = result_word_or_none(r, at, "round"),
                             .area = result_word(r, at, "area"),
                             .against = result_word_or_none(r, at, "against"), .recorded = true,
                             .concern = str_is(document_text(&r->doc, at, "kind"), "cause-of-concern")};
    to->events = arena_zero(&r->side->arena, count + 1, sizeof *to->events);
    for (size_t i = 0; i < count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        to->events[to->event_count++] =
            (struct side_event){result_date(r, &one, "date"), result_word_or_none(r, &one, "status"),
                                result_word_or_none(r, &one, "comment"), result_word_or_none(r, &one, "by")};
    }
    read_recommendations(r, at, to);
}

static void read_items(struct result_reading *r, const struct at *org, struct side_org *o)
{
    struct at actions;
    size_t recorded = document_some(&r->doc, org, "actions", &actions);
    size_t count = recorded + json_array_size(document_array(&r->doc, org, "areas_for_improvement").value) +
                   json_array_size(document_array(&r->doc, org, "causes_of_concern").value);
    o->items = arena_zero(&r->side->arena, count + 1, sizeof *o->items);
    read_raised(r, org, "areas_for_improvement", false, o);
    read_raised(r, org, "causes_of_concern", true, o);
    for (size_t i = 0; i < recorded; i++) {
        struct at one = document_item(&r->doc, &actions, i);
        read_action(r, &one, &o->items[o->item_count++]);
    }
}

/* Not in the arena, which would keep each size it had; the side gets them in the end. */
static struct side_org *next_org(struct result_reading *r)
{
    struct judged *s = r->side;
    if (s->org_count == r->capacity) {
        size_t wider = r->capacity ? 2 * r->capacity : 64;
        struct side_org *orgs = mem_realloc(r->orgs, wider * sizeof *orgs);
        if (!orgs) arena_starved(&s->arena);
        r->orgs = orgs, r->capacity = wider;
    }
    return &r->orgs[s->org_count++];
}

void result_org(struct result_reading *r, const struct at *root)
{
    struct side_org *o = next_org(r);
    r->turn++;
    *o = (struct side_org){.id = result_word(r, root, "id"), .name = result_word(r, root, "name"), .in_scope = document_flag(&r->doc, root, "in_scope"),
                           .partial = str_is(document_text(&r->doc, root, "status"), "partial")};
    read_numbers(r, root);
    read_judgments(r, root, o);
    read_items(r, root, o);
    struct at formerly;
    if (document_some(&r->doc, root, "formerly", &formerly)) o->formerly = result_names(r, &formerly);
}
