/* inputs.c: opening what a command judges. */
#include "cli/inputs.h"
#include "base/mem.h"
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct place PROGRAM = {"peel", 0, 0, 0};

unsigned jobs_of(const struct settings *s)
{
    if (s->jobs > 0) return s->jobs;
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > 256 ? 256 : (unsigned)n;
}

static void open_pack(struct inputs *in, const struct settings *s, struct diags *diags)
{
    if (s->rules)
        in->pack = pack_open(s->rules, &s->limits, diags);
    else
        diag_add(diags, DIAG_ERROR, PROGRAM, "name one with -r, as in -r peel-2021", "no rule pack was named");
}

static bool open_input(struct input *input, const struct pack *pack, const char *path, unsigned workers, bool names,
                       struct diags *diags)
{
    size_t before = diags->errors;
    *input = (struct input){load_open(path, diags), NULL};
    if (!input->load) return false;
    if (pack) input->cohort = cohort_open(input->load, &pack->cohort);
    if (pack && !input->cohort) diag_add(diags, DIAG_ERROR, PROGRAM, NULL, "out of memory");
    if (input->cohort && names) cohort_keep_names(input->cohort);
    load_check(input->load, workers, diags);
    return diags->errors == before;
}

bool input_open(struct input *input, const struct pack *pack, const char *path, unsigned workers, struct diags *diags)
{
    return open_input(input, pack, path, workers, false, diags);
}

bool input_is_same(const struct input *input, const char *digest, struct diags *diags)
{
    struct place place = {load_dataset(input->load)->file, 0, 0, 0};
    if (strcmp(load_digest(input->load), digest) == 0) return true;
    diag_add(diags, DIAG_ERROR, place, "run again once nothing writes to it", "the dataset changed while it was read");
    return false;
}

void input_close(struct input *input)
{
    cohort_close(input->cohort);
    if (input->load) load_close(input->load);
    *input = (struct input){NULL, NULL};
}

static void refuse_empty(const struct load *load, struct diags *diags)
{
    struct place place = {load_dataset(load)->file, 0, 0, 0};
    if (load_count(load) == 0)
        diag_add(diags, DIAG_ERROR, place, NULL, "there is no organisation in it: nothing to judge");
}

static bool same_round(const struct load *a, const struct load *b)
{
    return load_dataset(a)->year == load_dataset(b)->year && str_eq(load_dataset(a)->round, load_dataset(b)->round);
}

/* The same organisation twice in one round would be two answers to one question. */
static void refuse_shared(const struct load *a, const struct load *b, struct diags *diags)
{
    const struct dataset *d = load_dataset(b);
    struct place place = {d->file, 0, 0, 0};
    for (uint64_t i = 0; i < load_count(b); i++) {
        struct str id = load_id(b, i);
        if (!load_has(a, id, NULL)) continue;
        diag_add(diags, DIAG_ERROR, place, "grade the files one at a time, or take the organisation out of one",
                 "organisation \"%.*s\" of round %.*s is in %s too", (int)id.n, id.s, (int)d->round.n, d->round.s,
                 load_dataset(a)->file);
    }
}

static void refuse_overlap(const struct inputs *in, struct diags *diags)
{
    for (size_t i = 0; i < in->count; i++)
        for (size_t k = 0; k < i; k++)
            if (same_round(in->list[k].load, in->list[i].load)) refuse_shared(in->list[k].load, in->list[i].load, diags);
}

static bool is_same_file(const struct stat *output, const char *path)
{
    struct stat input;
    return path && stat(path, &input) == 0 && input.st_dev == output->st_dev && input.st_ino == output->st_ino;
}

static void refuse_overwrite(const struct settings *s, const struct stat *output, const char *path, struct diags *diags)
{
    if (is_same_file(output, path))
        diag_add(diags, DIAG_ERROR, (struct place){s->output, 0, 0, 0}, "write to another file",
                 "it is %s, which is read: it would be lost", path);
}

