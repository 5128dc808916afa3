/* side_read.c: a result that was written, as a side. The splitter hands it over an organisation at a time, jansson reads
 * each, and of the tree only the record is kept. A result is written by a program: of what is wrong in one the first is
 * told, with its JSON Pointer, and nothing more is read.
 *
 * Keys that are not needed here are passed over: results of later engines have more. */
#include "base/mem.h"
#include "compare/side.h"
#include "data/split.h"
#include <jansson.h>
#include <stdio.h>

#define FORMAT "peel.result.v1"

struct at { /* a value, and how it is reached */
    const json_t *value;
    const struct at *up;
    const char *key; /* NULL: item `index` of an array */
    size_t index;
};

struct result_reading { /* on the heap, so that a jump finds it as it was */
    struct judged *side;
    struct diags *diags;
    struct source source;
    struct splitter *splitter;
    struct batch batch;
    json_t *root;      /* freed by whoever catches a jump */
    uint64_t line;     /* of the text of root */
    uint64_t index;    /* of the organisation in it; NO_ORGANISATION: the header, or the end */
    size_t capacity;   /* of side->orgs */
    struct str *named; /* of each entry of the catalogue: "samples/files" */
    struct lookup entries;
    size_t catalogued, entry_capacity;
    struct side_value *values; /* scratch, one for each entry */
    uint32_t *seen, turn;
    uint32_t *reads;
    size_t reads_count, reads_capacity;
    struct side_finding *findings; /* scratch, as many as reads may be */
    bool ended; /* "status" was seen: the result is whole */
    jmp_buf escape;
};
#define NO_ORGANISATION UINT64_MAX
enum { STARVED = 1, WRONG = 2 };

/* --- What is wrong ------------------------------------------------------------------------------------------------ */

static void pointer(const struct at *at, struct buf *out)
{
    if (!at->up) return;
    pointer(at->up, out);
    buf_char(out, '/');
    if (at->key)
        buf_put(out, at->key);
    else
        buf_int(out, (int64_t)at->index);
}

_Noreturn static void wrong(struct result_reading *r, const struct at *at, const char *what)
{
    struct buf path;
    buf_init(&path);
    if (r->index != NO_ORGANISATION) buf_put(&path, "/organisations/"), buf_int(&path, (int64_t)r->index);
    if (at) pointer(at, &path);
    diag_add(r->diags, DIAG_ERROR, (struct place){r->side->name, r->line, 0, 0},
             "was it written by peel grade, and not changed since?", "%s: %s", *buf_text(&path) ? buf_text(&path) : "/",
             what);
    buf_done(&path);
    longjmp(r->escape, WRONG);
}

/* --- Values by key ------------------------------------------------------------------------------------------------ */

static struct at step(struct result_reading *r, const struct at *at, const char *key, json_type type, const char *must)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (!next.value) {
        char what[160];
        snprintf(what, sizeof what, "lacks \"%s\"", key);
        wrong(r, at, what);
    }
    if (json_typeof(next.value) != type) wrong(r, &next, must);
    return next;
}

static struct str str_value(const json_t *j) { return (struct str){json_string_value(j), json_string_length(j)}; }

static struct str text(struct result_reading *r, const struct at *at, const char *key)
{
    return str_value(step(r, at, key, JSON_STRING, "must be a string").value);
}

/* s NULL: not there, or null. */
static struct str text_or_none(struct result_reading *r, const struct at *at, const char *key)
{
    const json_t *j = json_object_get(at->value, key);
    if (!j || json_is_null(j)) return (struct str){NULL, 0};
    return text(r, at, key);
}

static struct at array(struct result_reading *r, const struct at *at, const char *key)
{
    return step(r, at, key, JSON_ARRAY, "must be an array");
}

static struct at object(struct result_reading *r, const struct at *at, const char *key)
{
    return step(r, at, key, JSON_OBJECT, "must be an object");
}

/* An array that may be left out; count 0 then. */
static size_t some(struct result_reading *r, const struct at *at, const char *key, struct at *list)
{
    if (!json_object_get(at->value, key)) return 0;
    *list = array(r, at, key);
    return json_array_size(list->value);
}

