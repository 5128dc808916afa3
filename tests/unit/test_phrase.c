#include "data/phrase.h"

#include <math.h>
#include <stdio.h>

#include "base/mem.h"
#include "data/decimal.h"
#include "unit.h"

static struct buf out;

/* What was written since the last look. */
static const char *said(void)
{
    static char text[400];
    snprintf(text, sizeof text, "%s", buf_text(&out));
    buf_clear(&out);
    return text;
}

static const char *shifted(const char *spelled, int places)
{
    return decimal_shift(str_of(spelled), places, &out), said();
}
static const char *rounded(const char *spelled, int places, int decimals)
{
    return decimal_round(str_of(spelled), places, decimals, &out), said();
}
static const char *grouped(const char *plain) { return decimal_group(str_of(plain), &out), said(); }
static const char *percent(double share) { return phrase_percent(share, &out), said(); }
static const char *share(uint64_t met, uint64_t reviewed) { return phrase_share(met, reviewed, &out), said(); }

START_TEST(chances_are_told_to_their_use)
{
    static const struct {
        double p;
        const char *said;
    } cases[] = {{1, "p = 1.00"},        {0.4645047980199305, "p = 0.46"}, {0.1, "p = 0.10"},   {0.0461, "p = 0.0461"},
                 {0.0498, "p = 0.0498"}, /* never as what it is not: 0.050 beside "significantly" */
                
                 {0.001, "p = 0.001"},   {0.00099, "p < 0.001"},           {1e-300, "p < 0.001"}, {0, "p < 0.001"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        phrase_p(cases[i].p, &out);
        ck_assert_str_eq(said(), cases[i].said);
    }
}
END_TEST

/* By moving the point by hand. */
START_TEST(the_point_moves)
{
    ck_assert_str_eq(shifted("0.955", 2), "95.5");
    ck_assert_str_eq(shifted("0.91", 2), "91");
    ck_assert_str_eq(shifted("0.910", 2), "91.0");
    ck_assert_str_eq(shifted("0.019", 2), "1.9");
    ck_assert_str_eq(shifted("0.0005", 2), "0.05");
    ck_assert_str_eq(shifted("1", 2), "100");
    ck_assert_str_eq(shifted("0", 2), "0");
    ck_assert_str_eq(shifted("0.0", 2), "0");
    ck_assert_str_eq(shifted("0.000", 2), "0.0");
    ck_assert_str_eq(shifted("1.9", -2), "0.019");
    ck_assert_str_eq(shifted("91.7", -2), "0.917");
    ck_assert_str_eq(shifted("100", -2), "1.00");
    ck_assert_str_eq(shifted("-12.5", 1), "-125");
    ck_assert_str_eq(shifted("9.55e-1", 2), "95.5");
    ck_assert_str_eq(shifted("9.55E+1", 0), "95.5");
    ck_assert_str_eq(shifted("12e3", -2), "120");
    ck_assert_str_eq(shifted("5e0000000000000000002", 0), "500");
    ck_assert_str_eq(shifted("5e-000000000000000001", 2), "50");
    ck_assert_str_eq(shifted("5e+1", 0), "50");
    ck_assert_str_eq(shifted("0.12345678901234567890123456789", 2), "12.345678901234567890123456789");
}
END_TEST

/* Past what is kept as digits: the nearest double's shortest spelling. */
START_TEST(extremes_go_by_double)
{
    ck_assert_str_eq(shifted("1e-300", 0), "1e-300");
    ck_assert_str_eq(shifted("0.5000000000000000000000000000000000000000000000000000000000000000", 2), "50");
}
END_TEST

START_TEST(rounding_is_half_away_from_zero)
{
    ck_assert_str_eq(rounded("0.86666666666", 2, 1), "86.7");
    ck_assert_str_eq(rounded("0.8665", 2, 1),
                     "86.7"); /* in binary 0.8665 * 100 is 86.65000000000001 or less; the decimal is a tie */
    ck_assert_str_eq(rounded("0.85", 2, 1), "85");
    ck_assert_str_eq(rounded("0.9996", 2, 1), "100");
    ck_assert_str_eq(rounded("0.9995", 2, 1), "100");
    ck_assert_str_eq(rounded("0.99949", 2, 1), "99.9");
    ck_assert_str_eq(rounded("0.0004", 2, 1), "0");
    ck_assert_str_eq(rounded("0.0005", 2, 1), "0.1");
    ck_assert_str_eq(rounded("0.00001", 2, 1), "0");
    ck_assert_str_eq(rounded("0.096", 0, 1), "0.1");
    ck_assert_str_eq(rounded("-0.96", 0, 0), "-1");
    ck_assert_str_eq(rounded("-0.04", 0, 1), "0");
    ck_assert_str_eq(rounded("1e-7", 2, 1), "0");
}
END_TEST

START_TEST(thousands)
{
    ck_assert_str_eq(grouped("1000"), "1,000");
    ck_assert_str_eq(grouped("100"), "100");
    ck_assert_str_eq(grouped("1234567"), "1,234,567");
    ck_assert_str_eq(grouped("-123456.789"), "-123,456.789");
}
END_TEST

/* Every half of a tenth of a percent up to 200%, and the doubles beside it, as the digits of its decimal say. */
START_TEST(percentages_are_those_of_the_decimal)
{
    for (int n = 1; n <= 4000; n++)
        for (int side = -1; side <= 1; side++) {
            char text[DOUBLE_TEXT];
            double half = n / 2000.0, share = side ? nextafter(half, half + side) : half;
            struct buf want;
            buf_init(&want);
            decimal_round((struct str){text, double_text(share, text)}, 2, 1, &want);
            buf_char(&want, '%');
            ck_assert_str_eq(percent(share), buf_text(&want));
            buf_done(&want);
        }
}
END_TEST

START_TEST(percentages)
{
    ck_assert_str_eq(percent(0.867), "86.7%");
    ck_assert_str_eq(percent(0.85), "85%");
    ck_assert_str_eq(percent(1), "100%");
    ck_assert_str_eq(percent(0), "0%");
    ck_assert_str_eq(percent(2.0 / 3), "66.7%");
    ck_assert_str_eq(percent(0.285), "28.5%"); /* 0.285 * 100 is 28.499999999999996 */
    ck_assert_str_eq(percent(0.0005), "0.1%"); /* a tie, in the decimal */
    ck_assert_str_eq(percent(NAN), "no share");
}
END_TEST

/* 52 / 60 = 0.86666..., 1 / 8 = 12.5, 1 / 16 = 6.25 (a tie), 1 / 2000 = 0.05 (a tie), 2^53 - 1 of 2^53 = 99.99... */
START_TEST(shares_are_exact)
{
    ck_assert_str_eq(share(52, 60), "86.7%");
    ck_assert_str_eq(share(1, 8), "12.5%");
    ck_assert_str_eq(share(1, 16), "6.3%");
    ck_assert_str_eq(share(1, 2000), "0.1%");
    ck_assert_str_eq(share(1, 2001), "0%");
    ck_assert_str_eq(share(0, 7), "0%");
    ck_assert_str_eq(share(7, 7), "100%");
    ck_assert_str_eq(share(9007199254740991, 9007199254740992), "100%");
    ck_assert_str_eq(share(4503599627370496, 9007199254740992), "50%");
}
END_TEST

START_TEST(findings_are_counted)
{
    phrase_findings(3, 1, &out);
    ck_assert_str_eq(said(), "3 strengths, 1 weakness");
    phrase_findings(1, 0, &out);
    ck_assert_str_eq(said(), "1 strength");
    phrase_findings(0, 2, &out);
    ck_assert_str_eq(said(), "2 weaknesses");
    phrase_findings(0, 0, &out);
    ck_assert_str_eq(said(), "no findings");
}
END_TEST

START_TEST(missing_in_words)
{
    ck_assert_str_eq(phrase_missing(PEEL_NOT_SUPPLIED), "not supplied");
    ck_assert_str_eq(phrase_missing(PEEL_NOT_COLLECTED), "not collected");
    ck_assert_str_eq(phrase_missing(PEEL_MISSING_NOT_APPLICABLE), "not applicable");
    ck_assert_str_eq(phrase_missing(PEEL_PREDATES), "predates its collection");
    ck_assert_str_eq(phrase_missing(PEEL_ABOLISHED), "abolished");
}
END_TEST

/* --- Evidence of one organisation ---------------------------------------------------------------------- */

static struct entry measures[] = {
    {.id = STR("asb"),
     .title = STR("Anti-social behaviour"),
     .unit = STR("incidents"),
     .per = 1000,
     .denominator = NO_SLOT},
    {.id = STR("crimes"), .title = STR("Crimes"), .unit = STR("crimes"), .per = 1000, .denominator = 2},
    {.id = STR("people"), .title = STR("Residents"), .denominator = NO_SLOT},
    {.id = STR("said"),
     .title = STR("As said"),
     .unit = STR("incidents per 1,000 residents"),
     .per = 1000,
     .denominator = NO_SLOT},
    {.id = STR("joiners"), .title = STR("Joiners"), .unit = STR("%"), .denominator = NO_SLOT},
    {.id = STR("waiting"), .unit = STR("years of waiting"), .denominator = NO_SLOT},
    {.id = STR("millions"), .title = STR("Cases"), .unit = STR("cases"), .per = 1000000, .denominator = NO_SLOT},
};
static struct entry others[] = {{.id = STR("one"), .title = STR("One")}, {.id = STR("two")}};
static struct source_entry sources[] = {{.id = STR("report"), .title = STR("PEEL 2021/22 report")},
                                        {.id = STR("bare")}};
static const struct dataset dataset = {
    .sources = sources,
    .source_count = 2,
    .catalogues = {{measures, 7, NULL}, {others, 2, NULL}, {others, 2, NULL}, {others, 2, NULL}}};

static struct measure measure_values[7] = {
    {.value = {12, STR("12.0")}}, {.value = {13157, STR("13157")}}, {.value = {1096421, STR("1096421")}},
    {.value = {12, STR("12.0")}}, {.value = {12.6, STR("12.6")}},   {.value = {1, STR("1")}},
    {.value = {3, STR("3")}}};
static struct estimate estimate_values[2] = {{.value = {0.955, STR("0.955")}, .margin = {0.019, STR("0.019")}},
                                             {.value = {0.91, STR("0.910")}, .margin = {0.036, STR("0.036")}}};
static struct sample sample_values[2] = {
    {.reviewed = 60, .met = 52}, {.is = {.missing = PEEL_UNREADABLE}, .reviewed = 20, .met_missing = PEEL_UNREADABLE}};
static struct survey survey_values[2] = {{.value = {0.63, STR("0.63")}, .n = 480}, {.value = {0.5, STR("0.5")}}};
static const struct org org = {
    .measures = measure_values, .estimates = estimate_values, .samples = sample_values, .surveys = survey_values};

static const char *value(enum evidence_kind kind, uint32_t slot)
{
    return phrase_value(&dataset, &org, kind, slot, &out), said();
}

START_TEST(measures_with_their_units)
{
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 0), "12.0 incidents per 1,000");
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 3), "12.0 incidents per 1,000 residents");
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 4), "12.6%");
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 2), "1096421");
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 6), "3 cases per 1,000,000");
}
END_TEST

