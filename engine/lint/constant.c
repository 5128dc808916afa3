/* constant.c: P219, a comparison of parameters and numbers alone (script/gist.h), which is always the same. */
#include "lint/gists.h"
#include <stdlib.h>

/* A number as Lua spells it; strtod's hexadecimals are the same, and no locale is ever set. */
static bool value_of(const struct lint *l, struct str name, bool named, double *value)
{
    const struct decl_pack *d = &l->pack->decl;
    for (size_t i = 0; i < d->parameter_count && named; i++)
        if (str_eq(d->parameters[i].name, name)) return *value = d->parameters[i].value, true;
    char text[64], *end;
    if (named || name.n >= sizeof text) return false;
    memcpy(text, name.s, name.n);
    text[name.n] = '\0';
    *value = strtod(text, &end);
    return *end == '\0';
}

static bool holds(struct str by, double left, double right)
{
    if (str_is(by, "==")) return left == right;
    if (str_is(by, "~=")) return left != right;
    if (str_is(by, "<")) return left < right;
    if (str_is(by, "<=")) return left <= right;
    return str_is(by, ">") ? left > right : left >= right;
}

static struct place place_of(const char *file, struct str text, const struct gist_constant *c)
{
    const char *line = c->text.s;
    while (line > text.s && line[-1] != '\n') line--;
    size_t before = str_characters((struct str){line, (size_t)(c->text.s - line)});
    return (struct place){file, (uint64_t)c->line, (uint32_t)before + 1, (uint32_t)str_characters(c->text)};
}

static void tell(struct lint *l, const struct pack_file *file, const struct gist_constant *c)
{
    double left, right;
    if (!value_of(l, c->left, c->left_named, &left) || !value_of(l, c->right, c->right_named, &right)) return;
    lint_tell_at(l, P219, place_of(file->name, file->text, c), "parameters are the same for everybody: compare evidence with them",
                 "%.*s is always %s: %s %.*s %s", (int)c->text.n, c->text.s, holds(c->compared, left, right) ? "true" : "false",
                 lint_number(l, left, 12), (int)c->compared.n, c->compared.s, lint_number(l, right, 12));
}

/* A helper of the file is seen in each rule that calls it: what is told is marked by where it begins. */
static bool is_first(struct lint *l, struct str text, bool **told, const struct gist_constant *c)
{
    if (!*told) *told = arena_zero(l->arena, text.n + 1, sizeof **told);
    bool *at = &(*told)[c->text.s - text.s], first = !*at;
    return *at = true, first;
}

void lint_constant(struct lint *l)
{
    for (size_t i = 0; i < l->pack->file_count; i++) {
        const struct pack_file *file = &l->pack->files[i];
        bool *told = NULL;
        for (const struct gist *g = lint_gists(l, i); g; g = g->next)
            for (const struct gist_constant *c = g->constants; c; c = c->next)
                if (is_first(l, file->text, &told, c)) tell(l, file, c);
    }
}
