/* prompt.c: see prompt.h. The only file that knows libedit, and but for console.c the only one of this folder that asks the environment: HOME, XDG_STATE_HOME
 * (where the history is), and the locale of characters, without which libedit can edit ASCII only. Nothing of these reaches what is shown: numbers keep
 * the C locale.
 *
 * The keyboard's signals are off while a line is edited, and Ctrl-C is a key like any other, which gives the line up; while a line runs it ends the program.
 */
#include "cli/prompt.h"
#include "base/mem.h"
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { REMEMBERED = 1000, PATH = 4096, LINE_MAX_BYTES = 1 << 20 };

struct prompt {
    EditLine *edit; /* NULL: nobody types */
    History *history;
    char path[PATH]; /* of the history; "": it is not kept */
    const char *question;
    bool cancelled;
    prompt_complete *complete;
    void *context;
    struct buf names;
};

/* --- the history --------------------------------------------------------------------------------------- */

/* Every folder on the way; what is there already is left as it is. */
static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
}

static bool find_history(char path[PATH])
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int n = -1;
    if (state && *state == '/')
        n = snprintf(path, PATH, "%s/peel/history", state);
    else if (home && *home == '/')
        n = snprintf(path, PATH, "%s/.local/state/peel/history", home);
    return n > 0 && n < PATH;
}

static void load_history(struct prompt *p)
{
    HistEvent event;
    if (!find_history(p->path)) {
        p->path[0] = '\0';
        return;
    }
    make_folders(p->path);
    history(p->history, &event, H_LOAD, p->path); /* none yet: nothing is remembered */
}

/* Whole or not at all, by way of a file beside it. That it cannot be kept is no reason to stop. */
static void save_history(struct prompt *p)
{
    char beside[PATH + 32];
    HistEvent event;
    if (!p->path[0]) return;
    snprintf(beside, sizeof beside, "%s.%ld", p->path, (long)getpid());
    if (history(p->history, &event, H_SAVE, beside) < 0 || rename(beside, p->path) != 0) unlink(beside);
}

static void enter(struct prompt *p, struct str line)
{
    HistEvent event;
    struct buf text;
    buf_init(&text);
    buf_str(&text, line);
    buf_char(&text, '\n');
    buf_char(&text, '\0');
    if (!text.failed && line.n > 0) history(p->history, &event, H_ENTER, text.data);
    buf_done(&text);
}

void prompt_remember(struct prompt *p, struct str lines)
{
    if (!p->edit) return;
    while (lines.n > 0) {
        const char *end = memchr(lines.s, '\n', lines.n);
        size_t n = end ? (size_t)(end - lines.s) : lines.n;
        enter(p, (struct str){lines.s, n});
        lines.s += n + (end != NULL), lines.n -= n + (end != NULL);
    }
    save_history(p);
}

/* --- keys ----------------------------------------------------------------------------------------------- */

static struct prompt *prompt_of(EditLine *edit)
{
    void *p = NULL;
    el_get(edit, EL_CLIENTDATA, &p);
    return p;
}

static char *ask(EditLine *edit) { return (char *)(uintptr_t)prompt_of(edit)->question; }

static unsigned char key_cancel(EditLine *edit, int key)
{
    (void)key;
    prompt_of(edit)->cancelled = true;
    return CC_NEWLINE;
}

/* How many bytes all of the names have in common. */
static size_t common(const struct buf *names)
{
    size_t n = strlen(names->data);
    for (const char *at = names->data; at < names->data + names->length; at += strlen(at) + 1) {
        size_t same = 0;
        while (same < n && at[same] == names->data[same]) same++;
        n = same;
    }
    return n;
}

static void list(const struct buf *names)
{
    size_t column = 0;
    putchar('\n');
    for (const char *at = names->data; at < names->data + names->length; at += strlen(at) + 1) {
        if (column > 0 && column + strlen(at) + 2 > 78) putchar('\n'), column = 0;
        column += (size_t)printf("%s%.*s", column ? "  " : "", (int)strcspn(at, "\""), at);
    }
    putchar('\n');
    fflush(stdout);
}

