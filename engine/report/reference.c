/* reference.c: see reference.h. */
#include "report/reference.h"
#include "report/wrap.h"
#include "script/lexicon.h"

/* --- How a word is said --------------------------------------------------------------------------------------------
 */

static bool is_methods(const struct lexicon_page *page) { return page->kind == PAGE_METHODS; }

/* What stands before a word where it is said: "stats." of a library; methods and keys go by themselves. */
static void put_owner(const struct lexicon_page *page, struct buf *out)
{
    if (is_methods(page)) buf_char(out, ':');
    if (page->kind == PAGE_LIBRARY) buf_put(out, page->name), buf_char(out, '.');
}

/* "level?: number, …"; what an answer is called may be left out. */
static void put_parts(const char *list, struct buf *out)
{
    struct lexicon_part part;
    while (lexicon_part(&list, &part)) {
        if (part.name.s) {
            buf_str(out, part.name);
            buf_put(out, part.optional ? "?: " : ": ");
        }
        buf_str(out, part.type);
        if (*list) buf_put(out, ", ");
    }
}

/* "(x: number)"; nothing of what is no function. */
static void put_taken(const struct word *w, struct buf *out)
{
    if (!w->function) return;
    buf_char(out, '(');
    put_parts(w->takes, out);
    buf_char(out, ')');
}

/* --- The page ------------------------------------------------------------------------------------------------------
 */

/* From `from` on, for a cell of a table, in which a bar is escaped even within `…`. */
static void escape_bars(struct buf *out, size_t from)
{
    size_t bars = 0;
    for (size_t i = from; i < out->length; i++) bars += out->data[i] == '|';
    if (!bars || !buf_reserve(out, bars)) return;
    size_t to = out->length + bars;
    for (size_t i = out->length; i-- > from;) {
        out->data[--to] = out->data[i];
        if (out->data[i] == '|') out->data[--to] = '\\';
    }
    out->length += bars;
}

static void put_row(const struct lexicon_page *page, const struct word *w, struct buf *out)
{
    buf_put(out, "| `");
    size_t from = out->length;
    put_owner(page, out);
    buf_put(out, w->name);
    put_taken(w, out);
    escape_bars(out, from);
    buf_put(out, *w->gives ? "` | `" : "` | ");
    from = out->length;
    put_parts(w->gives, out);
    escape_bars(out, from);
    buf_put(out, *w->gives ? "` | " : " | ");
    from = out->length;
    buf_put(out, w->says);
    escape_bars(out, from);
    buf_put(out, " |\n");
}

static void put_title(const struct lexicon_page *page, struct buf *out)
{
    bool plain = page->kind == PAGE_WORDS || page->kind == PAGE_ANSWER || strchr(page->title, '`') ||
                 strncmp(page->title, "An ", 3) == 0;
    buf_put(out, plain ? "### " : "### `");
    buf_put(out, page->title);
    buf_put(out, plain ? "\n\n" : "`\n\n");
}

static void put_page(const struct lexicon_page *page, struct buf *out)
{
    const struct word *w;
    put_title(page, out);
    if (page->says || page->type) {
        if (page->says) buf_put(out, page->says);
        if (page->says && page->type) buf_char(out, ' ');
        if (page->type) buf_printf(out, "Its type is `%s`.", page->type);
        buf_put(out, "\n\n");
    }
    bool keys = page->kind == PAGE_KEYS || page->kind == PAGE_FIELDS || page->kind == PAGE_ANSWER;
    buf_put(out, keys ? "| key | type | |\n|---|---|---|\n" : "| | answers | |\n|---|---|---|\n");
    for (size_t i = 0; (w = lexicon_word(page, i)); i++) put_row(page, w, out);
    buf_char(out, '\n');
}

static void put_types(struct buf *out)
{
    buf_put(out, "## Words of a type\n\n| type | one of | |\n|---|---|---|\n");
    for (size_t i = 0; i < lexicon_alias_count; i++) {
        const char *word;
        buf_printf(out, "| `%s` | ", lexicon_aliases[i].type);
        for (int k = 0; (word = lexicon_aliases[i].word(k)); k++) buf_printf(out, "%s`\"%s\"`", k ? ", " : "", word);
        buf_printf(out, " | %s |\n", lexicon_aliases[i].says);
    }
    buf_put(out,
            "| `peel.grade` | | A grade of the pack's scale. |\n"
            "| `peel.area_id`, `peel.characteristic_id` | | `\"area\"`, `\"area/characteristic\"`, of the pack. |\n"
            "| `peel.answer`, `peel.raise`, `peel.item`, `peel.banded`, `peel.declared` | | What words answer, to be returned or put "
            "where it belongs; nothing else can be done with it. |\n");
}

void reference_write(struct buf *out)
{
    buf_put(
        out,
        "<!-- What `peel help lua` prints, from the source of peel. `make golden-update` writes it anew. -->\n"
        "# Reference\n\n"
        "Every name that a rule, a pack's files, cases and mappings may say. `peel help NAME` shows one of them "
        "(`peel help stats.wilson`), and `peel annotate PACK` tells an editor all of them. How they are used is in "
        "[README.md](README.md).\n\n"
        "`x?` may be left out, as may a key of a type with a `?`; an answer `T?` may be `nil`; `A|B` is one or the "
        "other; `T[]` is a list, `table<K, V>` a table from K to V. `[1]` is what stands first in a table, without a "
        "key.\n\n");
    for (size_t c = 0; c < lexicon_chapters; c++) {
        buf_printf(out, "## %s\n\n", lexicon[c].title);
        if (lexicon[c].says) buf_printf(out, "%s\n\n", lexicon[c].says);
        for (size_t p = 0; p < lexicon[c].count; p++) put_page(&lexicon[c].pages[p], out);
    }
    put_types(out);
}

