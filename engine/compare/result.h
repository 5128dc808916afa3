/* result.h: the inside of side_read: a result being read, shared by side_read.c (the file, its header) and side_read_org.c (an
 * organisation). All of it jumps: out of memory, or where the result is wrong, which is then told.
 */
#ifndef COMPARE_RESULT_H
#define COMPARE_RESULT_H
#include "compare/document.h"
#include "compare/side.h"
#include "data/split.h"

struct result_reading { /* on the heap, so that a jump finds it as it was */
    struct judged *side;
    struct document doc; /* the text at hand */
    struct source source;
    struct splitter *splitter;
    struct batch batch;
    struct side_org *orgs; /* as many as the side has; its own once all are read */
    size_t capacity;
    struct str *named; /* of each entry of the catalogue: "samples/files" */
    struct lookup entries;
    size_t catalogued, entry_capacity;
    struct side_value *values; /* scratch, one for each entry */
    uint32_t *seen, turn;
    uint32_t *reads;
    size_t reads_count, reads_capacity;
    struct side_finding *findings; /* scratch, as many as reads may be */
    bool ended; /* "status" was seen: the result is whole */
};

struct date result_date(struct result_reading *r, const struct at *at, const char *key); /* year 0: not there, or null */
struct names result_names(struct result_reading *r, const struct at *list);
struct str result_word(struct result_reading *r, const struct at *at, const char *key); /* kept in the side, once */
struct str result_word_or_none(struct result_reading *r, const struct at *at, const char *key);
uint32_t result_entry(struct result_reading *r, struct side_entry entry); /* one more piece of evidence: its number */
uint32_t result_catalogued(const struct result_reading *r, const char *plural, const char *id); /* "samples", "files": among those that the dataset declares; NO_SLOT: it is not */
void result_org(struct result_reading *r, const struct at *root);         /* one more organisation */
#endif