/* As far as all names agree; where they part, they are listed. */
static unsigned char key_complete(EditLine *edit, int key)
{
    struct prompt *p = prompt_of(edit);
    const LineInfo *at = el_line(edit);
    struct str line = {at->buffer, (size_t)(at->cursor - at->buffer)};
    size_t start;
    (void)key;
    p->complete(p->context, line, &p->names, &start);
    if (p->names.failed || p->names.length == 0) return CC_REFRESH_BEEP;
    size_t shared = common(&p->names), typed = line.n - start;
    bool one = strlen(p->names.data) + 1 == p->names.length;
    if (shared > typed) {
        char *more = p->names.data + typed, kept = p->names.data[shared];
        p->names.data[shared] = '\0';
        el_insertstr(edit, more);
        p->names.data[shared] = kept;
        return CC_REFRESH;
    }
    if (one) return CC_REFRESH;
    list(&p->names);
    return CC_REDISPLAY;
}

static bool open_edit(struct prompt *p)
{
    HistEvent event;
    setlocale(LC_CTYPE, "");
    p->history = history_init();
    p->edit = el_init("peel", stdin, stdout, stderr);
    if (!p->history || !p->edit) return false;
    history(p->history, &event, H_SETSIZE, REMEMBERED);
    history(p->history, &event, H_SETUNIQUE, 1);
    el_set(p->edit, EL_CLIENTDATA, p);
    el_set(p->edit, EL_PROMPT, ask);
    el_set(p->edit, EL_EDITOR, "emacs");
    el_set(p->edit, EL_SIGNAL, 1);
    el_set(p->edit, EL_HIST, history, p->history);
    el_set(p->edit, EL_SETTY, "-d", "-isig", NULL);
    el_set(p->edit, EL_ADDFN, "peel-cancel", "Give the line up", key_cancel);
    el_set(p->edit, EL_ADDFN, "peel-complete", "Complete a name", key_complete);
    el_set(p->edit, EL_BIND, "^C", "peel-cancel", NULL);
    el_set(p->edit, EL_BIND, "\t", "peel-complete", NULL);
    el_set(p->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
    el_source(p->edit, NULL); /* ~/.editrc: whoever has one knows his keys */
    return true;
}

/* --- life ------------------------------------------------------------------------------------------------- */

struct prompt *prompt_open(bool remembers, prompt_complete *complete, void *context)
{
    struct prompt *p = mem_zero(1, sizeof *p);
    if (!p) return NULL;
    p->complete = complete;
    p->context = context;
    buf_init(&p->names);
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return p;
    if (!open_edit(p)) return prompt_close(p), NULL;
    if (remembers) load_history(p);
    return p;
}

void prompt_close(struct prompt *p)
{
    if (!p) return;
    if (p->edit) el_end(p->edit);
    if (p->history) history_end(p->history);
    buf_done(&p->names);
    mem_free(p);
}

bool prompt_is_typed(const struct prompt *p) { return p->edit != NULL; }

/* --- lines ------------------------------------------------------------------------------------------------- */

static enum prompted typed(struct prompt *p, const char *question, struct buf *line)
{
    int n = 0;
    p->question = question;
    p->cancelled = false;
    el_set(p->edit, EL_PREP_TERM, 1); /* before the prompt can be seen: a Ctrl-D between the two would be lost */
    const char *text = el_gets(p->edit, &n);
    if (p->cancelled) return putchar('\n'), fflush(stdout), PROMPT_CANCELLED;
    if (!text || n <= 0) return putchar('\n'), fflush(stdout), PROMPT_END;
    while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r')) n--;
    buf_add(line, text, (size_t)n);
    return PROMPT_LINE;
}

/* What is beyond the longest line that can be read is dropped: that it is too long is told of what is left. */
static enum prompted given(struct buf *line)
{
    size_t n = 0;
    int c;
    while ((c = getc(stdin)) != EOF && c != '\n')
        if (n++ <= LINE_MAX_BYTES) buf_char(line, (char)c);
    if (n && line->length && line->data[line->length - 1] == '\r') line->length--;
    return c == EOF && n == 0 ? PROMPT_END : PROMPT_LINE;
}

enum prompted prompt_line(struct prompt *p, const char *question, struct buf *line)
{
    return p->edit ? typed(p, question, line) : given(line);
}
