-- PEEL 2021/22, five tiers. The characteristics are told in our own words; most of the published ones could not be found,
-- so each says what it rests on, and every number below says whether it was published or is ours.
--
-- What lies beyond good was not published either. So that it is not made of what one report happens to praise, the same three
-- are asked of every area but crime recording: results, evaluated, taken-up. (A first draft took them from the report of
-- Leicestershire, which was circular; without it, one more of that force's ten grades agrees with the published one.)
--
-- What figures on all forces say (force used, devices, officers, volunteers) is read against the other forces by the method that the
-- reports describe: `cohort` below. To stand outside the lines is a question, not a failing: at worst it is partly met. A force of
-- which only such figures are known has half of the characteristics of one area, and no evidence in the rest.
--
-- Crime recording. The published rubric overlaps if it is read literally: a force that fails a "high proportion" (requires
-- improvement) also fails a "substantial proportion" (inadequate), and so does one that is merely adequate. We read it as
-- bands, best first: majority > substantial > high > floor. The percentages behind the words were not published.
return pack {
  name    = "peel-2021",
  version = "1.2.0",
  title   = "PEEL 2021/22",
  scale   = { "inadequate", "requires-improvement", "adequate", "good", "outstanding" },

  areas = {
    "victim-service", "recording-crime", "treating-the-public", "preventing-crime", "responding-to-the-public",
    "investigating-crime", "protecting-vulnerable-people", "managing-offenders", "serious-organised-crime",
    "workforce", "strategic-planning",
  },

  references = {
    framework = "PEEL Assessment Framework 2021/22, HMICFRS, 21 April 2021, revised March 2022; only the start of its first question was found, "
      .. "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/peel-assessment-framework-2021-22/",
    ["framework-2023"] = "PEEL Assessment Framework 2023-2025, HMICFRS, 8 February 2023; first question seen; the next cycle, used where it is clearer, "
      .. "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/peel-assessment-framework-2023-25/",
    ["framework-2025"] = "PEEL Assessment Framework 2025-2027, HMICFRS, 11 April 2025; start of the question on leadership and force management seen, "
      .. "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/peel-assessment-framework-2025-2027",
    expectations = "What a force should do, as the victim service assessment in the 2021/22 reports states it before each finding, "
      .. "https://hmicfrs.justiceinspectorates.gov.uk/peel-reports/leicestershire-2021-22/",
    topics = "The areas of the 2021/22 reports and the headings under them, same page; the characteristics behind them were not found",
    grades = "Graded judgments, How we inspect PEEL, HMICFRS, https://hmicfrs.justiceinspectorates.gov.uk/peel-assessments/what-is-peel/how-we-inspect-peel/",
    concern = "Cause of concern, glossary of HMICFRS, https://hmicfrs.justiceinspectorates.gov.uk/glossary/cause-of-concern/",
    recording = "PEEL CDI judgment criteria, HMICFRS, 26 April 2021; percentages cut off in what we found, "
      .. "https://www.justiceinspectorates.gov.uk/hmicfrs/publication-html/peel-cdi-judgment-criteria/",
    ["recording-elements"] = "Crime data integrity programme: judgment criteria, HMICFRS, 2016 to 2020, "
      .. "https://www.justiceinspectorates.gov.uk/hmicfrs/our-work/article/crime-data-integrity/crime-data-integrity-programme-judgment-criteria",
    wiltshire = "Wiltshire 2024: 92.4 percent of crime recorded, judged adequate; Wiltshire Times 24520121",
    suffolk = "Suffolk 2023: 76.6 percent of 999 calls answered within 10 seconds against a standard of 90, a cause of concern, "
      .. "https://www.accountabilityindex.uk/sources/hmicfrs/report/peel-2023-25-suffolk/",
    searches = "Stop and search: fair, authorised professional practice of the College of Policing, and PACE Code A, "
      .. "https://www.college.police.uk/app/stop-and-search",
    ["use-of-force"] = "Police use of force statistics, Home Office, from April 2017 on; officers record each use, with the ethnicity they perceived",
    workforce = "Police workforce, England and Wales, Home Office, twice a year",
    outliers = "About the data, in the 2021/22 reports: the mean over the forces, one standard deviation either side, logarithms where the values do not "
      .. "look normal and their logarithms do more so; what the text leaves open is ours, "
      .. "https://hmicfrs.justiceinspectorates.gov.uk/peel-reports/leicestershire-2021-22/",
    victims = "Code of Practice for Victims of Crime, Ministry of Justice, as the 2021/22 reports apply it",
  },

  evidence = {
    measures = {
      emergency_calls_in_time     = "999 calls answered within 10 seconds, percent",
      asb_rank                    = "Rank of the rate of anti-social behaviour incidents, 1 the lowest of the forces",
      mental_health_crimes        = "Crimes with a mental health concern, per 1,000 residents",
      mental_health_incidents     = "Other incidents with a mental health concern, per 1,000 residents",
      minority_ethnic_joiners     = "Officers joining who are from a Black, Asian or minority ethnic background, percent",
      minority_ethnic_residents   = "Residents who are from a Black, Asian or minority ethnic background, percent",
      national_learning           = "The force's part of all national learning from complaints, percent",
      residents                   = "Residents", -- peel: allow P205: the denominator of what is told per 1,000 residents
      residents_white             = "White residents",
      residents_black             = "Black residents",
      residents_asian             = "Asian residents",
      officers                    = "Police officers, per 1,000 residents",
      specials                    = "Special constables, per 1,000 residents",
      volunteers                  = "Police support volunteers, per 1,000 residents",
      tactics                     = "Uses of force, by tactic, per 1,000 residents",
      tactics_by_officers         = "Uses of force, by tactic, per officer",
      tactics_white               = "Uses of force on white people",
      tactics_black               = "Uses of force on black people",
      tactics_asian               = "Uses of force on Asian people",
      disparity_black             = "Uses of force on black people for each on white people, by residents of each group",
      disparity_asian             = "Uses of force on Asian people for each on white people, by residents of each group",
      ethnicity_not_reported      = "Uses of force on people whose ethnicity was not reported, percent",
      ethnicity_unaccounted       = "Uses of force that are counted for no ethnic group, percent",
      ced_uses                    = "Uses of conducted energy devices, per 1,000 residents",
      ced_discharges_by_uses      = "Discharges of conducted energy devices, per 100 uses",
      balanced_years              = "Years for which the medium-term plan shows a balanced budget",
    },
    estimates = {
      crimes_recorded          = "Reported crime that is recorded",
      violence_recorded        = "Reported violence against the person that is recorded",
      sexual_offences_recorded = "Reported sexual offences that are recorded",
      reasonable_searches      = "Stop and searches on reasonable grounds",
      reasonable_searches_before = "Stop and searches on reasonable grounds, the review before",
    },
    samples = {
      investigation_files  = "Investigation files that met the standard",
      victim_service_files = "Case files of the victim service assessment that met the standard",
      outcome_files        = "Cautions, community resolutions and files without the victim's support that were finalised rightly",
    },
    surveys = {
      workforce_survey = "Survey of the police workforce (voluntary, not statistical)",
    },
  },

  parameters = {
    -- The ladder. The definitions are published in words; what their words count to is ours.
    some              = { 0.50, "share of the characteristics of good that counts as some: below it, the shortfalls are the larger part",
      rests = "grades; number ours", unit = "share" },
    substantially_all = { 0.85, "share of the characteristics of good that counts as substantially all: about one in seven may be missing",
      rests = "grades; number ours", unit = "share" },
    beyond_standard   = { 0.90, "share of the characteristics of good that an outstanding force must have",
      rests = "grades; number ours", unit = "share" },
    beyond_level      = { 0.50, "share of the characteristics beyond good that counts as substantially beyond",
      rests = "grades; number ours", unit = "share" },
    partly_credit     = { 0.50, "credit for a characteristic that is partly met", rests = "ours", unit = "share" },
    enough_evidence   = { 0.50, "share of an area that must have evidence before it is graded", rests = "ours", unit = "share" },

    -- Findings, by weight: 1 limited, 2 plain, 3 main.
    findings_met      = { 0.75, "share of strengths by weight that meets a characteristic: three to one", rests = "ours", unit = "share" },
    findings_partly   = { 1 / 3, "share of strengths by weight that partly meets it: one to two", rests = "ours", unit = "share" },
    failing_weight    = { 3, "weight of weaknesses from which a practice fails as a rule, not on occasion: one main finding",
      rests = "ours", unit = "count" },
    systemic_weight   = { 9, "weight of weaknesses that shows a systemic failing: three main findings",
      rests = "concern; number ours", unit = "count" },

    -- Case files.
    good_files        = { 0.85, "share of files that must meet the standard", rests = "ours", unit = "share" },
    fair_files        = { 0.70, "share of files that partly meets it, and below which the interval of good must not reach",
      rests = "ours", unit = "share" },
    failing_files     = { 0.50, "share of files below which investigation has failed as a system",
      rests = "concern; number ours", unit = "share" },
    leading_files     = { 0.90, "share of files that must surely meet the standard in a force beyond good",
      rests = "ours", unit = "share" },

    -- Calls.
    emergency_calls         = { 90, "percent of 999 calls to be answered within 10 seconds", rests = "suffolk: the national standard", unit = "percent" },
    emergency_calls_serious = { 80, "percent of 999 calls below which people are at risk",
      rests = "suffolk: 76.6 percent was a cause of concern; number ours", unit = "percent" },

    -- Crime recording, the bands.
    records_majority    = { 0.95, "share recorded that is a substantial majority",
      rests = "recording; number ours, a round one, chosen knowing that 95.5 was judged outstanding", unit = "share" },
    records_substantial = { 0.93, "share recorded that is a substantial proportion",
      rests = "recording; number ours, above wiltshire's 92.4", unit = "share" },
    records_high        = { 0.90, "share recorded that is a high proportion",
      rests = "recording; number ours, below wiltshire's 92.4", unit = "share" },
    records_floor       = { 0.85, "share recorded below which crime records cannot be trusted",
      rests = "recording; number ours", unit = "share" },

    -- Stop and search.
    searches_good    = { 0.85, "share of searches that must surely be on reasonable grounds",
      rests = "searches; number ours", unit = "share" },
    searches_serious = { 0.70, "share of searches on reasonable grounds below which the power is surely misused",
      rests = "searches; number ours", unit = "share" },
    searches_leading = { 0.95, "share of searches that must surely be on reasonable grounds in a force beyond good",
      rests = "searches; number ours", unit = "share" },

    -- Figures on all forces.
    outlier_width     = { 1, "standard deviations from the mean to either line", rests = "outliers", unit = "count" },
    outlier_alpha     = { 0.05, "p of the Shapiro-Wilk test below which values do not look normal", rests = "outliers; number ours", unit = "share" },
    outlier_fewest    = { 20, "forces with a value, below which there are no lines: about half of them", rests = "ours", unit = "count" },
    interval_level    = { 0.95, "level of the intervals that are told", rests = "ours", unit = "share" },
    ethnicity_missing_good = { 5, "percent of uses of force whose ethnicity may be unreported in records that are complete", rests = "ours", unit = "percent" },
    ethnicity_missing_fair = { 10, "the same, in records that are partly complete", rests = "ours", unit = "percent" },
    ethnicity_missing_most = { 10, "percent of uses of force counted for no group, above which a disparity cannot be told", rests = "ours", unit = "percent" },

    -- Comparisons.
    lowest_rank           = { 10, "rank that is among the lowest: a quarter of 43 forces", rests = "ours", unit = "count" },
    representation        = { 0.80, "joiners' share over residents' share that reflects the community: four fifths",
      rests = "ours", unit = "share" },
    representation_partly = { 0.50, "the same, on the way: half", rests = "ours", unit = "share" },
    learning_share        = { 200 / 43, "percent of national learning that is beyond one force's part: twice an even share of 43",
      rests = "ours", unit = "percent" },
    balanced_years        = { 3, "years of balanced budget that make a medium-term plan", rests = "ours", unit = "count" },
  },

  cohort = {
    measures  = {
      "officers", "specials", "volunteers", "tactics", "tactics_by_officers", "ced_uses", "ced_discharges_by_uses", "disparity_black", "disparity_asian",
    },
    leave_out = { ["city-of-london"] = "with 7,375 residents it stands out in every figure by residents, and would hide all others; ours" },
    width = "outlier_width", alpha = "outlier_alpha", fewest = "outlier_fewest",
    apart = {
      tactics_by_officers    = { leave_out = {} },
      ced_discharges_by_uses = { leave_out = {} },
      -- As in areas/treating-the-public.lua: a disparity that cannot be told is not held against others, nor others against it.
      disparity_black = {
        unless = { measure = "ethnicity_unaccounted", above = "ethnicity_missing_most",
          because = "too much of its force is counted for no ethnic group, so no disparity can be told; ours" },
      },
      disparity_asian = {
        unless = { measure = "ethnicity_unaccounted", above = "ethnicity_missing_most",
          because = "too much of its force is counted for no ethnic group, so no disparity can be told; ours" },
      },
    },
  },

  -- What was asked before. Of the questions of 2018/19 four are asked again, by the headings of the reports and by what stands under them.
  -- Recording, responding and managing offenders were no questions then. Fairness, the workforce and planning were asked of in the
  -- questions on legitimacy and efficiency, but no source says which of these became which area, so none is claimed here.
  compared = {
    ["peel-2018"] = {
      comparability = "not-comparable",
      because = "four tiers became five, judged against the characteristics of good; the inspectorate says that grades of the two cannot be compared "
        .. "directly, and that a lower one, above all adequate after good, need not mean that the force does worse unless its report says so",
      areas = {
        ["preventing-crime"]            = "effectiveness-1-preventing-crime",
        ["investigating-crime"]         = "effectiveness-2-investigating-crime",
        ["protecting-vulnerable-people"] = "effectiveness-3-protecting-vulnerable-people",
        ["serious-organised-crime"]     = "effectiveness-4-serious-organised-crime",
      },
    },
  },

  ladder = {
    standard = "good",
    concern  = "inadequate",
    rungs = {
      ["requires-improvement"] = 0,
      adequate    = "some",
      good        = "substantially_all",
      outstanding = { "beyond_standard", beyond = "beyond_level" },
    },
    partly = "partly_credit",
    enough = "enough_evidence",
  },
}
