/* plain.c: the work of rules/synthetic-sixty in plain C over jansson, line by line: what peel is measured against.
 *
 *   plain < synthetic.jsonl > bare.jsonl
 *
 * The bare work: outcome and value of sixty rules, the grade of ten areas, what is raised. No checks of the data, no proof, no
 * limits, no reasons. It is meant to be as fast as jansson lets it be: its time is jansson's.
 */
#include <jansson.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AREAS = 10, RULES = 6 };
enum outcome { MET, PARTLY, NOT_MET, NO_EVIDENCE };
enum rule { RATE, SAMPLED, FOUND, RATIO, COMBINED, BEYOND };
static const char *const outcome_names[] = { "met", "partly-met", "not-met", "no-evidence" };
static const char *const rule_names[] = { "rate", "sampled", "found", "ratio", "combined", "beyond" };
static const double Z = 1.959963984540054; /* qnorm(0.975) */

struct verdict {
    enum outcome outcome;
    double value;
};

struct area {
    struct verdict rules[RULES];
    const char *grade;
};

static struct names { /* of one area, made once */
    char id[16], measures[5][16], sample[16], found[24];
} names[AREAS];

/* --- Reading --- */

static double number(json_t *table, const char *name)
{
    json_t *value = json_object_get(json_object_get(table, name), "value");
    return json_is_number(value) ? json_number_value(value) : NAN;
}

struct files {
    double reviewed, met;
};

static struct files files_of(json_t *samples, const char *name)
{
    json_t *sample = json_object_get(samples, name);
    json_t *reviewed = json_object_get(sample, "reviewed");
    if (!reviewed) return (struct files){ NAN, NAN };
    return (struct files){ (double)json_integer_value(reviewed), (double)json_integer_value(json_object_get(sample, "met")) };
}

struct weights {
    double strengths, weaknesses;
};

static void weigh(json_t *findings, struct weights weights[AREAS])
{
    size_t i;
    json_t *finding;
    json_array_foreach(findings, i, finding)
    {
        const char *against = json_string_value(json_object_get(finding, "against"));
        double weight = json_number_value(json_object_get(finding, "weight"));
        for (size_t area = 0; area < AREAS; area++) {
            if (strcmp(against, names[area].found) != 0) continue;
            bool strength = strcmp(json_string_value(json_object_get(finding, "kind")), "strength") == 0;
            *(strength ? &weights[area].strengths : &weights[area].weaknesses) += weight;
        }
    }
}

/* --- Judging --- */

static double wilson_lower(struct files f)
{
    double n = f.reviewed, p = f.met / n, z2 = Z * Z;
    return (p + z2 / (2 * n) - Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n);
}

static struct verdict verdict(double value, bool met, bool partly)
{
    return (struct verdict){ isnan(value) ? NO_EVIDENCE : met ? MET : partly ? PARTLY : NOT_MET, value };
}

static struct verdict beyond(double led, const struct area *a)
{
    if (isnan(led)) return verdict(NAN, false, false);
    if (led > 500 && a->rules[RATE].outcome == NO_EVIDENCE) return verdict(NAN, false, false);
    bool rate = a->rules[RATE].outcome == MET;
    if (led > 500 && rate && a->rules[FOUND].outcome == NO_EVIDENCE) return verdict(NAN, false, false);
    return verdict(led, led > 500 && rate && a->rules[FOUND].outcome == MET, false);
}

static void ask(struct area *a, const struct names *n, json_t *measures, json_t *samples, double population, struct weights w)
{
    double m[5];
    for (size_t i = 0; i < 5; i++) m[i] = number(measures, n->measures[i]);
    struct files f = files_of(samples, n->sample);
    double rate = m[0] * 1000 / population, share = f.met / f.reviewed, ratio = m[2] / m[1];
    double found = w.strengths / (w.strengths + w.weaknesses);
    bool much = m[3] >= 120, well = share >= 0.60;
    a->rules[RATE] = verdict(rate, rate <= 40, rate <= 70);
    a->rules[SAMPLED] = verdict(share, wilson_lower(f) >= 0.70, share >= 0.70);
    a->rules[FOUND] = verdict(found, found >= 0.60, found >= 0.30);
    a->rules[RATIO] = verdict(ratio, ratio >= 1.2, ratio >= 0.6);
    a->rules[COMBINED] = verdict(m[3] + share, much && well, much || well);
    a->rules[BEYOND] = beyond(m[4], a);
}

static const char *grade(const struct area *a)
{
    double evidenced = 0, credit = 0;
    for (size_t i = 0; i < BEYOND; i++) { /* the standard: all rules before that one */
        evidenced += a->rules[i].outcome != NO_EVIDENCE;
        credit += a->rules[i].outcome == MET ? 1 : a->rules[i].outcome == PARTLY ? 0.5 : 0;
    }
    double share = credit / evidenced;
    if (evidenced < 0.5 * BEYOND) return "insufficient-evidence";
    if (a->rules[COMBINED].outcome == NOT_MET) return "inadequate";
    if (share >= 0.90 && a->rules[BEYOND].outcome == MET) return "outstanding";
    return share >= 0.75 ? "good" : share >= 0.40 ? "adequate" : "requires-improvement";
}