static const char *figure(double d) { return phrase_figure(d, &out), said(); }

/* Three digits by hand; ties as the shortest decimal spells them, away from zero. */
START_TEST(what_was_worked_out_has_three_digits)
{
    ck_assert_str_eq(figure(0), "0");
    ck_assert_str_eq(figure(0.4583), "0.458");
    ck_assert_str_eq(figure(2.675), "2.68"); /* a tie in the decimal; the double is below it */
    ck_assert_str_eq(figure(9.999), "10");
    ck_assert_str_eq(figure(0.09996), "0.1");
    ck_assert_str_eq(figure(0.00012345), "0.000123");
    ck_assert_str_eq(figure(8902.34), "8902.3");
    ck_assert_str_eq(figure(12), "12");
    ck_assert_str_eq(figure(-1.6666), "-1.67");
    ck_assert_str_eq(figure(-0.0), "0");
    ck_assert_str_eq(figure(1.5e-9), "1.5e-9");
    ck_assert_str_eq(figure(0x1p60), "1.152921504606847e18");
    ck_assert_str_eq(figure((double)INFINITY), "no number");
}
END_TEST

/* 13157 / 1096421 * 1000 = 11.99995...: 12.0, so 12. By the denominator's unit where it has one. */
START_TEST(a_count_is_followed_by_its_rate)
{
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "13157 crimes (12 per 1,000 Residents)");
    measures[2].unit = STR("residents");
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "13157 crimes (12 per 1,000 residents)");
    measure_values[1] = (struct measure){.value = {201, STR("201")}};
    measure_values[2] = (struct measure){.value = {800, STR("800")}}; /* 201 * 1000 / 800 = 251.25, a tie */
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "201 crimes (251.3 per 1,000 residents)");
    measure_values[1] = (struct measure){.value = {13157, STR("13157")}};
    struct measure crimes = measure_values[1], people = measure_values[2];
    measure_values[1].value = (struct number){21, STR("21")};
    measure_values[2].value = (struct number){20000, STR("20000")}; /* 1.05 */
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "21 crimes (1.05 per 1,000 residents)");
    measures[1].per = 1234567; /* 1296.29535 */
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "21 crimes (1296.3 per 1,234,567 residents)");
    measures[1].per = 0.5; /* 0.000525 */
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "21 crimes (0.000525 per 0.5 residents)");
    measures[1].per = 1;
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "21 crimes (0.00105 per resident)");
    measures[1].per = 1000;
    measure_values[2].value = (struct number){0.0015, STR("0.0015")}; /* 14 millions */
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "21 crimes (14000000 per 1,000 residents)");
    measure_values[1] = crimes, measure_values[2] = people;
    measure_values[2].is.missing = PEEL_NOT_SUPPLIED;
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "13157 crimes");
    measure_values[2] = (struct measure){.value = {0, STR("0")}};
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 1), "13157 crimes");
}
END_TEST

