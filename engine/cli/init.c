/* init.c: peel init: a small pack that works, to start from. */
#include "base/mem.h"
#include "base/files.h"
#include "cli/command.h"
#include "cli/template.h"
#include "report/columns.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

/* --- Its name ------------------------------------------------------------------------------------- */

/* The last part of the folder's path: of its real one where it is there already, as in `peel init .`. */
static struct str name_of(const char *path, char real[PATH_MAX])
{
    if (!realpath(path, real)) snprintf(real, PATH_MAX, "%s", path);
    size_t n = strlen(real);
    while (n > 1 && real[n - 1] == '/') n--;
    size_t from = n;
    while (from > 0 && real[from - 1] != '/') from--;
    return (struct str){real + from, n - from};
}

/* "My Pools" has "my-pools"; empty where nothing comes of it. */
static struct str would_do(struct str name, char id[STR_SLUG(PATH_MAX)])
{
    size_t n, from = 0;
    if (!str_slug(name, id, &n)) return STR("");
    while (from < n && !(id[from] >= 'a' && id[from] <= 'z')) from++;
    return str_head((struct str){id + from, n - from}, 64);
}

static bool check_name(const char *path, struct str name, struct diags *diags)
{
    char id[STR_SLUG(PATH_MAX)], hint[DIAG_HINT];
    if (str_is_id(name)) return true;
    struct str other = would_do(name, id);
    if (other.n == 0) other = STR("my-pack");
    snprintf(hint, sizeof hint, "%.*s would do", (int)other.n, other.s);
    diag_add(diags, DIAG_ERROR, (struct place){*path ? path : NULL, 0, 0, 0}, hint,
             "\"%.*s\" is no name for a pack, which is called as its folder is: lower-case letters, digits, _ and -, a letter first, at most 64",
             (int)str_head(name, 80).n, name.s);
    return false;
}

/* --- Its files ------------------------------------------------------------------------------------ */

static void put_named(const char *text, struct str name, struct buf *out)
{
    for (const char *at; (at = strstr(text, TEMPLATE_NAME)) != NULL; text = at + strlen(TEMPLATE_NAME)) {
        buf_add(out, text, (size_t)(at - text));
        buf_str(out, name);
    }
    buf_put(out, text);
}

static bool write_files(const char *path, struct str name, const struct template *t, struct diags *diags)
{
    struct buf text;
    struct file_text *files = mem_zero(t->count, sizeof *files);
    buf_init(&text);
    for (size_t i = 0; files && i < t->count; i++) {
        size_t before = text.length;
        put_named(t->files[i].text, name, &text);
        files[i] = (struct file_text){t->files[i].path, {NULL, text.length - before}};
    }
    bool good = files && !text.failed;
    for (size_t i = 0, at = 0; good && i < t->count; at += files[i++].text.n) files[i].text.s = text.data + at;
    if (good)
        good = files_write(path, files, t->count, diags);
    else
        diag_add(diags, DIAG_ERROR, (struct place){path, 0, 0, 0}, NULL, "cannot be made: out of memory");
    mem_free(files);
    buf_done(&text);
    return good;
}

/* --- What is said of it --------------------------------------------------------------------------- */

/* As a shell reads it. */
static void put_path(const char *path, const char *within, struct buf *out)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@%";
    bool quoted = path[strspn(path, plain)] != '\0';
    if (quoted) buf_char(out, '\'');
    for (const char *c = path; *c; c++) {
        if (*c == '\'')
            buf_put(out, "'\\''");
        else
            buf_char(out, *c); /* what is not fit to be shown is made so with the line */
    }
    buf_put(out, within);
    if (quoted) buf_char(out, '\'');
}

/* %: the folder; a word behind it is within. */
static void put_command(const char *command, const char *path, struct buf *to)
{
    struct buf line, *out = &line;
    buf_init(&line);
    while (*command) {
        char within[64];
        size_t n = strcspn(command, "%");
        buf_add(out, command, n);
        command += n;
        if (*command == '\0') break;
        n = strcspn(++command, " :");
        snprintf(within, sizeof within, "%.*s", (int)n, command);
        put_path(path, within, out);
        command += n;
    }
    buf_put(to, "  ");
    safe(to, (struct str){line.data, line.length});
    buf_char(to, '\n');
    to->failed |= line.failed;
    buf_done(&line);
}

static void tell(const char *given, struct str name, const struct template *t, struct buf *out)
{
    static const char *const commands[] = {"peel test --coverage %", "peel grade -r % %/synthetic-2026.json",
                                           "peel explain -r % %/synthetic-2026.json nowhere-lido safety",
                                           "peel diff %:%/synthetic-2025.json %:%/synthetic-2026.json", "peel guide %"};
    char path[PATH_MAX];
    size_t n = strlen(given);
    while (n > 1 && given[n - 1] == '/') n--;
    snprintf(path, sizeof path, "%.*s", (int)n, given);
    buf_printf(out, "Made the rule pack %.*s, of %s tiers. Its field, swimming pools, is made up; everything in it works.\n\n",
               (int)name.n, name.s, t->tiers == 4 ? "four" : "five");
    for (size_t i = 0; i < t->count; i++) {
        buf_put(out, "  ");
        safe(out, str_of(path));
        buf_printf(out, "/%s\n", t->files[i].path);
    }
    buf_put(out, "\nTry\n\n");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) put_command(commands[i], path, out);
    buf_put(out, "\nREADME.md in it says what each file shows, and how to make it yours.\n");
}

static enum peel_exit init(const struct settings *s, struct diags *diags)
{
    char real[PATH_MAX];
    const char *path = s->operands[0];
    const struct template *t = &TEMPLATES[s->tiers == 4 ? 0 : 1];
    struct str name = name_of(path, real);
    if (!check_name(path, name, diags) || !write_files(path, name, t, diags)) return PEEL_CANNOT;
    struct buf text;
    buf_init(&text);
    tell(path, name, t, &text);
    enum peel_exit status = console_write(&text) ? PEEL_DONE : PEEL_CANNOT;
    buf_done(&text);
    return status;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct diags diags;
    diags_init(&diags);
    enum peel_exit status = init(s, &diags);
    console_report(console, &diags);
    diags_done(&diags);
    return status;
}

static const struct option *const KNOWN[] = {&OPTION_TIERS, NULL};

const struct command COMMAND_INIT = {
    "init",
    "[options] DIR",
    "make a small rule pack that works, to start from",
    "Makes the folder DIR with a rule pack of that name: three areas, nine characteristics, their tests, and two years of "
    "made-up data of four organisations. peel test, check, grade, explain, diff and guide work on it at once. Its field, public "
    "swimming pools, is there to be replaced by yours.\n"
    "\n"
    "DIR must not be there yet, or be empty; the folder that it stands in must be. All of it is written, or nothing.\n"
    "\n"
    "Exit status: 0 made; 2 could not.\n"
    "\n"
    "  peel init my-pack\n"
    "  peel init --tiers 4 my-pack\n",
    1,
    1,
    "a folder to make",
    KNOWN,
    run,
};
