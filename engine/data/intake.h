/* intake.h: what the files of this folder share that turn text into records: reading one field, and telling what is
 * wrong with it.
 *
 * Every want_* reads the value that comes next, or says in one message what was expected and what stands there, and
 * leaves *out as it was: one mistake costs one message (what is left unread the reader passes over). `key` is what the
 * value is called in such messages. Once the text itself is broken (reader.failed), all say no.
 *
 * Quiet: an organisation that the first pass found good is read again without the checks of meaning and without
 * messages; `wrong` still tells of a value of the wrong type, so that a file that changed in between cannot slip
 * through.
 */
#ifndef DATA_INTAKE_H
#define DATA_INTAKE_H
#include "data/quick.h"

#define SCALE_LIMIT 64 /* grades */

/* What of the header could not be understood: names that it should have declared are not complained of. */
struct doubt {
    bool sources, scale, catalogues[EVIDENCE_CATALOGUES];
};

/* Made once per dataset: what an organisation holds of a catalogue before its own entries are read. */
struct templates {
    struct measure *measures;
    struct estimate *estimates;
    struct sample *samples;
    struct survey *surveys;
    struct str *keys[EVIDENCE_CATALOGUES], *sources; /* the ids of entries and sources, by key_keep */
};

struct splitter;

struct intake {
    struct reader reader;
    struct arena *arena;
    const struct dataset *dataset;
    const struct doubt *doubt;
    const struct templates *templates;
    bool quiet;
    bool sound; /* the header has no errors: its ids are ids, so they may be looked for as they are */
    bool wrong;
    struct str key;        /* of the value that comes next */
    bool each;             /* it is an element of the array `key` */
    const char *null_hint; /* what to write instead of null */
    uint32_t last_source;  /* the source cited last, or NO_SLOT */
    bool scale_told;       /* that the header has none */
    bool judgments_wrong;  /* so they are not held against each other */
};

#define HINT_LEAVE_OUT "null says nothing: leave the key out"
#define HINT_MISSING "write {\"missing\": \"not-supplied\"}, or another type of missing"

/* Where the value that comes next starts, once it was peeked at. */
static inline uint32_t here(const struct intake *in) { return (uint32_t)(in->reader.at - in->reader.text); }

/* --- intake.c: telling --------------------------------------------------------------------------- */
/* An error at `offset`, `length` bytes (0: the value that starts there). Quiet: only remembered. */
void tell_error(struct intake *in, uint32_t offset, uint32_t length, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void tell_warning(struct intake *in, uint32_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4))); /* a warning */
/* Will a message be kept? If not, there is no need to look for the nearest name. */
bool tell_worth(const struct intake *in);
/* `s` in quotes for a message: cut, and control characters escaped. */
struct quote {
    char text[96];
};
struct quote quote_str(struct str s);
/* "did you mean "x"?", or `otherwise`. */
struct hint {
    char text[DIAG_HINT];
};
struct hint hint_nearest(struct str nearest, const char *otherwise, ...) __attribute__((format(printf, 2, 3)));

/* --- mend.c: from a usual slip to what should have been written ----------------------------------- */
enum wanted {
    WANTED_TEXT,
    WANTED_ID,
    WANTED_DATE,
    WANTED_FLAG,
    WANTED_NUMBER,
    WANTED_SHARE,
    WANTED_COUNT,
    WANTED_ARRAY,
    WANTED_OBJECT
};
/* The hint for a value of type `got`, spelled `text` where it is a string or a number; "" where there is none to give.
 */
struct hint mend_type(enum wanted wanted, enum json_type got, struct str text);
struct hint mend_share(struct str spelled); /* a number outside 0 to 1 */
struct hint mend_date(struct str text);
struct hint mend_id(struct str text);

/* str_is_id by a table, for the ids of findings: bytes of an id, those it may begin with. */
enum { ID_BYTE = 1, ID_FIRST = 2 };
extern const unsigned char id_bytes[256];

/* The length of the id that s begins with; 0: none, or a longer one than ids are. */
static inline size_t id_length(struct str s)
{
    size_t n = 0;
    if (s.n == 0 || !(id_bytes[(unsigned char)*s.s] & ID_FIRST)) return 0;
    while (n < s.n && id_bytes[(unsigned char)s.s[n]]) n++;
    return n <= 64 ? n : 0;
}
static inline bool is_id(struct str s) { return s.n && id_length(s) == s.n; }

