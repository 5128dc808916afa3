/* excuses.c: P601 to P603, what is wrong with the excuses themselves. None of it can be excused. */
#include "lint/lint.h"
#include <stdio.h>

static void tell_unreadable(struct lint *l, const struct excuse *e)
{
    struct str names[LINT_CODES_MOST];
    char spelled[LINT_CODES_MOST][8], hint[DIAG_HINT] = "write: -- peel: allow P503: the reason";
    for (size_t i = 0; i < LINT_RULES; i++) {
        snprintf(spelled[i], sizeof *spelled, "P%d", lint_rule_at(i).number);
        names[i] = str_of(spelled[i]);
    }
    int near = e->code ? str_nearest(e->word, names, LINT_RULES) : -1;
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean %s? peel check --explain all lists them", spelled[near]);
    if (e->code >= P601 && lint_rule_named(e->word, &(struct lint_rule){0}))
        lint_tell_at(l, P603, e->place, "mend the excuse that it is about", "%.*s cannot be excused", (int)e->word.n, e->word.s);
    else if (e->code)
        lint_tell_at(l, P603, e->place, hint, "there is no code %.*s", (int)e->word.n, e->word.s);
    else
        lint_tell_at(l, P603, e->place, hint, "this excuse cannot be read");
}

static void look_at(struct lint *l, const struct excuse *e)
{
    struct lint_rule rule;
    if (!e->code || !lint_rule_named(e->word, &rule) || rule.number >= P601)
        tell_unreadable(l, e);
    else if (!e->reason.n)
        lint_tell_at(l, P601, e->place, "say why, behind a colon", "%.*s is excused without a reason, and so is not", (int)e->word.n, e->word.s);
    else if (!e->used && !l->in_part)
        lint_tell_at(l, P602, e->place, "take it away", "there is no %.*s here to be excused", (int)e->word.n, e->word.s);
}

void lint_excuses(struct lint *l)
{
    for (size_t i = 0; i < l->pack->file_count; i++)
        for (const struct excuse *e = l->excuses[i]; e; e = e->next) look_at(l, e);
}
