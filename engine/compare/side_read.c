/* side_read.c: a result that was written, as a side. The splitter hands it over an organisation at a time, jansson reads
 * each, and of the tree only the record is kept. A result is written by a program: of what is wrong in one the first is
 * told, with its JSON Pointer, and nothing more is read.
 *
 * Keys that are not needed here are passed over: results of later engines have more. */
#include "base/mem.h"
#include "compare/result.h"
#include <stdio.h>

#define FORMAT "peel.result.v1"

/* --- Values by key ------------------------------------------------------------------------------------------------ */

struct date result_date(struct result_reading *r, const struct at *at, const char *key)
{
    struct date date = {0};
    struct str s = document_text_or_none(&r->doc, at, key);
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (s.s && !date_parse(s, &date)) document_wrong(&r->doc, &next, "must be a date");
    side_dated(r->side, date);
    return date;
}

struct names result_names(struct result_reading *r, const struct at *list)
{
    size_t count = json_array_size(list->value);
    struct names names = {arena_zero(&r->side->arena, count + 1, sizeof *names.list), count};
    for (size_t i = 0; i < count; i++) {
        struct at one = {json_array_get(list->value, i), list, NULL, i};
        if (!json_is_string(one.value)) document_wrong(&r->doc, &one, "must be a string");
        names.list[i] = side_word(r->side, document_str(one.value));
    }
    return names;
}

struct str result_word(struct result_reading *r, const struct at *at, const char *key)
{
    return side_word(r->side, document_text(&r->doc, at, key));
}

struct str result_word_or_none(struct result_reading *r, const struct at *at, const char *key)
{
    return side_word(r->side, document_text_or_none(&r->doc, at, key));
}

/* --- The header --------------------------------------------------------------------------------------------------- */

static void check_format(struct result_reading *r, const struct at *root)
{
    const json_t *format = json_object_get(root->value, "format");
    struct place place = {r->side->name, r->doc.line, 0, 0};
    const char *is = json_is_string(format) ? json_string_value(format) : NULL;
    if (is && strcmp(is, FORMAT) == 0) return;
    if (is && strcmp(is, "peel.dataset.v1") == 0)
        diag_add(r->doc.diags, DIAG_ERROR, place, "name the pack to grade it by: PACK:DATASET",
                 "is a dataset; a result is wanted");
    else if (is && strncmp(is, FORMAT, sizeof FORMAT - 2) == 0)
        diag_add(r->doc.diags, DIAG_ERROR, place, "another version of peel wrote it: read it with that one, or grade again with this",
                 "has the format \"%.60s\"; this version reads \"" FORMAT "\"", is);
    else if (is)
        diag_add(r->doc.diags, DIAG_ERROR, place, "a result is written by peel grade -f json",
                 "has the format \"%.60s\"; it must be \"" FORMAT "\"", is);
    else
        diag_add(r->doc.diags, DIAG_ERROR, place, "a result is written by peel grade -f json",
                 "is no result: it does not say \"format\": \"" FORMAT "\"");
    document_end(&r->doc);
}

static void read_areas(struct result_reading *r, const struct at *framework)
{
    struct judged *s = r->side;
    struct at areas = document_array(&r->doc, framework, "areas");
    size_t all = 0;
    s->area_count = json_array_size(areas.value);
    if (s->area_count == 0 || s->area_count > PACK_AREAS_MAX) document_wrong(&r->doc, &areas, "must list as many areas as a pack may have");
    s->areas = arena_zero(&s->arena, s->area_count + 1, sizeof *s->areas);
    for (size_t a = 0; a < s->area_count; a++) {
        struct at area = document_item(&r->doc, &areas, a);
        uint32_t count = (uint32_t)json_array_size(document_array(&r->doc, &area, "characteristics").value);
        s->areas[a] = (struct side_area){result_word(r, &area, "id"), result_word(r, &area, "title"), (uint32_t)all, count, true};
        all += count;
    }
    if (all > PACK_CHARACTERISTICS_MAX) document_wrong(&r->doc, &areas, "must list no more characteristics than a pack may have");
    s->characteristic_count = all;
    s->characteristics = arena_zero(&s->arena, all + 1, sizeof *s->characteristics);
    for (size_t a = 0, c = 0; a < s->area_count; a++) {
        struct at area = document_item(&r->doc, &areas, a), list = document_array(&r->doc, &area, "characteristics");
        for (size_t i = 0; i < s->areas[a].count; i++, c++) {
            struct at one = document_item(&r->doc, &list, i);
            struct str id = document_text(&r->doc, &one, "id");
            const char *whole = arena_printf(&s->arena, "%.*s/%.*s", (int)s->areas[a].id.n, s->areas[a].id.s,
                                             (int)id.n, id.s);
            s->characteristics[c] = (struct side_characteristic){str_of(whole), result_word(r, &one, "text"), (uint32_t)a};
        }
    }
}

