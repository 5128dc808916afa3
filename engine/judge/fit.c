/* fit.c: see fit.h. */
#include "judge/fit.h"
#include <inttypes.h>
#include <stdio.h>

static int compare(const struct fit_name *kept, struct str name)
{
    size_t n = kept->length < name.n ? kept->length : name.n;
    int c = memcmp(kept->text, name.s, n);
    return c ? c : (kept->length > name.n) - (kept->length < name.n);
}

/* Puts a new name at `at`; the last one goes where there is no room. */
static void insert(struct fit_list *l, size_t at, struct str name, uint64_t count)
{
    if (at == FIT_NAMES) return;
    if (l->count < FIT_NAMES) l->count++;
    memmove(&l->names[at + 1], &l->names[at], (l->count - at - 1) * sizeof *l->names);
    struct fit_name *new = &l->names[at];
    memcpy(new->text, name.s, name.n);
    new->length = (uint32_t)name.n;
    new->count = count;
}

void fit_add(struct fit *fit, enum fit_kind kind, struct str name, uint64_t count)
{
    struct fit_list *l = &fit->lists[kind];
    size_t at = 0;
    int c = 1;
    if (name.n > FIT_NAME) name.n = FIT_NAME;
    while (at < l->count && (c = compare(&l->names[at], name)) < 0) at++;
    if (at < l->count && c == 0)
        l->names[at].count += count;
    else
        insert(l, at, name, count);
    l->all += count;
}

void fit_merge(struct fit *to, const struct fit *from)
{
    for (int k = 0; k < FIT_KINDS; k++) {
        const struct fit_list *l = &from->lists[k];
        uint64_t named = 0;
        for (size_t i = 0; i < l->count; i++) {
            fit_add(to, (enum fit_kind)k, (struct str){l->names[i].text, l->names[i].length}, l->names[i].count);
            named += l->names[i].count;
        }
        to->lists[k].all += l->all - named;
    }
}

/* Of an area that the pack has; one of another area may be of an older framework, and is nobody's slip. */
static bool is_slip(const struct pack *pack, struct str against)
{
    const char *slash = against.s ? memchr(against.s, '/', against.n) : NULL;
    if (!slash || lookup_find(&pack->characteristic_ids, against) != LOOKUP_NONE) return false;
    return lookup_find(&pack->area_ids, (struct str){against.s, (size_t)(slash - against.s)}) != LOOKUP_NONE;
}

void fit_org(struct fit *fit, const struct pack *pack, const struct dataset *dataset, const struct org *org,
             const int *pack_grade)
{
    for (size_t i = 0; i < org->judgment_count; i++) {
        const struct judgment *j = &org->judgments[i];
        if (lookup_find(&pack->area_ids, j->area) == LOOKUP_NONE)
            fit_add(fit, FIT_JUDGMENT, j->area, 1);
        else if (j->status == PEEL_CARRIED_OVER && j->grade >= 0 && pack_grade[j->grade] < 0)
            fit_add(fit, FIT_GRADE, dataset->scale[j->grade], 1);
    }
    for (size_t i = 0; i < org->moderation_count; i++) {
        const struct moderation *m = &org->moderations[i];
        uint32_t a = lookup_find(&pack->area_ids, m->area);
        if (a == LOOKUP_NONE)
            fit_add(fit, FIT_MODERATION, m->area, 1);
        else if (!pack->declared[a].graded)
            fit_add(fit, FIT_UNGRADED, m->area, 1);
        else if (pack_grade[m->to] < 0)
            fit_add(fit, FIT_GRADE, dataset->scale[m->to], 1);
    }
    for (size_t i = 0; i < org->action_count; i++)
        if (is_slip(pack, org->actions[i].against)) fit_add(fit, FIT_ACTION, org->actions[i].against, 1);
}

/* --- telling --------------------------------------------------------------------------------------- */

struct told {
    const char *one, *many, *what;
    const struct str *names;
    size_t count;
};

static void tell_name(const struct fit_name *n, const struct told *told, struct place place, struct diags *diags)
{
    struct str name = {n->text, n->length};
    int near = str_nearest(name, told->names, told->count);
    char hint[DIAG_HINT] = "";
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean \"%.*s\"?", (int)told->names[near].n, told->names[near].s);
    diag_add(diags, DIAG_WARNING, place, near >= 0 ? hint : NULL, "%" PRIu64 " %s \"%.*s\", %s", n->count,
             n->count == 1 ? told->one : told->many, (int)name.n, name.s, told->what);
}

static void tell_list(const struct fit_list *l, const struct told *told, struct place place, struct diags *diags)
{
    uint64_t rest = l->all;
    for (size_t i = 0; i < l->count; i++) {
        tell_name(&l->names[i], told, place, diags);
        rest -= l->names[i].count;
    }
    if (rest)
        diag_add(diags, DIAG_WARNING, place, NULL, "%" PRIu64 " more %s other names, %s", rest,
                 rest == 1 ? told->one : told->many, told->what);
}

static const char *put_scale(char *to, size_t size, const struct str *scale, size_t count)
{
    *to = '\0';
    for (size_t i = 0, n = 0; i < count && n < size; i++)
        n += (size_t)snprintf(to + n, size - n, "%s%.*s", i ? ", " : "", (int)scale[i].n, scale[i].s);
    return to;
}

void dataset_fit(const struct fit *fit, const struct pack *pack, const struct dataset *dataset, bool same_scale,
                 struct diags *diags)
{
    struct place place = {dataset->file, 0, 0, 0};
    char theirs[DIAG_HINT], ours[DIAG_HINT];
    if (!same_scale)
        diag_add(diags, DIAG_WARNING, place,
                 "its evidence is judged all the same; only grades on one scale can be compared",
                 "the dataset's judgments are on the scale %s; the pack's is %s: they are shown as published, and "
                 "agreement is not counted",
                 put_scale(theirs, sizeof theirs, dataset->scale, dataset->scale_count),
                 put_scale(ours, sizeof ours, pack->decl.scale.list, pack->decl.scale.count));
    const struct told told[FIT_KINDS] = {
        [FIT_FINDING] = {"finding is against", "findings are against",
                         "which the pack does not have: no rule sees them", pack->shape.ids,
                         pack->characteristic_count},
        [FIT_ACTION] = {"action is against", "actions are against",
                        "which the pack does not have: nothing that rules raise is told with it", pack->shape.ids,
                        pack->characteristic_count},
        [FIT_JUDGMENT] = {"judgment is of the area", "judgments are of the area", "which the pack does not have",
                          pack->shape.area_ids, pack->area_count},
        [FIT_MODERATION] = {"moderation is of the area", "moderations are of the area", "which the pack does not have",
                            pack->shape.area_ids, pack->area_count},
        [FIT_UNGRADED] = {"moderation is of the area", "moderations are of the area",
                          "which the pack does not grade: there is nothing to moderate", NULL, 0},
        [FIT_GRADE] = {"grade carried over or given by moderation is", "grades carried over or given by moderation are",
                       "which is not on the pack's scale: no grade stands for it", NULL, 0},
    };
    for (int k = 0; k < FIT_KINDS; k++) tell_list(&fit->lists[k], &told[k], place, diags);
}