bool inputs_spared(const struct settings *s, struct diags *diags)
{
    struct stat output;
    size_t before = diags->errors;
    if (!s->output || stat(s->output, &output) != 0 || !S_ISREG(output.st_mode)) return true;
    for (size_t i = 0; i < s->operand_count; i++) refuse_overwrite(s, &output, s->operands[i], diags);
    refuse_overwrite(s, &output, s->mapping, diags);
    return diags->errors == before;
}

bool inputs_open(struct inputs *in, const struct settings *s, const char *const *paths, size_t count,
                 struct diags *diags)
{
    size_t before = diags->errors;
    *in = (struct inputs){.workers = jobs_of(s), .list = mem_zero(count, sizeof(struct input))};
    if (!in->list) {
        diag_add(diags, DIAG_ERROR, PROGRAM, NULL, "out of memory");
        return false;
    }
    in->count = count;
    open_pack(in, s, diags);
    bool names = s->format && s->format->names;
    for (size_t i = 0; i < count; i++) open_input(&in->list[i], in->pack, paths[i], in->workers, names, diags);
    if (diags->errors > before) return false;
    for (size_t i = 0; i < count; i++) refuse_empty(in->list[i].load, diags);
    refuse_overlap(in, diags);
    return diags->errors == before;
}

void inputs_close(struct inputs *in)
{
    for (size_t i = 0; i < in->count; i++) input_close(&in->list[i]);
    mem_free(in->list);
    if (in->pack) pack_close(in->pack);
    *in = (struct inputs){0};
}

/* Does the i-th dataset tell of the organisation, and none before it? */
static bool is_first(const struct inputs *in, size_t i, struct str id)
{
    for (size_t k = 0; k < i; k++)
        if (load_has(in->list[k].load, id, NULL)) return false;
    return true;
}

/* "the ids are a, b, c and 41 more" */
static void list_ids(const struct inputs *in, char hint[DIAG_HINT])
{
    size_t n = (size_t)snprintf(hint, DIAG_HINT, "the ids are ");
    uint64_t shown = 0, more = 0;
    for (size_t i = 0; i < in->count; i++)
        for (uint64_t k = 0; k < load_count(in->list[i].load); k++) {
            struct str id = load_id(in->list[i].load, k);
            if (!is_first(in, i, id)) continue;
            if (more || n + id.n > DIAG_HINT - 40)
                more++;
            else
                n += (size_t)snprintf(hint + n, DIAG_HINT - n, "%s%.*s", shown++ ? ", " : "", (int)id.n, id.s);
        }
    if (more) snprintf(hint + n, DIAG_HINT - n, " and %llu more", (unsigned long long)more);
}

/* The one id that begins as `id` does, with three letters or more; s NULL: none, or several. */
static struct str alike(const struct inputs *in, struct str id)
{
    struct str best = {NULL, 0};
    size_t most = 2;
    for (size_t i = 0; i < in->count; i++)
        for (uint64_t k = 0; k < load_count(in->list[i].load); k++) {
            struct str other = load_id(in->list[i].load, k);
            size_t n = 0;
            while (n < id.n && n < other.n && id.s[n] == other.s[n]) n++;
            if (n > most)
                best = other, most = n;
            else if (n == most && best.s && !str_eq(best, other))
                best.s = NULL;
        }
    return best;
}

bool inputs_has(const struct inputs *in, struct str id, struct diags *diags)
{
    struct str nearest = {NULL, 0};
    for (size_t i = 0; i < in->count; i++) {
        struct str near = {NULL, 0};
        if (load_has(in->list[i].load, id, &near)) return true;
        if (!nearest.s) nearest = near;
    }
    char hint[DIAG_HINT] = "";
    if (!nearest.s) nearest = alike(in, id);
    if (nearest.s)
        snprintf(hint, sizeof hint, "did you mean \"%.*s\"?", (int)nearest.n, nearest.s);
    else
        list_ids(in, hint);
    struct place place = {in->count == 1 ? load_dataset(in->list[0].load)->file : "peel", 0, 0, 0};
    diag_add(diags, DIAG_ERROR, place, hint, "no organisation has the id \"%.*s\"", (int)id.n, id.s);
    return false;
}