static struct at item(struct result_reading *r, const struct at *list, size_t i)
{
    struct at next = {json_array_get(list->value, i), list, NULL, i};
    if (!json_is_object(next.value)) wrong(r, &next, "must be an object");
    return next;
}

static double number(struct result_reading *r, const struct at *at, const char *key)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (!json_is_number(next.value)) wrong(r, next.value ? &next : at, "must have a number");
    return json_number_value(next.value);
}

static double number_or(struct result_reading *r, const struct at *at, const char *key, double otherwise)
{
    return json_object_get(at->value, key) ? number(r, at, key) : otherwise;
}

static bool flag(struct result_reading *r, const struct at *at, const char *key)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (!json_is_boolean(next.value)) wrong(r, next.value ? &next : at, "must have true or false");
    return json_is_true(next.value);
}

static struct date date_of(struct result_reading *r, const struct at *at, const char *key)
{
    struct date date = {0};
    struct str s = text_or_none(r, at, key);
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (s.s && !date_parse(s, &date)) wrong(r, &next, "must be a date");
    side_dated(r->side, date);
    return date;
}

static struct names names_of(struct result_reading *r, const struct at *list)
{
    size_t count = json_array_size(list->value);
    struct names names = {arena_zero(&r->side->arena, count + 1, sizeof *names.list), count};
    for (size_t i = 0; i < count; i++) {
        struct at one = {json_array_get(list->value, i), list, NULL, i};
        if (!json_is_string(one.value)) wrong(r, &one, "must be a string");
        names.list[i] = side_word(r->side, str_value(one.value));
    }
    return names;
}

static struct str word(struct result_reading *r, const struct at *at, const char *key)
{
    return side_word(r->side, text(r, at, key));
}

static struct str word_or_none(struct result_reading *r, const struct at *at, const char *key)
{
    return side_word(r->side, text_or_none(r, at, key));
}

/* --- The header --------------------------------------------------------------------------------------------------- */

static void check_format(struct result_reading *r, const struct at *root)
{
    const json_t *format = json_object_get(root->value, "format");
    struct place place = {r->side->name, r->line, 0, 0};
    const char *is = json_is_string(format) ? json_string_value(format) : NULL;
    if (is && strcmp(is, FORMAT) == 0) return;
    if (is && strcmp(is, "peel.dataset.v1") == 0)
        diag_add(r->diags, DIAG_ERROR, place, "name the pack to grade it by: PACK:DATASET",
                 "is a dataset; a result is wanted");
    else if (is)
        diag_add(r->diags, DIAG_ERROR, place, "a result is written by peel grade -f json",
                 "has the format \"%.60s\"; it must be \"" FORMAT "\"", is);
    else
        diag_add(r->diags, DIAG_ERROR, place, "a result is written by peel grade -f json",
                 "is no result: it does not say \"format\": \"" FORMAT "\"");
    longjmp(r->escape, WRONG);
}

static void read_areas(struct result_reading *r, const struct at *framework)
{
    struct judged *s = r->side;
    struct at areas = array(r, framework, "areas");
    size_t all = 0;
    s->area_count = json_array_size(areas.value);
    s->areas = arena_zero(&s->arena, s->area_count + 1, sizeof *s->areas);
    for (size_t a = 0; a < s->area_count; a++) {
        struct at area = item(r, &areas, a);
        uint32_t count = (uint32_t)json_array_size(array(r, &area, "characteristics").value);
        s->areas[a] = (struct side_area){word(r, &area, "id"), word(r, &area, "title"), (uint32_t)all, count, true};
        all += count;
    }
    s->characteristic_count = all;
    s->characteristics = arena_zero(&s->arena, all + 1, sizeof *s->characteristics);
    for (size_t a = 0, c = 0; a < s->area_count; a++) {
        struct at area = item(r, &areas, a), list = array(r, &area, "characteristics");
        for (size_t i = 0; i < s->areas[a].count; i++, c++) {
            struct at one = item(r, &list, i);
            struct str id = text(r, &one, "id");
            const char *whole = arena_printf(&s->arena, "%.*s/%.*s", (int)s->areas[a].id.n, s->areas[a].id.s,
                                             (int)id.n, id.s);
            s->characteristics[c] = (struct side_characteristic){str_of(whole), word(r, &one, "text"), (uint32_t)a};
        }
    }
}