static void read_parameters(struct result_reading *r, const struct at *root, const struct at *framework)
{
    struct judged *s = r->side;
    struct at list = document_array(&r->doc, framework, "parameters"), numbers = document_object(&r->doc, root, "parameters");
    s->parameter_count = json_array_size(list.value);
    s->parameters = arena_zero(&s->arena, s->parameter_count + 1, sizeof *s->parameters);
    for (size_t i = 0; i < s->parameter_count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        struct str name = result_word(r, &one, "name");
        s->parameters[i] = (struct side_parameter){name, result_word_or_none(r, &one, "title"), result_word_or_none(r, &one, "unit"),
                                                   document_number(&r->doc, &numbers, name.s)};
    }
}

static enum comparability comparability(struct result_reading *r, const struct at *at)
{
    struct str word_is = document_text_or_none(&r->doc, at, "comparability");
    if (!word_is.s) return COMPARABILITY_UNSAID;
    if (str_is(word_is, "alike")) return ALIKE;
    if (str_is(word_is, "not-comparable")) return NOT_COMPARABLE;
    document_wrong(&r->doc, at, "\"comparability\" must be \"alike\" or \"not-comparable\"");
}

/* {"older": "newer"}: forward; {"newer": "older"}: not. */
static struct decl_successor *successors(struct result_reading *r, const struct at *at, const char *key, bool forward,
                                         size_t *count)
{
    struct at map = document_object(&r->doc, at, key);
    const char *name;
    json_t *value;
    size_t n = 0;
    struct decl_successor *list = arena_zero(&r->side->arena, json_object_size(map.value) + 1, sizeof *list);
    json_object_foreach((json_t *)(uintptr_t)map.value, name, value) {
        struct str key_is = side_word(r->side, str_of(name)), is = result_word(r, &map, name);
        list[n++] = (struct decl_successor){.is = forward ? is : key_is, .was = forward ? key_is : is};
    }
    *count = n;
    return list;
}

static void read_crosswalk(struct result_reading *r, const struct at *at, struct side_compared *c)
{
    struct at links = document_array(&r->doc, at, "areas");
    c->pack = result_word(r, at, "pack");
    c->because = result_word_or_none(r, at, "because");
    c->comparability = comparability(r, at);
    c->link_count = json_array_size(links.value);
    if (c->link_count > PACK_AREAS_MAX) document_wrong(&r->doc, &links, "must list no more areas than a pack may have");
    c->links = arena_zero(&r->side->arena, c->link_count + 1, sizeof *c->links);
    for (size_t i = 0; i < c->link_count; i++) {
        struct at one = document_item(&r->doc, &links, i), from = document_array(&r->doc, &one, "from");
        if (json_array_size(from.value) > PACK_AREAS_MAX) document_wrong(&r->doc, &from, "must list no more areas than a pack may have");
        c->links[i] = (struct side_link){result_word(r, &one, "id"), result_word_or_none(r, &one, "because"), result_names(r, &from),
                                         comparability(r, &one)};
    }
    c->grades = successors(r, at, "grades", true, &c->grade_count);
    c->organisations = successors(r, at, "organisations", false, &c->organisation_count);
}

static void read_crosswalks(struct result_reading *r, const struct at *root)
{
    struct at list;
    struct judged *s = r->side;
    s->compared_count = document_some(&r->doc, root, "compared", &list);
    s->compared = arena_zero(&s->arena, s->compared_count + 1, sizeof *s->compared);
    for (size_t i = 0; i < s->compared_count; i++) {
        struct at one = document_item(&r->doc, &list, i);
        read_crosswalk(r, &one, &s->compared[i]);
    }
}

/* --- Evidence: names -------------------------------------------------------------------------------------------- */

uint32_t result_entry(struct result_reading *r, struct side_entry entry)
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
    struct str b = document_text_or_none(&r->doc, at, "better");
    return !b.s ? BETTER_NEITHER : str_is(b, "higher") ? BETTER_HIGHER : str_is(b, "lower") ? BETTER_LOWER : BETTER_NEITHER;
}

static void read_catalogue(struct result_reading *r, const struct at *evidence, enum evidence_kind kind)
{
    const char *plural = evidence_kind_plural(kind), *id;
    json_t *value;
    if (!json_object_get(evidence->value, plural)) return;
    struct at map = document_object(&r->doc, evidence, plural);
    json_object_foreach((json_t *)(uintptr_t)map.value, id, value) {
        struct at one = document_object(&r->doc, &map, id);
        result_entry(r, (struct side_entry){.kind = kind,
                                         .id = side_word(r->side, str_of(id)),
                                         .title = result_word_or_none(r, &one, "title"),
                                         .unit = result_word_or_none(r, &one, "unit"),
                                         .per = document_number_or(&r->doc, &one, "per", 0),
                                         .denominator = NO_SLOT,
                                         .better = better_of(r, &one)});
    }
}

