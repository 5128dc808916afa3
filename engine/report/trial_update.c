/* trial_update.c: what peel test --update would write, and what it leaves. The lines that differ are known, so nothing is compared. */
#include "base/mem.h"
#include "report/columns.h"
#include "report/trial_report.h"

/* --- what is left ------------------------------------------------------------------------------------------------- */

static const char *why_left(enum left why)
{
    static const char *const words[] = {
        [LEFT_BROKEN] = "a rule ended in error or at a limit: mend it first",
        [LEFT_PUT_TOGETHER] = "it is not spelled out in the case, or the case's name is not",
        [LEFT_SHARED] = "it is spelled once for several cases",
        [LEFT_NO_TEXT] = "there is no reason to expect",
    };
    return words[why];
}

void update_tell_left(const struct update *u, const struct suite *s, struct buf *out)
{
    for (size_t i = 0; i < u->left_count; i++) {
        const struct leftover *l = &u->left[i];
        struct buf line;
        buf_init(&line);
        buf_put(&line, "left as it is: ");
        suite_case_name(l->file, l->is, &line);
        buf_printf(&line, " (%s:%d): ", l->file->name, l->is->spot.line);
        if (l->expected) trial_subject_words(s, l->expected, &line), buf_put(&line, ": ");
        buf_put(&line, why_left(l->why));
        safe(out, (struct str){line.data, line.length});
        buf_char(out, '\n');
        out->failed = out->failed || line.failed;
        buf_done(&line);
    }
}

/* --- what would be written ------------------------------------------------------------------------------------------ */

enum { AROUND = 3 };

struct block { /* lines of the old text, counted from 0, and what stands in their place */
    size_t first, last;
    size_t edit, count; /* the edits in it */
};
struct differing {
    const struct rewording *edits;
    size_t count;
    struct str text; /* the old one */
    size_t lines;    /* of it */
    size_t *starts;  /* of its lines, and its end */
    const struct style *style;
    struct buf *out;
    long shift; /* lines that the new text has more, so far */
};

static size_t count_lines(struct str text)
{
    size_t n = 0;
    for (const char *at = text.s, *end = text.s + text.n; at && at < end; n++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (at) at++;
    }
    return n;
}

/* False: out of memory. */
static bool find_lines(struct differing *d)
{
    d->lines = count_lines(d->text);
    d->starts = mem_zero(d->lines + 1, sizeof *d->starts);
    if (!d->starts) return false;
    for (size_t line = 1; line <= d->lines; line++) {
        const char *from = d->text.s + d->starts[line - 1], *end = d->text.s + d->text.n;
        const char *stop = memchr(from, '\n', (size_t)(end - from));
        d->starts[line] = (size_t)((stop ? stop + 1 : end) - d->text.s);
    }
    return true;
}