static void read_parameters(struct result_reading *r, const struct at *root, const struct at *framework)
{
    struct judged *s = r->side;
    struct at list = array(r, framework, "parameters"), numbers = object(r, root, "parameters");
    s->parameter_count = json_array_size(list.value);
    s->parameters = arena_zero(&s->arena, s->parameter_count + 1, sizeof *s->parameters);
    for (size_t i = 0; i < s->parameter_count; i++) {
        struct at one = item(r, &list, i);
        struct str name = word(r, &one, "name");
        s->parameters[i] = (struct side_parameter){name, word_or_none(r, &one, "title"), word_or_none(r, &one, "unit"),
                                                   number(r, &numbers, name.s)};
    }
}

static enum comparability comparability(struct result_reading *r, const struct at *at)
{
    struct str word_is = text_or_none(r, at, "comparability");
    if (!word_is.s) return COMPARABILITY_UNSAID;
    if (str_is(word_is, "alike")) return ALIKE;
    if (str_is(word_is, "not-comparable")) return NOT_COMPARABLE;
    wrong(r, at, "\"comparability\" must be \"alike\" or \"not-comparable\"");
}

/* {"older": "newer"}: forward; {"newer": "older"}: not. */
static struct decl_successor *successors(struct result_reading *r, const struct at *at, const char *key, bool forward,
                                         size_t *count)
{
    struct at map = object(r, at, key);
    const char *name;
    json_t *value;
    size_t n = 0;
    struct decl_successor *list = arena_zero(&r->side->arena, json_object_size(map.value) + 1, sizeof *list);
    json_object_foreach((json_t *)(uintptr_t)map.value, name, value) {
        struct str key_is = side_word(r->side, str_of(name)), is = word(r, &map, name);
        list[n++] = (struct decl_successor){.is = forward ? is : key_is, .was = forward ? key_is : is};
    }
    *count = n;
    return list;
}

static void read_crosswalk(struct result_reading *r, const struct at *at, struct side_compared *c)
{
    struct at links = array(r, at, "areas");
    c->pack = word(r, at, "pack");
    c->because = word_or_none(r, at, "because");
    c->comparability = comparability(r, at);
    c->link_count = json_array_size(links.value);
    c->links = arena_zero(&r->side->arena, c->link_count + 1, sizeof *c->links);
    for (size_t i = 0; i < c->link_count; i++) {
        struct at one = item(r, &links, i), from = array(r, &one, "from");
        c->links[i] = (struct side_link){word(r, &one, "id"), word_or_none(r, &one, "because"), names_of(r, &from),
                                         comparability(r, &one)};
    }
    c->grades = successors(r, at, "grades", true, &c->grade_count);
    c->organisations = successors(r, at, "organisations", false, &c->organisation_count);
}

static void read_crosswalks(struct result_reading *r, const struct at *root)
{
    struct at list;
    struct judged *s = r->side;
    s->compared_count = some(r, root, "compared", &list);
    s->compared = arena_zero(&s->arena, s->compared_count + 1, sizeof *s->compared);
    for (size_t i = 0; i < s->compared_count; i++) {
        struct at one = item(r, &list, i);
        read_crosswalk(r, &one, &s->compared[i]);
    }
}

/* --- Evidence: names -------------------------------------------------------------------------------------------- */