uint32_t result_catalogued(const struct result_reading *r, const char *plural, const char *id)
{
    char name[96];
    int n = snprintf(name, sizeof name, "%s/%s", plural, id);
    if (n < 0 || (size_t)n >= sizeof name) return NO_SLOT; /* no id is so long */
    uint32_t at = lookup_find(&r->entries, (struct str){name, (size_t)n});
    return at == LOOKUP_NONE ? NO_SLOT : at;
}

static void read_denominators(struct result_reading *r, const struct at *evidence)
{
    struct judged *s = r->side;
    if (!json_object_get(evidence->value, "measures")) return;
    struct at map = document_object(&r->doc, evidence, "measures");
    for (size_t i = 0; i < s->entry_count && s->entries[i].kind == EVIDENCE_MEASURE; i++) {
        struct at one = document_object(&r->doc, &map, s->entries[i].id.s);
        struct str below = document_text_or_none(&r->doc, &one, "denominator");
        if (below.s) s->entries[i].denominator = result_catalogued(r, "measures", below.s);
    }
}

static void read_evidence(struct result_reading *r, const struct at *dataset)
{
    struct judged *s = r->side;
    struct at evidence = {json_object_get(dataset->value, "evidence"), dataset, "evidence", 0};
    if (evidence.value) {
        evidence = document_object(&r->doc, dataset, "evidence");
        for (int k = 0; k < EVIDENCE_CATALOGUES; k++) read_catalogue(r, &evidence, (enum evidence_kind)k);
    }
    r->catalogued = s->entry_count;
    r->named = arena_zero(&s->arena, s->entry_count + 1, sizeof *r->named);
    for (size_t i = 0; i < s->entry_count; i++)
        r->named[i] = str_of(arena_printf(&s->arena, "%s/%.*s", evidence_kind_plural(s->entries[i].kind),
                                          (int)s->entries[i].id.n, s->entries[i].id.s));
    lookup_make(&r->entries, r->named, s->entry_count, &s->arena);
    if (evidence.value) read_denominators(r, &evidence);
}

/* "judged": "published": no rule was asked. Nothing else is known that a result can be judged by but rules, which is not said. */
static bool was_published(struct result_reading *r, const struct at *root)
{
    struct str judged = document_text_or_none(&r->doc, root, "judged");
    struct at at = {json_object_get(root->value, "judged"), root, "judged", 0};
    if (judged.s && !str_is(judged, "published")) document_wrong(&r->doc, &at, "must be \"published\", or left out");
    return judged.s != NULL;
}

static int year_of(struct result_reading *r, const struct at *dataset)
{
    double year = document_count(&r->doc, dataset, "year");
    if (year < 1900 || year > 2200) document_wrong(&r->doc, dataset, "\"year\" must be a year from 1900 to 2200");
    return (int)year;
}

static void read_header(struct result_reading *r, const struct at *root)
{
    struct judged *s = r->side;
    check_format(r, root);
    struct at pack = document_object(&r->doc, root, "pack"), dataset = document_object(&r->doc, root, "dataset"), scale = document_array(&r->doc, root, "scale"),
              framework = document_object(&r->doc, root, "framework");
    s->pack = result_word(r, &pack, "name"), s->version = result_word(r, &pack, "version"), s->digest = result_word(r, &pack, "digest");
    s->title = result_word(r, &framework, "title");
    s->round = result_word(r, &dataset, "round"), s->dataset_digest = result_word(r, &dataset, "digest"), s->note = result_word_or_none(r, &dataset, "note");
    s->year = year_of(r, &dataset);
    s->published_only = was_published(r, root);
    s->scale = result_names(r, &scale);
    if (s->scale.count < 2 || s->scale.count > PACK_SCALE_MAX) document_wrong(&r->doc, &scale, "must list 2 to 16 grades");
    read_areas(r, &framework);
    read_parameters(r, root, &framework);
    read_crosswalks(r, root);
    read_evidence(r, &dataset);
    if (json_object_get(root->value, "status")) r->ended = true;
}

/* --- The file ------------------------------------------------------------------------------------------------------ */

/* What is for people, of an organisation; by how deep it stands: 1 a key of its own, 3 of an area or of what was raised, 5 of a characteristic, 7 of evidence. */
static const struct unasked unasked[] = {
    {1, "promising_practice"},
    {3, "because"}, {3, "caps"}, {3, "evidenced"}, {3, "ladder"}, {3, "next"}, {3, "share"}, {3, "uncapped"}, {3, "why"},
    {5, "level"}, {5, "parameters"}, {5, "raised"}, {5, "reason"}, {5, "rule"},
    {7, "kind"}, {7, "missing"}, {7, "source"}, {7, "tests"},
    {0, NULL}};

