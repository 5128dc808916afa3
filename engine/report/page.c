/* page.c: one organisation as a page of text, from its heading down, and the small parts that pages are made of. */
#include "report/page.h"
#include "report/wrap.h"

static void rule(struct page *p, size_t width)
{
    paint_on(p->style, PAINT_FAINT, p->out);
    for (size_t i = 0; i < width; i++) buf_put(p->out, p->style->utf8 ? "─" : "-");
    paint_off(p->style, PAINT_FAINT, p->out);
    buf_char(p->out, '\n');
}

void page_title(struct page *p, struct str title)
{
    paint_str(p->style, PAINT_STRONG, title, p->out);
    buf_char(p->out, '\n');
    size_t width = columns(title);
    rule(p, width < p->style->width ? width : p->style->width);
}

void page_section(struct page *p, const char *title)
{
    buf_char(p->out, '\n');
    paint_str(p->style, PAINT_STRONG, str_of(title), p->out);
    buf_char(p->out, '\n');
}

static void spelled(struct page *p, struct str text, size_t used, size_t indent, struct buf *out)
{
    struct buf own;
    buf_init(&own);
    buf_str(&own, text);
    style_spell(p->style, &own);
    wrap(out, (struct str){own.length ? own.data : "", own.length}, used, indent, p->style->width);
    out->failed = out->failed || own.failed;
    buf_done(&own);
}

void page_prose(struct page *p, struct str text, size_t used, size_t indent) { spelled(p, text, used, indent, p->out); }

void page_item(struct page *p, const char *label, struct str text)
{
    size_t indent = 2 + columns(str_of(label));
    buf_put(p->out, "  ");
    buf_put(p->out, label);
    page_prose(p, text, indent, indent);
}

/* One line of what was wrapped: its margin stays bare. */
static void painted_line(struct page *p, enum paint paint, struct str line)
{
    size_t margin = 0;
    while (margin < line.n && line.s[margin] == ' ') margin++;
    buf_add(p->out, line.s, margin);
    if (line.n > margin) paint_on(p->style, paint, p->out);
    buf_add(p->out, line.s + margin, line.n - margin);
    if (line.n > margin) paint_off(p->style, paint, p->out);
    buf_char(p->out, '\n');
}

void page_wrap(struct page *p, enum paint paint, struct str text, size_t used, size_t indent)
{
    if (!p->style->colour || paint == PAINT_NONE) {
        page_prose(p, text, used, indent);
        return;
    }
    struct buf lines;
    buf_init(&lines);
    spelled(p, text, used, indent, &lines);
    for (size_t i = 0; !lines.failed && i < lines.length;) {
        const char *end = memchr(lines.data + i, '\n', lines.length - i);
        struct str line = {lines.data + i, end ? (size_t)(end - lines.data) - i : lines.length - i};
        painted_line(p, paint, line);
        i += line.n + 1;
    }
    p->out->failed = p->out->failed || lines.failed;
    buf_done(&lines);
}

void page_grade(struct page *p, int grade, size_t width)
{
    buf_clear(p->scratch);
    words(pack_grade_name(p->report->pack, grade), p->scratch);
    struct str s = {p->scratch->data, p->scratch->length};
    paint_str(p->style, paint_of_grade(grade, p->report->pack->decl.scale.count), s, p->out);
    size_t used = columns(s);
    if (used < width) blanks(p->out, width - used);
}

size_t page_grade_width(const struct pack *pack)
{
    size_t most = strlen("insufficient evidence");
    for (size_t i = 0; i < pack->decl.scale.count; i++)
        if (pack->decl.scale.list[i].n > most) most = pack->decl.scale.list[i].n;
    return most;
}

/* The quoted word at s, where it is a grade or stands for the lack of one; its length with the quotes, else 0. */
static size_t quoted_grade(const struct pack *pack, struct str s)
{
    const char *end = s.n > 2 ? memchr(s.s + 1, '`', s.n - 1) : NULL;
    if (!end) return 0;
    struct str word = {s.s + 1, (size_t)(end - s.s) - 1};
    for (int g = PEEL_GRADE_NOT_INSPECTED; g < (int)pack->decl.scale.count; g++)
        if (str_is(word, pack_grade_name(pack, g))) return word.n + 2;
    return 0;
}

void page_sentence(const struct pack *pack, struct str text, struct buf *out)
{
    for (size_t i = 0; i < text.n;) {
        size_t n = text.s[i] == '`' ? quoted_grade(pack, (struct str){text.s + i, text.n - i}) : 0;
        if (n == 0) {
            buf_char(out, text.s[i++]);
            continue;
        }
        for (size_t k = 1; k + 1 < n; k++) buf_char(out, text.s[i + k] == '-' ? ' ' : text.s[i + k]);
        i += n;
    }
}

static const char *const MONTHS[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                     "July", "August",  "September", "October", "November", "December"};

static void date_words(struct date d, struct buf *out)
{
    if (d.day > 0) {
        buf_int(out, d.day);
        buf_char(out, ' ');
    }
    if (d.month > 0) {
        buf_put(out, MONTHS[d.month]);
        buf_char(out, ' ');
    }
    buf_int(out, d.year);
}

void page_published(const struct area_result *a, struct buf *out)
{
    for (size_t i = 0; i < a->published_name.n; i++)
        buf_char(out, a->published_name.s[i] == '-' ? ' ' : a->published_name.s[i]);
}

void page_status(const struct area_result *a, struct buf *out)
{
    static const char *const dated[PEEL_STATUSES] = {"",       "revisited ",         "corrected ",
                                                     "added ", "carried over from ", ""};
    static const char *const plain[PEEL_STATUSES] = {"",           "revisited",    "corrected",
                                                     "added late", "carried over", "not inspected"};
    if (a->judgment && a->judgment->date.year > 0 && *dated[a->status]) {
        buf_put(out, dated[a->status]);
        date_words(a->judgment->date, out);
    } else {
        buf_put(out, plain[a->status]);
    }
}

static void heading(struct page *p)
{
    const struct org_result *r = p->result;
    page_title(p, r->org->name);
    buf_clear(p->scratch);
    buf_printf(p->scratch, "Round %.*s; judged by %s %s (%s).", (int)r->dataset->round.n, r->dataset->round.s,
               r->pack->decl.name.s, r->pack->decl.version.s, r->pack->decl.title.s);
    if (!r->org->in_scope) buf_put(p->scratch, " Out of scope: it counts in no cohort.");
    wrap(p->out, (struct str){p->scratch->data, p->scratch->length}, 0, 0, p->style->width);
}

void page_organisation(struct page *p)
{
    heading(p);
    page_areas(p);
    page_raised(p);
    page_missing(p);
    buf_char(p->out, '\n');
}