START_TEST(one_is_singular)
{
    static const char *const words[][2] = {{"incidents", "1 incident"}, {"enquiries", "1 enquiry"},
                                           {"searches", "1 search"},    {"offences", "1 offence"},
                                           {"losses", "1 loss"},        {"rank", "1 rank"},
                                           {"pass", "1 pass"},          {"years a head", "1 year a head"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        measures[5].unit = str_of(words[i][0]);
        ck_assert_str_eq(value(EVIDENCE_MEASURE, 5), words[i][1]);
    }
    measure_values[5].value.spelled = STR("1.0");
    ck_assert_str_eq(value(EVIDENCE_MEASURE, 5), "1.0 years a head");
}
END_TEST

START_TEST(estimates_samples_surveys)
{
    ck_assert_str_eq(value(EVIDENCE_ESTIMATE, 0), "95.5% ± 1.9");
    ck_assert_str_eq(value(EVIDENCE_ESTIMATE, 1), "91.0% ± 3.6");
    ck_assert_str_eq(value(EVIDENCE_SAMPLE, 0), "52 of 60 (86.7%)");
    ck_assert_str_eq(value(EVIDENCE_SAMPLE, 1), "20 reviewed, how many met it unreadable");
    ck_assert_str_eq(value(EVIDENCE_SURVEY, 0), "63% of 480");
    ck_assert_str_eq(value(EVIDENCE_SURVEY, 1), "50%");
    ck_assert_str_eq(value(EVIDENCE_SAMPLE, NO_SLOT), "not collected");
}
END_TEST

START_TEST(titles_and_citations)
{
    ck_assert(str_is(phrase_title(&dataset, EVIDENCE_SAMPLE, 0), "One"));
    ck_assert(str_is(phrase_title(&dataset, EVIDENCE_SAMPLE, 1), "two"));
    phrase_citation(&dataset, &(struct citation){0, STR("Responding to the public")}, &out);
    ck_assert_str_eq(said(), "PEEL 2021/22 report, Responding to the public");
    phrase_citation(&dataset, &(struct citation){1, {NULL, 0}}, &out);
    ck_assert_str_eq(said(), "bare");
    phrase_citation(&dataset, &(struct citation){NO_SLOT, {NULL, 0}}, &out);
    ck_assert_str_eq(said(), "");
}
END_TEST

/* Out of memory the text is marked as failed, whichever allocation it was. */
START_TEST(without_memory)
{
    measure_values[2] = (struct measure){.value = {1096421, STR("1096421")}};
    for (size_t n = 1; n < 4; n++) {
        struct buf b;
        buf_init(&b);
        mem_fail_after(n);
        phrase_value(&dataset, &org, EVIDENCE_MEASURE, 1, &b);
        ck_assert(b.failed == (mem_failed() > 0));
        mem_fail_after(0);
        buf_done(&b);
    }
}
END_TEST

UNIT("phrase", chances_are_told_to_their_use, the_point_moves, extremes_go_by_double, rounding_is_half_away_from_zero, thousands, percentages,
     percentages_are_those_of_the_decimal,
     shares_are_exact, findings_are_counted, missing_in_words, measures_with_their_units,
     what_was_worked_out_has_three_digits, a_count_is_followed_by_its_rate, one_is_singular, estimates_samples_surveys, titles_and_citations, without_memory);