static uint32_t entry_add(struct result_reading *r, struct side_entry entry)
{
    struct judged *s = r->side;
    if (s->entry_count == r->entry_capacity) {
        size_t wider = r->entry_capacity ? 2 * r->entry_capacity : 64;
        struct side_entry *entries = arena_alloc(&s->arena, wider * sizeof *entries);
        struct side_value *values = arena_zero(&s->arena, wider, sizeof *values);
        uint32_t *seen = arena_zero(&s->arena, wider, sizeof *seen);
        if (s->entry_count) {
            memcpy(entries, s->entries, s->entry_count * sizeof *entries);
            memcpy(values, r->values, s->entry_count * sizeof *values);
            memcpy(seen, r->seen, s->entry_count * sizeof *seen);
        }
        s->entries = entries, r->values = values, r->seen = seen;
        r->entry_capacity = wider;
    }
    s->entries[s->entry_count] = entry;
    return (uint32_t)s->entry_count++;
}

static enum better better_of(struct result_reading *r, const struct at *at)
{
    struct str b = text_or_none(r, at, "better");
    return !b.s ? BETTER_NEITHER : str_is(b, "higher") ? BETTER_HIGHER : str_is(b, "lower") ? BETTER_LOWER : BETTER_NEITHER;
}

static void read_catalogue(struct result_reading *r, const struct at *evidence, enum evidence_kind kind)
{
    const char *plural = evidence_kind_plural(kind), *id;
    json_t *value;
    if (!json_object_get(evidence->value, plural)) return;
    struct at map = object(r, evidence, plural);
    json_object_foreach((json_t *)(uintptr_t)map.value, id, value) {
        struct at one = object(r, &map, id);
        entry_add(r, (struct side_entry){.kind = kind,
                                         .id = side_word(r->side, str_of(id)),
                                         .title = word_or_none(r, &one, "title"),
                                         .unit = word_or_none(r, &one, "unit"),
                                         .per = number_or(r, &one, "per", 0),
                                         .denominator = NO_SLOT,
                                         .better = better_of(r, &one)});
    }
}

static void read_denominators(struct result_reading *r, const struct at *evidence)
{
    struct judged *s = r->side;
    if (!json_object_get(evidence->value, "measures")) return;
    struct at map = object(r, evidence, "measures");
    for (size_t i = 0; i < s->entry_count && s->entries[i].kind == EVIDENCE_MEASURE; i++) {
        struct at one = object(r, &map, s->entries[i].id.s);
        struct str below = text_or_none(r, &one, "denominator");
        if (below.s) s->entries[i].denominator = side_entry_named(s, EVIDENCE_MEASURE, below);
    }
}

static void read_evidence(struct result_reading *r, const struct at *dataset)
{
    struct judged *s = r->side;
    struct at evidence = {json_object_get(dataset->value, "evidence"), dataset, "evidence", 0};
    if (evidence.value) {
        evidence = object(r, dataset, "evidence");
        for (int k = 0; k < EVIDENCE_CATALOGUES; k++) read_catalogue(r, &evidence, (enum evidence_kind)k);
        read_denominators(r, &evidence);
    }
    r->catalogued = s->entry_count;
    r->named = arena_zero(&s->arena, s->entry_count + 1, sizeof *r->named);
    for (size_t i = 0; i < s->entry_count; i++)
        r->named[i] = str_of(arena_printf(&s->arena, "%s/%.*s", evidence_kind_plural(s->entries[i].kind),
                                          (int)s->entries[i].id.n, s->entries[i].id.s));
    lookup_make(&r->entries, r->named, s->entry_count, &s->arena);
}

