/* little.h: a small pack in a folder of the test's own, as an author would write it, and datasets for it. */
#ifndef UNIT_LITTLE_H
#define UNIT_LITTLE_H
#include <stdio.h>

#include "folder.h"

static const char little_manifest[] =
    "return pack {\n"
    "  name = \"little\", version = \"1.0.0\", title = \"A little pack\",\n"
    "  scale = { \"inadequate\", \"requires-improvement\", \"adequate\", \"good\", \"outstanding\" },\n"
    "  areas = { \"calls\", \"crime\", \"victims\" },\n"
    "  evidence = { samples = { answered = \"Calls answered\", files = \"Case files that met the standard\", letters = "
    "\"Letters sent\" },\n"
    "               measures = { delay = \"Minutes to arrive\" } },\n"
    "  parameters = {\n"
    "    good_share = { 0.8, \"share for met\", rests = \"ours\" }, fair_share = { 0.5, \"share for partly met\", "
    "rests = \"ours\" },\n"
    "    some = { 0.4, \"share for adequate\", rests = \"ours\" }, substantially_all = { 0.8, \"share for good\", "
    "rests = \"ours\" },\n"
    "    beyond_standard = { 0.9, \"share for outstanding\", rests = \"ours\" }, beyond_level = { 0.5, \"of "
    "outstanding's own\", rests = \"ours\" },\n"
    "    partly_credit = { 0.5, \"credit of partly met\", rests = \"ours\" }, enough_evidence = { 0.5, \"share with "
    "evidence\", rests = \"ours\" },\n"
    "    findings_met = { 0.75, \"share of strengths\", rests = \"ours\" }, findings_partly = { 0.4, \"share of "
    "strengths\", rests = \"ours\" },\n"
    "  },\n"
    "}\n";

static const char little_calls[] =
    "return area {\n"
    "  title = \"Calls\", question = \"How good is the force at answering calls?\",\n"
    "  characteristic \"answered\" {\n"
    "    level = \"good\", text = \"Calls are answered\", rests = \"ours\",\n"
    "    judge = function(force, p)\n"
    "      local calls = force.samples.answered\n"
    "      if calls:at_least(p.good_share) then return met \"{calls} were answered\" end\n"
    "      if calls:at_least(p.fair_share) then return partly_met \"only {calls} were answered\" end\n"
    "      return not_met \"{calls} were answered\"\n"
    "    end,\n"
    "    partly_met = area_for_improvement \"The force should answer more calls.\",\n"
    "    not_met = cause_of_concern { \"Calls go unanswered.\", recommendations = { { \"The force should answer.\", "
    "within = \"6 months\" } } },\n"
    "  },\n"
    "  characteristic \"polite\" { level = \"good\", text = \"Callers are treated well\", rests = \"ours\", findings = "
    "true, met = promising_practice \"Copy this.\" },\n"
    "}\n";

static const char little_crime[] =
    "return area {\n"
    "  title = \"Crime\", question = \"How good is the force at investigating crime?\", depends = { \"victims\" },\n"
    "  characteristic \"thorough\" {\n"
    "    level = \"good\", text = \"Investigations are thorough\", rests = \"ours\",\n"
    "    judge = function(force, p)\n"
    "      local files = force.samples.files\n"
    "      if files:at_least(p.good_share) then return met \"{files} met the standard\" end\n"
    "      return partly_met \"only {files} met the standard\"\n"
    "    end,\n"
    "  },\n"
    "  characteristic \"victims-told\" {\n"
    "    level = \"good\", text = \"Victims are told\", rests = \"ours\",\n"
    "    judge = function(force, p)\n"
    "      if force.outcomes[\"victims/letters\"]:met() then return met \"they are told\" end\n"
    "      return not_met \"they are not told\"\n"
    "    end,\n"
    "  },\n"
    "  characteristic \"quick\" {\n"
    "    level = \"outstanding\", text = \"Officers arrive quickly\", rests = \"ours\",\n"
    "    judge = function(force, p)\n"
    "      local delay = force.measures.delay\n"
    "      if delay:value() == 13 then error(\"thirteen\") end\n"
    "      if delay:value() == 14 then while true do end end\n"
    "      if delay:at_most(10) then return met \"{delay}\" end\n"
    "      return not_met \"{delay}\"\n"
    "    end,\n"
    "  },\n"
    "  cap \"nobody-told\" { at = \"requires-improvement\", when = { \"victims-told\", \"not-met\" }, because = "
    "\"victims are not told\" },\n"
    "}\n";

static const char little_victims[] =
    "return area {\n"
    "  title = \"Victims\", question = \"What service do victims get?\", graded = false,\n"
    "  characteristic \"letters\" {\n"
    "    level = \"good\", text = \"Letters are sent\", rests = \"ours\",\n"
    "    judge = function(force, p)\n"
    "      local letters = force.samples.letters\n"
    "      if letters:at_least(p.good_share) then return met \"{letters} were sent\" end\n"
    "      return not_met \"{letters} were sent\"\n"
    "    end,\n"
    "  },\n"
    "}\n";

static const char little_header[] =
    "{\"format\":\"peel.dataset.v1\",\"round\":\"2021/22\",\"year\":2021,"
    "\"scale\":[\"inadequate\",\"requires-improvement\",\"adequate\",\"good\",\"outstanding\"],"
    "\"samples\":{\"answered\":{\"title\":\"Calls answered\"},\"files\":{\"title\":\"Case files that met the "
    "standard\"},\"letters\":{\"title\":\"Letters sent\"}},"
    "\"measures\":{\"delay\":{\"title\":\"Minutes to arrive\",\"unit\":\"minutes\"}}}\n";

static inline void little_write(void)
{
    folder_enter();
    if (mkdir("little", 0777) != 0 || mkdir("little/areas", 0777) != 0) abort();
    folder_write("little/pack.lua", little_manifest);
    folder_write("little/areas/calls.lua", little_calls);
    folder_write("little/areas/crime.lua", little_crime);
    folder_write("little/areas/victims.lua", little_victims);
}

/* Puts `with` in place of the one `what` in a file. */
static inline void little_replace(const char *file, const char *text, const char *what, const char *with)
{
    const char *at = strstr(text, what);
    FILE *out = fopen(file, "w");
    if (!at || !out) abort();
    fprintf(out, "%.*s%s%s", (int)(at - text), text, with, at + strlen(what));
    fclose(out);
}
#endif
