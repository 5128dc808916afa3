/* document.c: building a document, and what its hands share. */
#include "report/document.h"
#include "report/columns.h"
#include <stdio.h>

void document_init(struct document *d, struct arena *arena, bool whole)
{
    *d = (struct document){.arena = arena, .whole = whole};
}

/* --- Spans -------------------------------------------------------------------------------------------------------- */

static void add_span(struct document *d, enum span_kind kind, struct str text, const char *anchor)
{
    if (text.n == 0) return;
    struct span *s = arena_alloc(d->arena, sizeof *s);
    *s = (struct span){kind, text, anchor, NULL};
    if (d->end)
        d->end->next = s;
    else
        d->spans = s;
    d->end = s;
}

static struct span *take_spans(struct document *d)
{
    struct span *spans = d->spans;
    d->spans = d->end = NULL;
    return spans;
}

static bool begins(struct str s, const char *with)
{
    return s.n >= strlen(with) && memcmp(s.s, with, strlen(with)) == 0;
}

/* Bytes of the address that begins here; what ends a sentence does not belong to it. */
static size_t address(struct str s)
{
    size_t n = 0;
    if (!begins(s, "https://") && !begins(s, "http://")) return 0;
    while (n < s.n && s.s[n] > ' ' && s.s[n] < 0x7f && !strchr("<>\"'`{}|\\^", s.s[n])) n++;
    while (n > 0 && strchr(".,;:)]!?", s.s[n - 1])) n--;
    return n > strlen("https://") ? n : 0;
}

void say_str(struct document *d, struct str text)
{
    for (size_t i = 0, n; i < text.n; i++) {
        if (text.s[i] != 'h' || (n = address((struct str){text.s + i, text.n - i})) == 0) continue;
        add_span(d, SPAN_TEXT, (struct str){text.s, i}, NULL);
        add_span(d, SPAN_URL, (struct str){text.s + i, n}, NULL);
        text = (struct str){text.s + i + n, text.n - i - n};
        i = (size_t)-1;
    }
    add_span(d, SPAN_TEXT, text, NULL);
}

void say(struct document *d, const char *said) { add_span(d, SPAN_TEXT, str_of(said), NULL); }
void say_strong(struct document *d, struct str text) { add_span(d, SPAN_STRONG, text, NULL); }
void say_code(struct document *d, struct str text) { add_span(d, SPAN_CODE, text, NULL); }
void say_link(struct document *d, const char *anchor, struct str text)
{
    add_span(d, d->whole ? SPAN_LINK : SPAN_TEXT, text, anchor);
}

void say_words(struct document *d, const char *id)
{
    char *copy = arena_dup(d->arena, id, strlen(id));
    for (char *c = copy; *c; c++)
        if (*c == '-' || *c == '_') *c = ' ';
    say(d, copy);
}

void sayf(struct document *d, const char *format, ...)
{
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    int n = vsnprintf(NULL, 0, format, list);
    char *text = arena_alloc(d->arena, n > 0 ? (size_t)n + 1 : 1);
    *text = '\0';
    if (n > 0) vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    va_end(list);
    say(d, text);
}

/* --- Blocks ------------------------------------------------------------------------------------------------------- */

static struct block *add_block(struct document *d, enum block_kind kind)
{
    struct block *b = arena_zero(d->arena, 1, sizeof *b);
    b->kind = kind;
    b->spans = take_spans(d);
    if (d->last)
        d->last->next = b;
    else
        d->first = b;
    d->last = b;
    return b;
}

void document_heading(struct document *d, int level, const char *anchor)
{
    struct block *b = add_block(d, BLOCK_HEADING);
    b->level = level;
    b->anchor = anchor;
}

void document_page(struct document *d) { d->last->page = true; }

void document_paragraph(struct document *d) { add_block(d, BLOCK_PARAGRAPH); }
void document_contents(struct document *d) { add_block(d, BLOCK_CONTENTS); }

void document_fact(struct document *d, const char *label, int level)
{
    struct block *b = add_block(d, BLOCK_FACT);
    b->label = label;
    b->level = level;
}

struct block *document_table(struct document *d, const char *const *head, size_t columns)
{
    struct block *b = add_block(d, BLOCK_TABLE);
    b->head = head;
    b->columns = columns;
    return b;
}

void document_cell(struct document *d, struct block *table, size_t column, const char *anchor)
{
    if (column == 0) {
        struct document_row *row = arena_zero(d->arena, 1, sizeof *row);
        row->cells = arena_zero(d->arena, table->columns, sizeof *row->cells);
        row->anchor = anchor;
        if (table->last)
            table->last->next = row;
        else
            table->rows = row;
        table->last = row;
    }
    table->last->cells[column] = take_spans(d);
}

/* --- In pieces ---------------------------------------------------------------------------------------------------- */

/* In a text, headings bring their own empty line. */
static bool wants_a_line(const struct press *p, const struct document *d)
{
    return p->begun && (p->hand != &HAND_TEXT || d->first->kind != BLOCK_HEADING || d->first->level > 2);
}

void press_piece(struct press *p, const struct document *d)
{
    if (!d->first) return;
    if (wants_a_line(p, d)) buf_char(p->out, '\n');
    if (p->hand->piece)
        p->hand->piece(d, !p->begun, p->out);
    else
        p->hand->draw(d, p->style, p->out);
    p->begun = true;
}

void press_end(struct press *p)
{
    if (p->hand->end) p->hand->end(p->out);
}

/* --- For the hands ------------------------------------------------------------------------------------------------ */

void document_plain(struct str text, struct buf *out)
{
    for (size_t i = 0, n; i < text.n; i += n) {
        struct str rest = {text.s + i, text.n - i};
        size_t well = str_utf8(rest);
        n = well ? well : 1;
        if (well)
            safe(out, (struct str){rest.s, n});
        else
            buf_put(out, "\xEF\xBF\xBD");
    }
}

void document_flat(const struct span *spans, struct buf *out)
{
    for (; spans; spans = spans->next) document_plain(spans->text, out);
}