static void read_header(struct result_reading *r, const struct at *root)
{
    struct judged *s = r->side;
    check_format(r, root);
    struct at pack = object(r, root, "pack"), dataset = object(r, root, "dataset"), scale = array(r, root, "scale"),
              framework = object(r, root, "framework");
    s->pack = word(r, &pack, "name"), s->version = word(r, &pack, "version"), s->digest = word(r, &pack, "digest");
    s->title = word(r, &framework, "title");
    s->round = word(r, &dataset, "round"), s->dataset_digest = word(r, &dataset, "digest");
    s->year = (int)number(r, &dataset, "year");
    s->published_only = str_is(text_or_none(r, root, "judged"), "published");
    s->scale = names_of(r, &scale);
    if (s->scale.count == 0 || s->scale.count > PACK_SCALE_MAX) wrong(r, &scale, "must list 2 to 16 grades");
    read_areas(r, &framework);
    read_parameters(r, root, &framework);
    read_crosswalks(r, root);
    read_evidence(r, &dataset);
    if (json_object_get(root->value, "status")) r->ended = true;
}

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
        return entry_add(r, (struct side_entry){
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
    if (missing < 0) wrong(r, at, "\"missing\" has a word that is none of its own");
    return missing;
}

static void read_number(struct result_reading *r, const struct at *at, uint32_t entry)
{
    struct side_value v = {.entry = entry};
    struct str missing = text_or_none(r, at, "missing");
    enum evidence_kind kind = r->side->entries[entry].kind;
    if (missing.s)
        v.missing = (uint8_t)missing_named(r, at, missing);
    else if (kind == EVIDENCE_SAMPLE)
        v.number[0] = number(r, at, "reviewed"), v.number[1] = number(r, at, "met"),
        v.number[2] = number_or(r, at, "population", 0);
    else
        v.number[0] = number(r, at, "value");
    if (!missing.s && kind == EVIDENCE_ESTIMATE)
        v.number[1] = number(r, at, "margin"), v.number[2] = number(r, at, "level");
    if (!missing.s && kind == EVIDENCE_SURVEY) v.number[1] = number_or(r, at, "n", 0);
    see(r, v);
}

/* What an older engine wrote has no numbers: then nothing can be said of what was read. */
static void read_numbers(struct result_reading *r, const struct at *org)
{
    if (!json_object_get(org->value, "numbers")) return;
    struct at numbers = object(r, org, "numbers");
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        const char *plural = evidence_kind_plural((enum evidence_kind)k), *id;
        json_t *value;
        if (!json_object_get(numbers.value, plural)) continue;
        struct at map = object(r, &numbers, plural);
        json_object_foreach((json_t *)(uintptr_t)map.value, id, value) {
            struct at one = object(r, &map, id);
            uint32_t entry = side_entry_named(r->side, (enum evidence_kind)k, str_of(id));
            if (entry == NO_SLOT) wrong(r, &one, "is not among the \"evidence\" of the dataset");
            read_number(r, &one, entry);
        }
    }
}

