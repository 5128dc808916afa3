/* generate.c: made-up data for the benchmark: generate COUNT > synthetic.jsonl
 *
 * A header, then COUNT organisations of about 10.2 KB: 60 measures, 12 samples, 40 findings. The same bytes on every
 * machine: the only source of chance is xorshift64 (Marsaglia 2003), and numbers are made and written as whole hundredths.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { AREAS = 10, PER_AREA = 5, EXTRA = 9, SAMPLES = 12, FINDINGS = 40 };

static uint64_t state = UINT64_C(88172645463325252);

static unsigned chance(unsigned below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)((state >> 33) % below);
}

static void header(void)
{
    printf("{\"format\": \"peel.dataset.v1\", \"round\": \"synthetic\", \"year\": 2021, "
           "\"note\": \"made up for the benchmark; no such organisation exists\", "
           "\"sources\": {\"made-up\": {\"title\": \"Made up\"}}, \"measures\": {\"population\": {\"title\": \"Residents\"}");
    for (int area = 1; area <= AREAS; area++)
        for (int i = 1; i <= PER_AREA; i++)
            printf(", \"m%02d_%d\": {\"title\": \"Made-up measure %d of area %02d\"%s}", area, i, i, area,
                   i == 1 ? ", \"per\": 1000, \"denominator\": \"population\"" : "");
    for (int i = 1; i <= EXTRA; i++) printf(", \"extra_%d\": {\"title\": \"Made-up measure that no rule reads\"}", i);
    printf("}, \"samples\": {");
    for (int i = 1; i <= SAMPLES; i++) printf("%s\"s%02d\": {\"title\": \"Made-up files %d\"}", i > 1 ? ", " : "", i, i);
    printf("}}\n");
}

/* A number of hundredths, one in fifty missing. */
static void measure(const char *name, unsigned low, unsigned span)
{
    unsigned value = low + chance(span);
    if (chance(50) == 0) printf(", \"%s\": {\"missing\": \"not-collected\"}", name);
    else printf(", \"%s\": {\"value\": %u.%02u, \"source\": \"made-up\"}", name, value / 100, value % 100);
}

static void measures(unsigned population)
{
    static const unsigned low[] = { 0, 2000, 2000, 2000, 10000 }, span[] = { 0, 30000, 40000, 60000, 80000 };
    char name[32];
    printf("\"measures\": {\"population\": {\"value\": %u, \"source\": \"made-up\"}", population);
    for (int area = 1; area <= AREAS; area++)
        for (int i = 1; i <= PER_AREA; i++) {
            snprintf(name, sizeof name, "m%02d_%d", area, i);
            if (i == 1) measure(name, population, population * 9); /* 10 to 100 per 1,000 */
            else measure(name, low[i - 1], span[i - 1]);
        }
    for (int i = 1; i <= EXTRA; i++) {
        snprintf(name, sizeof name, "extra_%d", i);
        measure(name, 100, 100000);
    }
}

static void samples(void)
{
    printf("}, \"samples\": {");
    for (int i = 1; i <= SAMPLES; i++) {
        unsigned reviewed = 20 + chance(180), met = reviewed * (50 + chance(51)) / 100;
        printf("%s\"s%02d\": ", i > 1 ? ", " : "", i);
        if (chance(50) == 0) printf("{\"missing\": \"not-supplied\"}");
        else printf("{\"reviewed\": %u, \"met\": %u, \"source\": \"made-up\"}", reviewed, met);
    }
}

static void findings(void)
{
    printf("}, \"findings\": [");
    for (int i = 0; i < FINDINGS; i++) {
        unsigned strength = chance(100) < 65, weight = 1 + chance(4);
        printf("%s{\"id\": \"f%02d\", \"kind\": \"%s\", \"against\": \"area-%02d/found\", \"weight\": %u, "
               "\"text\": \"Made-up finding %u of an inspector who %s\", \"source\": \"made-up\"}",
               i ? ", " : "", i + 1, strength ? "strength" : "weakness", i % AREAS + 1, weight, chance(1000000),
               strength ? "saw good work" : "saw work to mend");
    }
    printf("]");
}

static void organisation(unsigned long number)
{
    printf("{\"id\": \"organisation-%06lu\", \"name\": \"Made-up organisation %lu\", ", number, number);
    measures(50000 + chance(950000));
    samples();
    findings();
    printf("}\n");
}

int main(int argc, char **argv)
{
    unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    if (count == 0) return fputs("usage: generate COUNT\n", stderr), 2;
    header();
    for (unsigned long i = 1; i <= count; i++) organisation(i);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
