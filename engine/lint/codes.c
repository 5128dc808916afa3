/* codes.c: the codes as a table, with the examples that the build made of lint/examples. */
#include "lint/codes.h"
#include <stdio.h>
#include <stdlib.h>

/* Of each file there its name ("P205.txt") and what it holds, in order of name; ends in NULL. */
extern const char *const lint_examples[][2];

static const struct lint_rule rules[] = {
#define LINT_CODE_RULE(number, severity, name, says, explained) {number, DIAG_##severity, name, says, explained, ""},
    LINT_CODES(LINT_CODE_RULE)
#undef LINT_CODE_RULE
};
const size_t LINT_RULES = sizeof rules / sizeof *rules;

static const char *example_of(int number)
{
    for (size_t i = 0; lint_examples[i][0]; i++)
        if (atoi(lint_examples[i][0] + 1) == number) return lint_examples[i][1];
    return "";
}

struct lint_rule lint_rule_at(size_t i)
{
    const struct lint_rule *found = rules;
    for (size_t k = 0; k < LINT_RULES; k++) {
        size_t smaller = 0;
        for (size_t m = 0; m < LINT_RULES; m++) smaller += rules[m].number < rules[k].number;
        if (smaller == i) found = &rules[k];
    }
    struct lint_rule rule = *found;
    rule.example = example_of(rule.number);
    return rule;
}

bool lint_rule_named(struct str code, struct lint_rule *to)
{
    for (size_t i = 0; i < LINT_RULES; i++) {
        char name[8];
        snprintf(name, sizeof name, "P%d", rules[i].number);
        if (!str_is(code, name) && !str_is(code, rules[i].name)) continue;
        *to = rules[i];
        to->example = example_of(to->number);
        return true;
    }
    return false;
}