/* --- field.c: one value ----------------------------------------------------------------------------- */
/* The hot ones try the short way here, and then the general one, want_*_any. */
/* False, and a message, where another type comes; then it has been passed over. */
bool want_type(struct intake *in, enum json_type type, enum wanted wanted, const char *expected);
bool want_shape(struct intake *in, const char *expected, const char *example); /* an object */
bool want_text_any(struct intake *in, struct str *out);
bool want_id_any(struct intake *in, struct str *out);
bool want_flag(struct intake *in, bool *out);
bool want_number_any(struct intake *in, struct number *out);
bool want_share(struct intake *in, struct number *out); /* from 0 to 1 */
bool want_count_any(struct intake *in, uint64_t least, uint64_t *out);
bool want_date(struct intake *in, struct date *out);
bool want_missing(struct intake *in, uint8_t *out);
/* A string only to be looked at: not copied, no NUL. *at: where it started. */
bool want_word_of(struct intake *in, struct str *out, enum wanted wanted, const char *expected, uint32_t *at);
int want_word_any(struct intake *in, const struct str *words, size_t count);
int want_grade(struct intake *in); /* of the dataset's scale */
bool want_citation_any(struct intake *in, struct citation *out);
/* "area/characteristic"; a: "a finding", whose it is. finding.c */
bool want_characteristic(struct intake *in, const char *a, struct str *out);

/* What was just read stands there unread again. */
static inline bool unread(struct intake *in, const char *at)
{
    return !quick_comes(&in->reader, at);
} /* always false */

/* A string that is not empty, kept in the arena. */
static inline bool want_text(struct intake *in, struct str *out)
{
    struct reader *r = &in->reader;
    struct str s;
    const char *at = r->at;
    if (!quick_string(r, &s)) return want_text_any(in, out);
    if (s.n == 0) return unread(in, at) || want_text_any(in, out);
    *out = (struct str){quick_copy(r, s.s, s.n), s.n};
    return true;
}

static inline bool want_id(struct intake *in, struct str *out)
{
    struct reader *r = &in->reader;
    struct str s;
    const char *at = r->at;
    if (!quick_string(r, &s)) return want_id_any(in, out);
    if (!in->quiet && !is_id(s)) return unread(in, at) || want_id_any(in, out);
    *out = (struct str){quick_copy(r, s.s, s.n), s.n};
    return true;
}

static inline bool want_number(struct intake *in, struct number *out)
{
    struct reader *r = &in->reader;
    if (!quick_number(r, out)) return want_number_any(in, out);
    out->spelled.s = quick_copy(r, out->spelled.s, out->spelled.n);
    return true;
}

/* A whole number from `least` to 2^53. */
static inline bool want_count(struct intake *in, uint64_t least, uint64_t *out)
{
    struct number n;
    const char *at = in->reader.at;
    if (!quick_number(&in->reader, &n)) return want_count_any(in, least, out);
    uint64_t count = n.value >= 0 ? (uint64_t)n.value : 0; /* a quick one is below 2^53 */
    if ((double)count < n.value || (double)count > n.value || count < least)
        return unread(in, at) || want_count_any(in, least, out);
    *out = count;
    return true;
}

/* Organisations cite the same source over and over. */
static inline bool want_citation(struct intake *in, struct citation *out)
{
    uint32_t last = in->last_source;
    if (last == NO_SLOT || !quick_is(&in->reader, in->templates->sources[last])) return want_citation_any(in, out);
    *out = (struct citation){last, {NULL, 0}};
    return true;
}

/* The index of one of `words`, made by KEY, or -1. */
static inline int want_word(struct intake *in, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (quick_is(&in->reader, words[i])) return (int)i;
    return want_word_any(in, words, count);
}

/* --- fields.c: an object with known keys ------------------------------------------------------------- */
#define SHAPE_KEYS 31
struct shape {
    const char *a;          /* what it is, for messages: "an estimate" */
    const struct str *keys; /* as documented, made by KEY; at most SHAPE_KEYS */
    uint8_t count;
    uint32_t required; /* bits */
    const char *null_hint;
    const char *example; /* to mend one that is no object, or lacks something; may be NULL */
};
struct fields {
    const struct shape *shape;
    uint32_t seen, offset;
    int last;
    uint32_t at[SHAPE_KEYS]; /* of those seen: the offset of the key */
};
bool fields_open_any(struct intake *in, struct fields *f);
int fields_next_any(struct intake *in, struct fields *f);
void fields_need(struct intake *in, const struct fields *f, uint32_t keys); /* complains of those that were not there */
static inline bool fields_has(const struct fields *f, int key) { return f->seen >> key & 1; }

