/* updating.c: see updating.h. */
#include "cli/updating.h"
#include "base/mem.h"
#include "base/output.h"
#include "base/source.h"
#include <stdio.h>
#include <unistd.h>

bool updating_fits(const struct settings *s, struct diags *diags)
{
    static const struct place here = {"peel", 0, 0, 0};
    size_t before = diags->errors;
    if (s->yes && !s->update) diag_add(diags, DIAG_ERROR, here, NULL, "--yes says yes to --update, which is not asked for");
    if (s->update && (s->output || s->trial_format != &TRIAL_TEXT || s->coverage || s->mutate))
        diag_add(diags, DIAG_ERROR, here, "run it once with the one, once with the other",
                 "--update shows a difference, and goes with no --format, --output, --coverage, --min or --mutate");
    return diags->errors == before;
}

static const char *path_of(const struct suite *s, const struct suite_file *file, struct arena *arena)
{
    return arena_printf(arena, "%s/%s", s->pack->path, file->name);
}

/* --- Telling and asking ------------------------------------------------------------------------------ */

static bool show(const struct update *u, const struct suite *suite, const struct console *console)
{
    struct buf text;
    buf_init(&text);
    update_tell_left(u, suite, &text);
    update_tell_edits(u, suite->pack->path, &console->style, &text);
    bool shown = console_write(&text);
    buf_done(&text);
    return shown;
}

static bool agreed(const struct settings *s)
{
    if (s->yes) return true;
    if (!isatty(STDIN_FILENO)) return console_note("nothing was written; --yes writes it"), false;
    if (console_ask("Write this into the cases? [y/N] ")) return true;
    return console_note("nothing was written"), false;
}

/* --- Writing ------------------------------------------------------------------------------------------ */

/* Somebody may have written to it while the question stood. */
static bool is_unchanged(const struct suite_file *file, const char *path, struct diags *diags)
{
    size_t length;
    char *now = source_slurp(path, PACK_FILE_MAX, &length, diags);
    if (!now) return false;
    bool same = length == file->text.n && memcmp(now, file->text.s, length) == 0;
    mem_free(now);
    if (!same) diag_add(diags, DIAG_ERROR, (struct place){path, 0, 0, 0}, "run it again", "it has changed since it was read: nothing was written to it");
    return same;
}

static bool write_file(const struct rewording *edits, size_t count, const char *path, struct diags *diags)
{
    struct output out;
    struct buf text;
    buf_init(&text);
    update_text(edits, count, &text);
    bool good = !text.failed && is_unchanged(edits[0].file, path, diags) && output_open(&out, path, diags);
    if (good) {
        output_write(&out, text.data, text.length);
        good = output_commit(&out, diags);
    } else if (text.failed)
        diag_add(diags, DIAG_ERROR, (struct place){path, 0, 0, 0}, NULL, "out of memory");
    buf_done(&text);
    return good;
}

struct writing {
    struct update *update;
    const struct suite *suite;
    struct diags *diags;
    bool good;
};

static void write_files(void *context)
{
    struct writing *w = context;
    struct update *u = w->update;
    for (size_t i = 0, n; i < u->edit_count; i += n) {
        n = update_of_file(u, i);
        w->good = write_file(&u->edits[i], n, path_of(w->suite, u->edits[i].file, &u->arena), w->diags) && w->good;
    }
}

static bool write_protected(struct update *u, const struct suite *suite, struct diags *diags)
{
    struct writing w = {u, suite, diags, true};
    if (arena_guard(&u->arena, write_files, &w)) return w.good;
    diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory");
    return false;
}

enum updating updating(struct update *u, const struct suite *suite, const struct settings *s, const struct console *console, struct diags *diags)
{
    if (u->failed) return diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory"), UPDATING_FAILED;
    update_sort(u);
    if (!show(u, suite, console)) return UPDATING_FAILED;
    if (u->edit_count == 0 || !agreed(s)) return UPDATING_NOTHING;
    if (!write_protected(u, suite, diags)) return UPDATING_FAILED;
    console_note("wrote %zu expectation%s of %zu case%s", u->edit_count, u->edit_count == 1 ? "" : "s", u->cases, u->cases == 1 ? "" : "s");
    return UPDATING_WRITTEN;
}