/* The line that a byte stands in. */
static size_t line_at(const struct differing *d, size_t at)
{
    size_t low = 0, high = d->lines;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (d->starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The edits from the i-th on that touch the same lines, or the next. */
static struct block block_of(const struct differing *d, size_t i)
{
    struct block b = {line_at(d, d->edits[i].start), 0, i, 0};
    do {
        const struct rewording *e = &d->edits[b.edit + b.count++];
        b.last = line_at(d, e->start + e->length - 1);
    } while (b.edit + b.count < d->count && line_at(d, d->edits[b.edit + b.count].start) <= b.last + 1);
    return b;
}

/* The new lines of a block. */
static void put_new(const struct differing *d, const struct block *b, struct buf *out)
{
    size_t at = d->starts[b->first], end = d->starts[b->last + 1];
    for (size_t i = b->edit; i < b->edit + b->count; i++) {
        buf_add(out, d->text.s + at, d->edits[i].start - at);
        buf_str(out, d->edits[i].with);
        at = d->edits[i].start + d->edits[i].length;
    }
    buf_add(out, d->text.s + at, end - at);
}

static size_t new_lines(const struct differing *d, const struct block *b)
{
    struct buf lines;
    buf_init(&lines);
    put_new(d, b, &lines);
    size_t n = count_lines((struct str){lines.data, lines.length});
    buf_done(&lines);
    return n;
}

static void tell_lines(const struct differing *d, char mark, struct str lines)
{
    enum paint paint = mark == '-' ? PAINT_BAD : mark == '+' ? PAINT_GOOD : PAINT_NONE;
    while (lines.n > 0) {
        const char *end = memchr(lines.s, '\n', lines.n);
        size_t n = end ? (size_t)(end - lines.s) : lines.n;
        paint_on(d->style, paint, d->out);
        buf_char(d->out, mark);
        safe(d->out, (struct str){lines.s, n});
        paint_off(d->style, paint, d->out);
        buf_char(d->out, '\n');
        if (!end) buf_put(d->out, "\\ No newline at end of file\n");
        n += end != NULL;
        lines.s += n, lines.n -= n;
    }
}

static void tell_old(const struct differing *d, char mark, size_t from, size_t to)
{
    if (from < to) tell_lines(d, mark, (struct str){d->text.s + d->starts[from], d->starts[to] - d->starts[from]});
}

static void tell_block(const struct differing *d, const struct block *b)
{
    struct buf lines;
    buf_init(&lines);
    put_new(d, b, &lines);
    tell_old(d, '-', b->first, b->last + 1);
    tell_lines(d, '+', (struct str){lines.data, lines.length});
    d->out->failed = d->out->failed || lines.failed;
    buf_done(&lines);
}

/* Blocks with no more than twice the lines around them in between are told in one. Twice over: first how many lines it has. */
static size_t tell_hunk(struct differing *d, size_t i)
{
    struct block first = block_of(d, i), last = first;
    long more = (long)new_lines(d, &first) - (long)(first.last + 1 - first.first);
    while (last.edit + last.count < d->count) {
        struct block next = block_of(d, last.edit + last.count);
        if (next.first > last.last + 2 * AROUND) break;
        more += (long)new_lines(d, &next) - (long)(next.last + 1 - next.first);
        last = next;
    }
    size_t from = first.first > AROUND ? first.first - AROUND : 0;
    size_t to = last.last + 1 + AROUND < d->lines ? last.last + 1 + AROUND : d->lines;
    buf_printf(d->out, "@@ -%zu,%zu +%ld,%ld @@\n", from + 1, to - from, (long)from + 1 + d->shift, (long)(to - from) + more);
    d->shift += more;
    for (struct block b = first;; b = block_of(d, b.edit + b.count)) {
        tell_old(d, ' ', from, b.first);
        tell_block(d, &b);
        from = b.last + 1;
        if (b.edit == last.edit) break;
    }
    tell_old(d, ' ', from, to);
    return last.edit + last.count;
}

static void tell_file(const struct rewording *edits, size_t count, const char *folder, const struct style *style, struct buf *out)
{
    struct differing d = {.edits = edits, .count = count, .text = edits[0].file->text, .style = style, .out = out};
    for (int new = 0; new < 2; new++) {
        paint_on(style, PAINT_STRONG, out);
        buf_put(out, new ? "+++ " : "--- ");
        safe(out, str_of(folder));
        buf_char(out, '/');
        safe(out, str_of(edits[0].file->name));
        paint_off(style, PAINT_STRONG, out);
        buf_char(out, '\n');
    }
    out->failed = out->failed || !find_lines(&d);
    for (size_t i = 0; d.starts && i < count;) i = tell_hunk(&d, i);
    mem_free(d.starts);
}

void update_tell_edits(const struct update *u, const char *folder, const struct style *style, struct buf *out)
{
    for (size_t i = 0, n; i < u->edit_count; i += n) {
        n = update_of_file(u, i);
        tell_file(&u->edits[i], n, folder, style, out);
    }
}