static inline bool fields_open(struct intake *in, struct fields *f, const struct shape *shape)
{
    f->shape = shape;
    f->seen = 0;
    f->last = -1;
    f->offset = here(in);
    return quick_object(&in->reader) || fields_open_any(in, f);
}

/* The value of key i comes next; the key stood at `at`. */
static inline int fields_take(struct intake *in, struct fields *f, int i, const char *at)
{
    f->seen |= 1u << i;
    f->at[i] = (uint32_t)(at - in->reader.text);
    f->last = i;
    in->key = f->shape->keys[i];
    in->each = false;
    in->null_hint = f->shape->null_hint;
    return i;
}

/* Is the member at p, of quick_member, key i, and for the first time? Then its value comes. */
QUICK bool fields_stands(struct intake *in, const struct fields *f, const char *p, int i)
{
    p = quick_key(&in->reader, p, f->shape->keys[i]);
    return p && !fields_has(f, i) && quick_comes(&in->reader, quick_space(&in->reader, p));
}

/* The next known key, its value next; -1 at the end. Unknown and repeated keys are told and passed over; "x" is passed
 * over. Keys mostly come in the documented order, some left out: those behind the last are tried as they stand. */
QUICK int fields_next(struct intake *in, struct fields *f)
{
    const struct shape *shape = f->shape;
    const char *p = quick_member(&in->reader);
    if (!p && !(shape->required & ~f->seen) && quick_end(&in->reader, '}')) return -1;
    for (int i = f->last + 1; p && i < shape->count; i++)
        if (fields_stands(in, f, p, i)) return fields_take(in, f, i, p);
    return fields_next_any(in, f);
}

/* Enter an object whose keys are ids; go on with reader_key. */
bool map_open(struct intake *in, const char *expected);
/* Complain of ids that stand twice among records that begin with their id and hold their offset at `offset_at`. */
void tell_twins(struct intake *in, const struct str *ids, size_t count, size_t stride, size_t offset_at,
                const char *what);

/* An array being read: items of one size, grown in the arena. */
struct rows {
    char *items;
    size_t count, capacity, size;
};
void *rows_add(struct arena *arena, struct rows *rows); /* zeroed */
bool rows_open(struct intake *in, struct rows *rows, size_t size, const char *expected);
bool rows_next_any(struct intake *in);

/* Another element comes. */
static inline bool rows_next(struct intake *in, struct str key)
{
    in->key = key;
    in->each = true;
    return quick_element(&in->reader, '{') || rows_next_any(in);
}

/* --- the parts of a dataset, one file each ------------------------------------------------------------ */
/* Into d, whose arena is set up. False where the header cannot be used at all; other errors are told and gone on from.
 */
bool header_read(const struct splitter *splitter, struct dataset *d, struct doubt *doubt, struct templates *t,
                 struct diags *diags);
void catalogue_read(struct intake *in, enum evidence_kind kind, struct catalogue *out);
void sources_read(struct intake *in, struct dataset *out);
void parts_read(struct intake *in, struct entry *e);
void parts_within_read(struct intake *in, double *out);
void changes_within_read(struct intake *in, double *out);
void parts_check(struct intake *in, const struct catalogue *c, const uint32_t *at); /* no circles; at: of the entries */
struct org *organisation_read(struct intake *in, uint64_t index);
void evidence_start(struct intake *in, struct org *org);
void evidence_read(struct intake *in, struct org *org, enum evidence_kind kind);
void findings_read(struct intake *in, struct org *org);
void judgments_read(struct intake *in, struct org *org);
void moderations_read(struct intake *in, struct org *org);
void stated_read(struct intake *in, struct org *org);
void actions_read(struct intake *in, struct org *org);
void judgments_check(struct intake *in, const struct org *org); /* once the organisation is whole */
void moderations_check(struct intake *in, const struct org *org);
#endif
