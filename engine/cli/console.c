/* console.c: the two streams of a command. The environment is asked here, and for the history of lines in
 * prompt.c: NO_COLOR, TERM, COLUMNS, LC_ALL, LC_CTYPE, LANG. */
#include "cli/console.h"
#include "base/output.h"
#include "report/columns.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char *environment(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static bool colours(enum when when, int fd)
{
    if (when != WHEN_AUTO) return when == WHEN_ALWAYS;
    const char *term = environment("TERM");
    return isatty(fd) && !environment("NO_COLOR") && term && strcmp(term, "dumb") != 0;
}

/* By the names of the locale alone: the C library's own locale stays "C", so that no number can change its shape. */
static bool speaks_utf8(void)
{
    const char *locale = environment("LC_ALL");
    if (!locale) locale = environment("LC_CTYPE");
    if (!locale) locale = environment("LANG");
    if (!locale) return false;
    return strstr(locale, "UTF-8") || strstr(locale, "utf-8") || strstr(locale, "UTF8") || strstr(locale, "utf8");
}

static size_t terminal_width(void)
{
    struct winsize size = {0};
    const char *columns = environment("COLUMNS");
    long width = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                 : columns                                                       ? strtol(columns, NULL, 10)
                                                                                 : 80;
    return width < 60 ? 60 : width > STYLE_WIDTH ? STYLE_WIDTH : (size_t)width;
}

void console_init(struct console *c, const struct settings *s)
{
    bool terminal = isatty(STDOUT_FILENO);
    *c = (struct console){.style = STYLE_PLAIN, .quiet = s->quiet, .verbose = s->verbose};
    c->terminal = terminal;
    c->style.colour = colours(s->colour, STDOUT_FILENO);
    c->style.width = terminal ? terminal_width() : STYLE_WIDTH;
    c->style.utf8 = !s->ascii && speaks_utf8();
    c->error_colour = colours(s->colour, STDERR_FILENO);
    c->error_terminal = isatty(STDERR_FILENO);
}

void console_error(const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(STDERR_FILENO, bytes, n);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return; /* nobody is left to be told */
        bytes += written, n -= (size_t)written;
    }
}

void console_note(const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (n < 0) return;
    size_t length = (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
    struct buf line; /* a rule, a file name or an id may say anything: made safe */
    buf_init(&line);
    buf_put(&line, "peel: ");
    safe(&line, (struct str){text, length});
    buf_char(&line, '\n');
    console_error(line.data, line.length);
    buf_done(&line);
}

static void drop_warnings(struct diags *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->count; i++)
        if (d->list[i].severity == DIAG_ERROR) d->list[kept++] = d->list[i];
    d->count = kept;
    d->warnings = d->questions = 0;
}

static void tell(const struct diags *diags, bool colour)
{
    struct buf text;
    buf_init(&text);
    diags_render(diags, &text, colour);
    if (text.failed && diags->errors > 0) /* what is left over is said without memory */
        console_error("peel: error: out of memory\n", 27);
    else
        console_error(text.data, text.length);
    buf_done(&text);
}

void console_report(const struct console *c, struct diags *diags)
{
    if (c->quiet) drop_warnings(diags);
    if (diags->count == 0 && diags->errors == 0) return;
    diags_sort(diags);
    tell(diags, c->error_colour);
}

bool console_ask(const char *question)
{
    char line[80];
    if (!isatty(STDIN_FILENO)) return false;
    console_error(question, strlen(question));
    return fgets(line, sizeof line, stdin) && (*line == 'y' || *line == 'Y');
}

bool console_is_gone(int error) { return error == EPIPE || error == EBADF; }

bool console_write(const struct buf *text)
{
    struct diags diags;
    struct output out;
    diags_init(&diags);
    output_open(&out, NULL, &diags);
    output_write(&out, text->data, text->length);
    bool closed = console_is_gone(out.error);
    bool ok = output_commit(&out, &diags) && !text->failed;
    if (!closed && diags.count) tell(&diags, false);
    diags_done(&diags);
    return ok;
}

void console_printed(struct str lines)
{
    struct buf out;
    buf_init(&out);
    for (size_t from = 0, at = 0; at < lines.n; at++) {
        if (lines.s[at] != '\n' && lines.s[at] != '\t') continue;
        safe(&out, (struct str){lines.s + from, at - from});
        buf_char(&out, lines.s[at]);
        from = at + 1;
    }
    console_error(out.data, out.length);
    buf_done(&out);
}

struct style console_page(const struct console *console, const struct settings *s)
{
    struct style style = STYLE_PLAIN;
    style.utf8 = !s->ascii;
    if (s->output) return style;
    style.colour = console->style.colour;
    style.width = console->style.width;
    if (console->terminal) style.utf8 = console->style.utf8;
    return style;
}