/* --- One name -------------------------------------------------------------------------------------------------------
 */

enum { INDENT = 2 };

static void put_prose(const char *text, size_t width, struct buf *out)
{
    for (int i = 0; i < INDENT; i++) buf_char(out, ' ');
    wrap(out, str_of(text), INDENT, INDENT, width);
}

/* "sample:met", "stats.wilson", "characteristic.weight", "met". */
static void put_full_name(const struct lexicon_page *page, const struct word *w, struct buf *out)
{
    if (page->kind != PAGE_WORDS) buf_put(out, page->name);
    if (page->kind != PAGE_WORDS && w->name[0] != '[') buf_char(out, is_methods(page) ? ':' : '.');
    buf_put(out, w->name);
}

static void put_word(const struct lexicon_page *page, const struct word *w, size_t width, struct buf *out)
{
    put_full_name(page, w, out);
    put_taken(w, out);
    if (*w->gives) buf_put(out, w->function ? " → " : ": ");
    put_parts(w->gives, out);
    buf_char(out, '\n');
    put_prose(w->says, width, out);
    if (page->kind == PAGE_WORDS || page->kind == PAGE_LIBRARY) return;
    buf_put(out, "  of ");
    buf_put(out, page->title);
    buf_char(out, '\n');
}

/* The first sentence of a text: to a full stop or question mark before a blank or the end. */
static struct str sentence(const char *says)
{
    size_t n = 0;
    while (says[n] && !(strchr(".?", says[n]) && (says[n + 1] == ' ' || says[n + 1] == '\0'))) n++;
    return (struct str){says, n + (says[n] != '\0')};
}

static void put_whole(const struct lexicon_page *page, size_t width, struct buf *out)
{
    const struct word *w;
    buf_put(out, page->title);
    buf_char(out, '\n');
    if (page->says) put_prose(page->says, width, out);
    for (size_t i = 0; (w = lexicon_word(page, i)); i++) {
        buf_put(out, "\n  ");
        put_full_name(page, w, out);
        put_taken(w, out);
        buf_put(out, "\n      ");
        wrap(out, sentence(w->says), 6, 6, width);
    }
}

static bool is_page(const struct lexicon_page *page, struct str name)
{
    return page->kind != PAGE_WORDS && (str_is(name, page->name) || (page->type && str_is(name, page->type)));
}

/* "stats.wilson" is the word "wilson" of "stats"; a name alone is of any page. */
static bool is_word(const struct lexicon_page *page, const struct word *w, struct str name)
{
    size_t n = strlen(w->name);
    if (name.n < n || memcmp(name.s + name.n - n, w->name, n) != 0) return false;
    if (name.n == n) return w->name[0] != '[';
    struct str owner = {name.s, name.n - n};
    if (w->name[0] != '[') {
        if (!strchr(".:", owner.s[owner.n - 1])) return false;
        owner.n--;
    }
    return is_page(page, owner);
}

static void between(struct buf *out, size_t from)
{
    if (out->length > from) buf_char(out, '\n');
}

bool reference_find(struct str name, size_t width, struct buf *out)
{
    size_t from = out->length;
    const struct word *w;
    if (name.n > 2 && memcmp(name.s + name.n - 2, "()", 2) == 0) name.n -= 2;
    for (size_t c = 0; c < lexicon_chapters; c++)
        for (size_t p = 0; p < lexicon[c].count; p++) {
            const struct lexicon_page *page = &lexicon[c].pages[p];
            for (size_t i = 0; (w = lexicon_word(page, i)); i++)
                if (is_word(page, w, name)) between(out, from), put_word(page, w, width, out);
            if (is_page(page, name)) between(out, from), put_whole(page, width, out);
        }
    return out->length > from || out->failed;
}

struct str reference_nearest(struct str name)
{
    struct str list[1024];
    size_t count = 0;
    const struct word *w;
    const char *behind = NULL; /* of "stat.wilson" the word alone is looked for, if nothing else is near */
    for (size_t i = 0; i < name.n; i++)
        if (strchr(".:", name.s[i])) behind = name.s + i + 1;
    for (size_t c = 0; c < lexicon_chapters; c++)
        for (size_t p = 0; p < lexicon[c].count; p++) {
            const struct lexicon_page *page = &lexicon[c].pages[p];
            if (count < 1024 && page->kind != PAGE_WORDS) list[count++] = str_of(page->name);
            for (size_t i = 0; (w = lexicon_word(page, i)) && count < 1024; i++)
                if (w->name[0] != '[') list[count++] = str_of(w->name);
        }
    if (behind) name = (struct str){behind, (size_t)(name.s + name.n - behind)};
    int near = str_nearest(name, list, count);
    return near >= 0 ? list[near] : (struct str){NULL, 0};
}