/* --- Writing --- */

static char out[1 << 20];
static size_t length;

static void put(const char *s)
{
    size_t n = strlen(s);
    memcpy(out + length, s, n);
    length += n;
}

/* Four decimals, without printf, which would cost more than the judging. */
static void put_value(double value)
{
    char digits[32];
    size_t at = sizeof digits, decimals = 0;
    unsigned long long n = (unsigned long long)(value * 10000 + 0.5);
    digits[--at] = '\0';
    while (decimals < 5 || n > 0) {
        if (decimals++ == 4) {
            digits[--at] = '.';
            continue;
        }
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
        if (decimals > 5 && n == 0) break;
    }
    if (digits[at] == '.') digits[--at] = '0';
    put(digits + at);
}

static void put_rule(const struct verdict *v, const char *id, bool first)
{
    put(first ? "{\"id\":\"" : ",{\"id\":\"");
    put(id);
    put("\",\"outcome\":\"");
    put(outcome_names[v->outcome]);
    put("\",\"value\":");
    if (v->outcome == NO_EVIDENCE) put("null");
    else put_value(v->value);
    put("}");
}

static void put_area(const struct area *a, size_t i)
{
    put(i ? ",{\"id\":\"" : "{\"id\":\"");
    put(names[i].id);
    put("\",\"grade\":\"");
    put(a->grade);
    put("\",\"characteristics\":[");
    for (size_t r = 0; r < RULES; r++) put_rule(&a->rules[r], rule_names[r], r == 0);
    put("]}");
}

enum raised { IMPROVEMENT, CONCERN, PRACTICE };

static bool raises(enum rule rule, enum outcome outcome, enum raised kind)
{
    if (kind == PRACTICE) return rule == BEYOND && outcome == MET;
    if (kind == CONCERN) return rule == COMBINED && outcome == NOT_MET;
    return rule != BEYOND && (outcome == PARTLY || (outcome == NOT_MET && rule != COMBINED));
}

static void put_raised(const struct area areas[AREAS], const char *key, enum raised kind)
{
    bool first = true;
    put(key);
    for (size_t i = 0; i < AREAS; i++)
        for (size_t r = 0; r < RULES; r++) {
            if (!raises((enum rule)r, areas[i].rules[r].outcome, kind)) continue;
            put(first ? "\"" : ",\"");
            put(names[i].id);
            put("/");
            put(rule_names[r]);
            put("\"");
            first = false;
        }
    put("]");
}

static void write_organisation(json_t *organisation, const struct area areas[AREAS])
{
    length = 0;
    put("{\"id\":\"");
    put(json_string_value(json_object_get(organisation, "id")));
    put("\",\"areas\":[");
    for (size_t i = 0; i < AREAS; i++) put_area(&areas[i], i);
    put_raised(areas, "],\"areas_for_improvement\":[", IMPROVEMENT);
    put_raised(areas, ",\"causes_of_concern\":[", CONCERN);
    put_raised(areas, ",\"promising_practice\":[", PRACTICE);
    put("}\n");
    fwrite(out, 1, length, stdout);
}

static void judge(json_t *organisation)
{
    struct area areas[AREAS];
    struct weights weights[AREAS] = { { 0, 0 } };
    json_t *measures = json_object_get(organisation, "measures"), *samples = json_object_get(organisation, "samples");
    double population = number(measures, "population");
    weigh(json_object_get(organisation, "findings"), weights);
    for (size_t i = 0; i < AREAS; i++) {
        ask(&areas[i], &names[i], measures, samples, population, weights[i]);
        areas[i].grade = grade(&areas[i]);
    }
    write_organisation(organisation, areas);
}

static void make_names(void)
{
    for (int i = 0; i < AREAS; i++) {
        snprintf(names[i].id, sizeof names[i].id, "area-%02d", (i + 1) % 100);
        for (int m = 0; m < 5; m++) snprintf(names[i].measures[m], sizeof names[i].measures[m], "m%02d_%d", (i + 1) % 100, m + 1);
        snprintf(names[i].sample, sizeof names[i].sample, "s%02d", (i + 1) % 100);
        snprintf(names[i].found, sizeof names[i].found, "area-%02d/found", (i + 1) % 100);
    }
}

int main(void)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t n;
    make_names();
    if (getline(&line, &capacity, stdin) < 0) return 2; /* the header */
    while ((n = getline(&line, &capacity, stdin)) > 0) {
        json_error_t error;
        json_t *organisation = json_loadb(line, (size_t)n, JSON_REJECT_DUPLICATES, &error);
        if (!organisation) return fprintf(stderr, "plain: %s\n", error.text), 2;
        judge(organisation);
        json_decref(organisation);
    }
    free(line);
    return fflush(stdout) == 0 ? 0 : 1;
}
