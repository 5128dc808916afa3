/* document.h: a text for people: headings, paragraphs, facts and tables, made of spans. Built once, by whoever has
 * something to tell (guide.c), or piece by piece, then drawn by one of three hands, which know nothing of what it says.
 *
 * Texts are borrowed, and may hold anything: a hand makes them safe for where they go. All else lives in the arena, out
 * of which the calls jump.
 */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H
#include "base/arena.h"
#include "report/style.h"

enum span_kind { SPAN_TEXT, SPAN_STRONG, SPAN_CODE, SPAN_LINK, SPAN_URL };
struct span {
    enum span_kind kind;
    struct str text;
    const char *anchor; /* SPAN_LINK: of the heading or row it points to */
    struct span *next;
};
struct document_row {
    const char *anchor; /* NULL: none */
    struct span **cells;
    struct document_row *next;
};
enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_FACT, /* a label and what is to say of it; those that follow each other belong together */
    BLOCK_TABLE,
    BLOCK_CONTENTS, /* the headings that follow */
};
struct block {
    enum block_kind kind;
    int level; /* of a heading: 1 the document, 2 a chapter, 3 a section. Of a fact: 0, or 1 for what belongs to the one
                  before */
    const char *anchor; /* of a heading */
    bool page;          /* of a heading: on a page of its own, where there are pages */
    const char *label;  /* of a fact; NULL: of the one before */
    struct span *spans;
    size_t columns; /* of a table */
    const char *const *head;
    struct document_row *rows, *last;
    struct block *next;
};
struct document {
    struct arena *arena;
    struct block *first, *last;
    struct span *spans, *end; /* said, and not yet in a block */
    bool whole;               /* all anchors are there; else links are plain text */
};
void document_init(struct document *d, struct arena *arena, bool whole);

/* What is said goes into the block that is made next. */
void say(struct document *d, const char *words);   /* ours, or the arena's */
void say_str(struct document *d, struct str text); /* an author's; addresses of the web in it become links */
void say_strong(struct document *d, struct str text);
void say_code(struct document *d, struct str text);
void say_link(struct document *d, const char *anchor, struct str text);
void say_words(struct document *d, const char *id); /* "requires improvement" */
void sayf(struct document *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

void document_heading(struct document *d, int level, const char *anchor);
void document_page(struct document *d); /* the heading made last begins a page */
void document_paragraph(struct document *d);
void document_fact(struct document *d, const char *label, int level);
void document_contents(struct document *d);
struct block *document_table(struct document *d, const char *const *head, size_t columns);
/* What was said since becomes cell `column`; column 0 begins a row. */
void document_cell(struct document *d, struct block *table, size_t column, const char *anchor);

struct hand {
    const char *name;
    void (*draw)(const struct document *d, const struct style *style, struct buf *out);
    /* Of a page that is told in pieces, each a document, the first with its title; NULL: a piece is drawn like a whole. */
    void (*piece)(const struct document *d, bool first, struct buf *out);
    void (*end)(struct buf *out);
};
extern const struct hand HAND_TEXT, HAND_MARKDOWN, HAND_HTML;

struct press { /* a page that is told in pieces, so that no more than one is in memory */
    const struct hand *hand;
    const struct style *style;
    struct buf *out;
    bool begun; /* a piece was drawn */
};
void press_piece(struct press *p, const struct document *d); /* an empty one is passed over */
void press_end(struct press *p);

/* For the hands. A text on one line, safe and well-formed UTF-8. */
void document_plain(struct str text, struct buf *out);
/* The words of a run of spans, without what they are. */
void document_flat(const struct span *spans, struct buf *out);
#endif
