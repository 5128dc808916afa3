/* handmade.h: a pack, a dataset and a result put together by hand, for the tests of the reports: nothing is loaded and
 * no rule runs.
 *
 * One pack of two areas: "calls" (graded; characteristics answered, met, and staffed, not met) and "victims" (ungraded;
 * heard, no evidence). One organisation, "north": 52 of 60 calls answered, one weakness against staffed, its grade of
 * calls good where adequate was published.
 */
#ifndef TESTS_HANDMADE_H
#define TESTS_HANDMADE_H
#include <math.h>

#include "judge/result.h"
#include "judge/run.h"
#include "report/format.h"

static struct str SCALE[] = {{"inadequate", 10}, {"requires-improvement", 20}, {"good", 4}};
static struct decl_parameter PARAMETERS[] = {
    {{"enough_calls", 12}, {"share of calls answered", 23}, {"ours", 4}, {"share", 5}, 0.85, {"pack.lua", 9}},
    {{"most_waiting", 12}, {"minutes at most", 15}, {NULL, 0}, {NULL, 0}, 10, {"pack.lua", 10}},
};
static struct str RESTS[] = {{"framework, question 1", 21}};
static struct decl_recommendation RECOMMENDATIONS[] = {{{"Staff the desk", 14}, {"6 months", 8}, {NULL, 0}},
                                                       {{"Say how", 7}, {NULL, 0}, {"2022-09-30", 10}}};
static struct decl_characteristic OF_CALLS[] = {
    {.id = {"answered", 8},
     .level = {"good", 4},
     .text = {"Calls are answered", 18},
     .rests = {RESTS, 1},
     .thresholds = {"ours", 4},
     .weight = 1,
     .raises = {{.kind = RAISE_PRACTICE, .text = {"Calls answered at once", 22}}}},
    {.id = {"staffed", 7},
     .level = {"good", 4},
     .text = {"The desk is staffed", 19},
     .weight = 2.5,
     .raises = {{0},
                {0},
                {.kind = RAISE_CONCERN,
                 .text = {"The desk is empty", 17},
                 .recommendations = RECOMMENDATIONS,
                 .recommendation_count = 2}}},
};
static struct decl_characteristic OF_VICTIMS[] = {
    {.id = {"heard", 5},
     .level = {"good", 4},
     .text = {"Victims are heard", 17},
     .weight = 1,
     .raises = {{0}, {0}, {.kind = RAISE_AFI, .text = {"Hear victims", 12}}}}};
static struct decl_cap CAP = {.id = {"unstaffed", 9}, .because = {"no calls without staff", 22}};
static struct decl_area DECLARED[] = {
    {.id = {"calls", 5},
     .title = {"Answering calls", 15},
     .question = {"How good is it at calls?", 24},
     .graded = true,
     .characteristics = OF_CALLS,
     .characteristic_count = 2},
    {.id = {"victims", 7},
     .title = {"Service to victims", 18},
     .question = {"And at victims?", 15},
     .graded = false,
     .characteristics = OF_VICTIMS,
     .characteristic_count = 1},
};
static struct cap CAPS[] = {{.decl = &CAP, .at = 1, .rule = "areas/calls.lua:30"}};
static struct area AREAS[] = {{.decl = &DECLARED[0], .caps = CAPS, .cap_count = 1, .ladder = -1},
                              {.decl = &DECLARED[1], .ladder = -1}};