static void read_piece(struct result_reading *r, const struct piece *piece)
{
    struct str text_is = {r->batch.text + piece->start, piece->length};
    r->doc.index = piece->index;
    r->doc.offset = piece->offset;
    struct at root = document_parse(&r->doc, text_is, piece->line, piece->column, unasked);
    if (r->ended && splitter_lines(r->splitter)) {
        r->doc.index = DOCUMENT_WHOLE;
        document_wrong(&r->doc, &root, "stands behind the end of the result: results are compared one by one");
    }
    if (splitter_lines(r->splitter) && json_object_get(root.value, "agreement"))
        r->ended = true;
    else
        result_org(r, &root);
}

static void check_whole(struct result_reading *r)
{
    struct place place = {r->side->name, 0, 0, 0};
    if (!r->ended)
        diag_add(r->doc.diags, DIAG_ERROR, place, "grade again, or copy the file again",
                 "the result is not whole: it has no \"status\" at its end");
    else if (r->side->org_count == 0)
        diag_add(r->doc.diags, DIAG_ERROR, place, NULL, "there is no organisation in it: nothing to compare");
    else
        return;
    document_end(&r->doc);
}

/* Which of the two would be meant? */
static void check_twins(struct result_reading *r)
{
    const struct judged *s = r->side;
    for (size_t i = 0; i < s->org_count; i++) {
        struct str id = s->orgs[i].id;
        if (lookup_find(&s->org_ids, id) == i) continue;
        diag_add(r->doc.diags, DIAG_ERROR, (struct place){s->name, 0, 0, 0}, NULL,
                 "the organisation \"%.*s\" stands twice in it", (int)(id.n < 80 ? id.n : 80), id.s);
        document_end(&r->doc);
    }
}

static void keep_orgs(struct result_reading *r)
{
    struct judged *s = r->side;
    s->orgs = arena_alloc(&s->arena, s->org_count * sizeof *s->orgs);
    memcpy(s->orgs, r->orgs, s->org_count * sizeof *s->orgs);
    mem_free(r->orgs);
    r->orgs = NULL;
}

static void read_all(void *context)
{
    struct result_reading *r = context;
    size_t length, errors = r->doc.diags->errors;
    const char *header = splitter_header(r->splitter, &length);
    r->doc.source = &r->source, r->doc.splitter = r->splitter;
    r->doc.index = DOCUMENT_WHOLE;
    struct at root = document_parse(&r->doc, (struct str){header, length}, 1, 1, NULL);
    read_header(r, &root);
    while (splitter_next(r->splitter, &r->batch, r->doc.diags))
        for (size_t i = 0; i < r->batch.count; i++) read_piece(r, &r->batch.pieces[i]);
    if (r->doc.diags->errors > errors) document_end(&r->doc);
    check_whole(r);
    keep_orgs(r);
    side_finish(r->side);
    check_twins(r);
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
    if (first == '{') return (r->splitter = splitter_open_undigested(&r->source, r->doc.diags)) != NULL;
    if (first == '[')
        diag_add(r->doc.diags, DIAG_ERROR, place, "take one of them: jq '.[0]'",
                 "is an array, of several results perhaps: one is compared with one");
    else if (first == '\xef')
        diag_add(r->doc.diags, DIAG_ERROR, place, "write it as UTF-8 without one", "is no result: it begins with a byte order mark");
    else
        diag_add(r->doc.diags, DIAG_ERROR, place, "a result is written by peel grade -f json", "%s",
                 first ? "is no result: a result begins with \"{\"" : "is empty");
    return false;
}

static bool guarded(struct result_reading *r)
{
    if (arena_guard(&r->side->arena, read_all, r)) return true;
    if (!r->doc.told) diag_starve(r->doc.diags, r->side->name, " while a result was read");
    return false;
}

static bool read_file(struct result_reading *r)
{
    bool good = false;
    if (!source_open(&r->source, r->side->name, r->doc.diags)) return false;
    batch_init(&r->batch);
    if (open_splitter(r)) good = guarded(r);
    document_done(&r->doc);
    mem_free(r->orgs);
    splitter_close(r->splitter);
    batch_done(&r->batch);
    source_close(&r->source);
    return good;
}

struct judged *side_read(const char *path, struct diags *diags)
{
    document_use_memory();
    struct judged *side = side_new(path);
    struct result_reading *r = mem_zero(1, sizeof *r);
    if (!side || !r) diag_starve(diags, path, "");
    bool good = side && r;
    if (good) {
        r->side = side;
        r->doc = (struct document){.file = path, .diags = diags, .arena = &side->arena};
        good = read_file(r);
    }
    mem_free(r);
    if (good) return side;
    side_close(side);
    return NULL;
}