static void read_finding(struct result_reading *r, const struct at *at, uint32_t characteristic, struct side_org *o)
{
    struct str value = text(r, at, "value");
    bool weakness = value.n > 10 && memcmp(value.s, "weakness: ", 10) == 0;
    size_t skip = weakness || (value.n > 10 && memcmp(value.s, "strength: ", 10) == 0) ? 10 : 0;
    o->findings[o->finding_count++] =
        (struct side_finding){side_word(r->side, text_or_none(r, at, "id")),
                              side_word(r->side, (struct str){value.s + skip, value.n - skip}), weakness, characteristic,
                              number_or(r, at, "weight", 1)};
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
    struct at list = array(r, characteristic, "evidence");
    size_t count = json_array_size(list.value);
    for (size_t i = 0; i < count; i++) {
        struct at one = item(r, &list, i);
        struct str at = text_or_none(r, &one, "at");
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
    return (struct side_moderation){word(r, at, "to"), word(r, at, "by"), word(r, at, "why"), date_of(r, at, "date"),
                                    date_of(r, at, "withdrawn")};
}

static enum peel_status status_of(struct result_reading *r, const struct at *at)
{
    struct str name = text(r, at, "status");
    int status = peel_status_named(name.s, name.n);
    if (status < 0) wrong(r, at, "\"status\" has a word that is none of its own");
    return (enum peel_status)status;
}

static const struct side_more *read_more(struct result_reading *r, const struct at *area)
{
    struct judged *s = r->side;
    struct at withdrawn, earlier;
    size_t gone = some(r, area, "withdrawn", &withdrawn), before = some(r, area, "earlier", &earlier);
    struct str note = word_or_none(r, area, "note");
    bool moderated = json_is_object(json_object_get(area->value, "moderation"));
    if (!moderated && !gone && !before && !note.s) return NULL;
    struct side_more *more = arena_zero(&s->arena, 1, sizeof *more);
    more->note = note;
    if (moderated) {
        struct at one = object(r, area, "moderation");
        struct side_moderation *m = arena_zero(&s->arena, 1, sizeof *m);
        *m = moderation_of(r, &one);
        more->moderation = m;
    }
    more->withdrawn = arena_zero(&s->arena, gone + 1, sizeof *more->withdrawn);
    for (size_t i = 0; i < gone; i++) {
        struct at one = item(r, &withdrawn, i);
        more->withdrawn[more->withdrawn_count++] = moderation_of(r, &one);
    }
    more->earlier = arena_zero(&s->arena, before + 1, sizeof *more->earlier);
    for (size_t i = 0; i < before; i++) {
        struct at one = item(r, &earlier, i);
        more->earlier[more->earlier_count++] =
            (struct side_earlier){word_or_none(r, &one, "grade"), word_or_none(r, &one, "note"), status_of(r, &one),
                                  date_of(r, &one, "date")};
    }
    return more;
}

static int grade_of(struct result_reading *r, const struct at *area, const char *key)
{
    int grade = side_grade_named(r->side, text(r, area, key));
    struct at at = {json_object_get(area->value, key), area, key, 0};
    if (grade == INT8_MIN) wrong(r, &at, "is no grade of the scale");
    return grade;
}

static void read_characteristics(struct result_reading *r, const struct at *area, size_t a, struct side_org *o)
{
    const struct side_area *is = &r->side->areas[a];
    struct at list = array(r, area, "characteristics");
    if (json_array_size(list.value) != is->count) wrong(r, &list, "does not match the \"framework\"");
    for (uint32_t i = 0; i < is->count; i++) {
        struct at one = item(r, &list, i);
        struct str name = text(r, &one, "outcome");
        int outcome = peel_outcome_named(name.s, name.n);
        if (outcome < 0) wrong(r, &one, "\"outcome\" has a word that is none of its own");
        o->outcomes[is->first + i] = (uint8_t)outcome;
        r->reads[r->reads_count++] = NO_SLOT;
        read_proof(r, &one, is->first + i, o);
    }
}

static void read_area(struct result_reading *r, const struct at *area, size_t a, struct side_org *o)
{
    struct judged *s = r->side;
    if (!str_eq(text(r, area, "id"), s->areas[a].id)) wrong(r, area, "does not match the \"framework\"");
    s->areas[a].graded = flag(r, area, "graded");
    o->judgments[a] = (struct side_judgment){(int8_t)grade_of(r, area, "grade"), (int8_t)grade_of(r, area, "computed"),
                                             (uint8_t)status_of(r, area),
                                             side_publish(s, text_or_none(r, area, "published")),
                                             date_of(r, area, "date"), read_more(r, area)};
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
    memcpy(kept, o->findings, o->finding_count * sizeof *kept);
    o->findings = kept;
}

static void read_judgments(struct result_reading *r, const struct at *org, struct side_org *o)
{
    struct judged *s = r->side;
    struct at areas = array(r, org, "areas");
    size_t size = proof_size(&areas);
    if (json_array_size(areas.value) != s->area_count) wrong(r, &areas, "does not match the \"framework\"");
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
        struct at one = item(r, &areas, a);
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
    size_t count = some(r, at, "recommendations", &list);
    to->recommendations = arena_zero(&r->side->arena, count + 1, sizeof *to->recommendations);
    for (size_t i = 0; i < count; i++) {
        struct at one = item(r, &list, i);
        to->recommendations[to->recommendation_count++] =
            (struct side_recommendation){word(r, &one, "text"), word_or_none(r, &one, "deadline")};
    }
}

static void read_raised(struct result_reading *r, const struct at *org, const char *key, bool concern, struct side_org *o)
{
    struct at list = array(r, org, key);
    size_t count = json_array_size(list.value);
    for (size_t i = 0; i < count; i++) {
        struct at one = item(r, &list, i);
        struct side_item *to = &o->items[o->item_count++];
        *to = (struct side_item){.id = word(r, &one, "id"), .text = word(r, &one, "text"), .area = word(r, &one, "area"),
                                 .concern = concern};
        read_recommendations(r, &one, to);
    }
}

static void read_action(struct result_reading *r, const struct at *at, struct side_item *to)
{
    struct at list = array(r, at, "events");
    size_t count = json_array_size(list.value);
    *to = (struct side_item){.id = word(r, at, "id"), .text = word(r, at, "text"), .round = word_or_none(r, at, "round"),
                             .area = word(r, at, "area"),
                             .against = word_or_none(r, at, "against"), .recorded = true,
                             .concern = str_is(text(r, at, "kind"), "cause-of-concern")};
    to->events = arena_zero(&r->side->arena, count + 1, sizeof *to->events);
    for (size_t i = 0; i < count; i++) {
        struct at one = item(r, &list, i);
        to->events[to->event_count++] =
            (struct side_event){date_of(r, &one, "date"), word_or_none(r, &one, "status"),
                                word_or_none(r, &one, "comment"), word_or_none(r, &one, "by")};
    }
    read_recommendations(r, at, to);
}

static void read_items(struct result_reading *r, const struct at *org, struct side_org *o)
{
    struct at actions;
    size_t recorded = some(r, org, "actions", &actions);
    size_t count = recorded + json_array_size(array(r, org, "areas_for_improvement").value) +
                   json_array_size(array(r, org, "causes_of_concern").value);
    o->items = arena_zero(&r->side->arena, count + 1, sizeof *o->items);
    read_raised(r, org, "areas_for_improvement", false, o);
    read_raised(r, org, "causes_of_concern", true, o);
    for (size_t i = 0; i < recorded; i++) {
        struct at one = item(r, &actions, i);
        read_action(r, &one, &o->items[o->item_count++]);
    }
}

static struct side_org *next_org(struct result_reading *r)
{
    struct judged *s = r->side;
    if (s->org_count == r->capacity) {
        size_t wider = r->capacity ? 2 * r->capacity : 64;
        struct side_org *orgs = arena_alloc(&s->arena, wider * sizeof *orgs);
        if (s->org_count) memcpy(orgs, s->orgs, s->org_count * sizeof *orgs);
        s->orgs = orgs;
        r->capacity = wider;
    }
    return &s->orgs[s->org_count++];
}

static void read_org(struct result_reading *r, const struct at *root)
{
    struct side_org *o = next_org(r);
    r->turn++;
    *o = (struct side_org){.id = word(r, root, "id"), .name = word(r, root, "name"), .in_scope = flag(r, root, "in_scope"),
                           .partial = str_is(text(r, root, "status"), "partial")};
    read_numbers(r, root);
    read_judgments(r, root, o);
    read_items(r, root, o);
    struct at formerly;
    if (some(r, root, "formerly", &formerly)) o->formerly = names_of(r, &formerly);
}

/* --- The file ------------------------------------------------------------------------------------------------------ */

_Noreturn static void broken(struct result_reading *r, struct str piece, uint64_t line, uint32_t column, const json_error_t *e)
{
    uint64_t at = e->line > 0 ? (uint64_t)e->line : 1;
    const char *p = piece.s, *end = piece.s + piece.n;
    for (uint64_t i = 1; i < at && p; i++) p = memchr(p, '\n', (size_t)(end - p)), p = p ? p + 1 : NULL;
    struct place place = {r->side->name, line + at - 1, (uint32_t)(e->column > 0 ? e->column : 1), 1};
    if (at == 1) place.column += column - 1;
    struct diag *d = diag_add(r->diags, DIAG_ERROR, place, NULL, "is no JSON: %s", e->text);
    const char *stop = p ? memchr(p, '\n', (size_t)(end - p)) : NULL;
    if (d && p && at > 1) diag_excerpt(d, p, (size_t)((stop ? stop : end) - p));
    longjmp(r->escape, WRONG);
}

static struct at parse(struct result_reading *r, struct str piece, uint64_t line, uint32_t column)
{
    json_error_t e;
    json_decref(r->root);
    r->root = json_loadb(piece.s, piece.n, JSON_REJECT_DUPLICATES, &e);
    r->line = line;
    if (!r->root && json_error_code(&e) == json_error_out_of_memory) arena_starved(&r->side->arena);
    if (!r->root) broken(r, piece, line, column, &e);
    struct at root = {r->root, NULL, NULL, 0};
    if (!json_is_object(r->root)) wrong(r, &root, "must be an object");
    return root;
}

static void read_piece(struct result_reading *r, const struct piece *piece)
{
    struct str text_is = {r->batch.text + piece->start, piece->length};
    r->index = piece->index;
    struct at root = parse(r, text_is, piece->line, piece->column);
    if (r->ended && splitter_lines(r->splitter)) {
        r->index = NO_ORGANISATION;
        wrong(r, &root, "stands behind the end of the result: results are compared one by one");
    }
    if (splitter_lines(r->splitter) && json_object_get(root.value, "agreement"))
        r->ended = true;
    else
        read_org(r, &root);
}

static void check_whole(struct result_reading *r)
{
    struct place place = {r->side->name, 0, 0, 0};
    if (!r->ended)
        diag_add(r->diags, DIAG_ERROR, place, "grade again, or copy the file again",
                 "the result is not whole: it has no \"status\" at its end");
    else if (r->side->org_count == 0)
        diag_add(r->diags, DIAG_ERROR, place, NULL, "there is no organisation in it: nothing to compare");
    else
        return;
    longjmp(r->escape, WRONG);
}

static void read_all(struct result_reading *r)
{
    size_t length, errors = r->diags->errors;
    const char *header = splitter_header(r->splitter, &length);
    r->index = NO_ORGANISATION;
    struct at root = parse(r, (struct str){header, length}, 1, 1);
    read_header(r, &root);
    while (splitter_next(r->splitter, &r->batch, r->diags))
        for (size_t i = 0; i < r->batch.count; i++) read_piece(r, &r->batch.pieces[i]);
    if (r->diags->errors > errors) longjmp(r->escape, WRONG);
    check_whole(r);
    side_finish(r->side);
}

/* '\0': nothing but white space. */
static char first_byte(const struct source *source)
{
    char c;
    for (uint64_t at = 0; source_read(source, at, &c, 1) == 1; at++)
        if (!strchr(" \t\r\n", c)) return c;
    return '\0';
}

static bool open_splitter(struct result_reading *r)
{
    struct place place = {r->side->name, 0, 0, 0};
    char first = first_byte(&r->source);
    if (first == '{') return (r->splitter = splitter_open(&r->source, r->diags)) != NULL;
    if (first == '[')
        diag_add(r->diags, DIAG_ERROR, place, "take one of them: jq '.[0]'",
                 "is an array, of several results perhaps: one is compared with one");
    else
        diag_add(r->diags, DIAG_ERROR, place, "a result is written by peel grade -f json", "%s",
                 first ? "is no result: that begins with \"{\"" : "is empty");
    return false;
}

static bool guarded(struct result_reading *r)
{
    volatile bool good = false;
    r->side->arena.escape = &r->escape;
    switch (setjmp(r->escape)) {
    case 0:
        read_all(r);
        good = true;
        break;
    case STARVED: diag_starve(r->diags, r->side->name, " while a result was read"); break;
    default: break; /* told */
    }
    r->side->arena.escape = NULL;
    return good;
}

static bool read_file(struct result_reading *r)
{
    bool good = false;
    if (!source_open(&r->source, r->side->name, r->diags)) return false;
    batch_init(&r->batch);
    if (open_splitter(r)) good = guarded(r);
    json_decref(r->root);
    splitter_close(r->splitter);
    batch_done(&r->batch);
    source_close(&r->source);
    return good;
}

struct judged *side_read(const char *path, struct diags *diags)
{
    json_set_alloc_funcs(mem_alloc, mem_free);
    struct judged *side = side_new(path);
    struct result_reading *r = mem_zero(1, sizeof *r);
    if (!side || !r) diag_starve(diags, path, "");
    bool good = side && r;
    if (good) {
        r->side = side;
        r->diags = diags;
        good = read_file(r);
    }
    mem_free(r);
    if (good) return side;
    side_close(side);
    return NULL;
}