static struct characteristic CHARACTERISTICS[] = {
    {.decl = &OF_CALLS[0], .area = 0, .id = {"calls/answered", 14}, .rule = "areas/calls.lua:5", .level = 2},
    {.decl = &OF_CALLS[1], .area = 0, .id = {"calls/staffed", 13}, .rule = "areas/calls.lua:17", .level = 2},
    {.decl = &OF_VICTIMS[0], .area = 1, .id = {"victims/heard", 13}, .rule = "areas/victims.lua:4", .level = 2},
};
static struct str AREA_IDS[] = {{"calls", 5}, {"victims", 7}};
static struct str IDS[] = {{"calls/answered", 14}, {"calls/staffed", 13}, {"victims/heard", 13}};
static const uint32_t AREA_START[] = {0, 2, 3};
static struct pack PACK = {
    .folder = "handmade",
    .digest = "sha256:00ff",
    .decl = {.name = {"handmade", 8},
             .version = {"1.2.3", 5},
             .title = {"Made by hand", 12},
             .scale = {SCALE, 3},
             .parameters = PARAMETERS,
             .parameter_count = 2},
    .areas = AREAS,
    .area_count = 2,
    .characteristics = CHARACTERISTICS,
    .characteristic_count = 3,
    .ladder = {.standard = 2, .concern = -1},
    .shape = {.areas = 2,
              .characteristics = 3,
              .grades = 3,
              .scale = SCALE,
              .area_ids = AREA_IDS,
              .ids = IDS,
              .area_start = AREA_START},
};

static struct source_entry SOURCES[] = {{.id = {"report", 6}, .title = {"The \"north\" report", 18}}};
static struct entry SAMPLES[] = {
    {.id = {"calls", 5}, .title = {"Calls answered", 14}, .source = {0, {"table 1", 7}}, .denominator = NO_SLOT}};
static struct entry MEASURES[] = {{.id = {"waiting", 7},
                                   .title = {"Minutes waited", 14},
                                   .unit = {"minutes", 7},
                                   .source = {NO_SLOT, {NULL, 0}},
                                   .denominator = NO_SLOT}};
static struct dataset DATASET = {
    .file = "north.json",
    .round = {"2021/22", 7},
    .year = 2021,
    .scale = SCALE,
    .scale_count = 3,
    .sources = SOURCES,
    .source_count = 1,
    .catalogues = {[EVIDENCE_MEASURE] = {MEASURES, 1, NULL}, [EVIDENCE_SAMPLE] = {SAMPLES, 1, NULL}}};

static struct sample ORG_SAMPLES[] = {
    {.is = {.missing = PEEL_PRESENT, .mentioned = true, .source = {0, {"table 1", 7}}}, .reviewed = 60, .met = 52}};
static struct measure ORG_MEASURES[] = {
    {.is = {.missing = PEEL_NOT_SUPPLIED, .source = {NO_SLOT, {NULL, 0}}, .note = {"asked for twice", 15}}}};
static struct finding FINDINGS[] = {{.id = {"f1", 2},
                                     .text = {"The desk\nstood \033[31mempty", 25},
                                     .weakness = true,
                                     .weight = 2,
                                     .source = {0, {NULL, 0}}}};
static struct judgment JUDGMENT = {.area = {"calls", 5}, .grade = 1, .status = PEEL_REVISIT, .date = {2023, 3, 0}};
static struct moderation MODERATION = {
    .area = {"calls", 5}, .by = {"Panel", 5}, .why = {"seen since", 10}, .to = 2, .date = {2022, 4, 27}};
static struct org ORG = {.id = {"north", 5},
                         .name = {"North", 5},
                         .in_scope = true,
                         .index = 3,
                         .samples = ORG_SAMPLES,
                         .measures = ORG_MEASURES,
                         .findings = FINDINGS,
                         .finding_count = 1,
                         .judgments = &JUDGMENT,
                         .judgment_count = 1};

/* answered: held at 52/60 = 0.8666666666666667 >= 0.85; the waiting time was only asked for, and missing. */
static const struct reading READ_ANSWERED[] = {
    {.kind = EVIDENCE_SAMPLE,
     .test = TEST_AT_LEAST,
     .held = true,
     .slot = 0,
     .name = {"calls", 5},
     .value = 52.0 / 60,
     .threshold = 0.85},
    {.kind = EVIDENCE_MEASURE, .test = TEST_NONE, .missing = true, .slot = 0, .name = {"waiting", 7}},
    {.kind = EVIDENCE_SAMPLE,
     .test = TEST_ABOVE,
     .held = false,
     .slot = 0,
     .name = {"calls", 5},
     .value = 52.0 / 60,
     .threshold = 0.9},
};
static const struct reading READ_STAFFED[] = {
    {.kind = EVIDENCE_FINDING, .test = TEST_NONE, .slot = 0, .name = {"calls/staffed", 13}},
    {.kind = EVIDENCE_OUTCOME,
     .test = TEST_IS,
     .held = true,
     .slot = 0,
     .name = {"calls/answered", 14},
     .value = PEEL_MET,
     .threshold = PEEL_MET},
};
static const struct reading READ_HEARD[] = {
    {.kind = EVIDENCE_SURVEY, .test = TEST_NONE, .missing = true, .slot = NO_SLOT, .name = {"victims_survey", 14}}};
static const uint16_t READ_PARAMETERS[] = {0};
static struct verdict VERDICTS[] = {
    {.outcome = PEEL_MET,
     .reason = {"52 of 60 (86.7%) were answered", 30},
     .readings = READ_ANSWERED,
     .reading_count = 3,
     .parameters = READ_PARAMETERS,
     .parameter_count = 1},
    {.outcome = PEEL_NOT_MET, .reason = {"1 weakness", 10}, .readings = READ_STAFFED, .reading_count = 2},
    {.outcome = PEEL_NO_EVIDENCE, .reason = {"there is no survey", 18}, .readings = READ_HEARD, .reading_count = 1},
};
static struct str WHY[] = {{"moderated from `requires-improvement` to `good` by Panel", 56}, {"1 of 2 met", 10}};
static struct need NEEDS[] = {{{"staffed: a full desk", 20}, 1}};
static struct capped CAPPED[] = {{&CAPS[0], 2, NULL}};
static struct area_result AREA_RESULTS[] = {
    {.area = &AREAS[0],
     .status = PEEL_REVISIT,
     .grade = 2,
     .computed = 1,
     .uncapped = 2,
     .published = 1,
     .published_name = {"requires-improvement", 20},
     .judgment = &JUDGMENT,
     .moderation = &MODERATION,
     .why = WHY,
     .why_count = 2,
     .capped = CAPPED,
     .capped_count = 1,
     .next = 2,
     .needs = NEEDS,
     .need_count = 1,
     .share = 0.5,
     .evidenced = 1},
    {.area = &AREAS[1],
     .status = PEEL_FRESH,
     .grade = PEEL_UNGRADED,
     .computed = PEEL_UNGRADED,
     .uncapped = PEEL_UNGRADED,
     .published = PEEL_UNGRADED,
     .next = -1,
     .share = NAN,
     .evidenced = 0},
};
static uint32_t BECAUSE[] = {0, 1};
static struct raised PRACTICES[] = {{&OF_CALLS[0].raises[0], 0, "calls/answered", BECAUSE, 1}};
static struct raised CONCERNS[] = {{&OF_CALLS[1].raises[2], 0, "calls/staffed", BECAUSE + 1, 1}};
static struct org_result RESULT = {.org = &ORG,
                                   .dataset = &DATASET,
                                   .pack = &PACK,
                                   .areas = AREA_RESULTS,
                                   .verdicts = VERDICTS,
                                   .practices = PRACTICES,
                                   .practice_count = 1,
                                   .concerns = CONCERNS,
                                   .concern_count = 1};

static const struct run_totals TOTALS = {
    .organisations = 1, .agreement = {.compared = 4, .agreed = 1, .within_one = 3, .published = {0, 3, 1}}};

/* The whole of a run over `count` times the one organisation, as the stream would put it together. */
static void whole(const struct format *format, struct report report, size_t count, struct buf *out)
{
    report.pack = &PACK;
    report.dataset = &DATASET;
    report.digest = "sha256:abcd";
    report.count = count;
    report.id_width = 5;
    report.workers = 1;
    if (report.of == 0) report.of = 1;
    if (report.style.width == 0) report.style = STYLE_PLAIN;
    void *state = format->open(&report);
    format->begin(&report, state, out);
    for (size_t i = 0; i < count; i++) {
        struct buf one;
        buf_init(&one);
        format->organisation(&report, state, &RESULT, &one, 0);
        size_t lead = i == 0 ? format->lead : 0;
        buf_add(out, one.data + lead, one.length - lead);
        buf_done(&one);
    }
    format->end(&report, state, &TOTALS, out);
    format->close(state);
}
#endif
