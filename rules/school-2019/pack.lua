-- A school inspection, to show that the engine knows no field. It is modelled on the education inspection framework
-- of Ofsted as it was from September 2019 to 2024: its judgments, its four grades, and safeguarding as a limit. It is
-- not that framework: what we found of it are the sources below, most of them summaries by others; the words are ours,
-- every threshold is ours, and no real school is judged with it. Its data are made up (samples/synthetic-schools-*).
local the_key = "https://schoolleaders.thekeysupport.com/school-evaluation-and-improvement/inspection/whole-school-inspection-criteria/"

return pack {
  name    = "school-2019",
  version = "1.0.0",
  title   = "A school inspection, modelled on the framework of September 2019",
  note    = "Modelled on the education inspection framework of 2019 to 2024. " ..
            "It is not the inspectorate's: words and thresholds are ours, and no real school is judged with it.",
  scale   = { "inadequate", "requires-improvement", "good", "outstanding" },
  areas   = {
    "overall-effectiveness",
    "quality-of-education",
    "behaviour-and-attitudes",
    "personal-development",
    "leadership-and-management",
    "early-years",
    "safeguarding",
  },

  references = {
    framework    = "Ofsted, Education inspection framework, for September 2023, " ..
                   "https://www.gov.uk/government/publications/education-inspection-framework/education-inspection-framework-for-september-2023",
    handbook     = "Ofsted, School inspection handbook, November 2019, no. 190017, its list of contents, " ..
                   "https://pdfslide.us/documents/school-inspection-handbook-govuk-school-inspection-handbook-november-2019.html",
    education    = "The Key, on how quality of education is inspected, September 2019, " .. the_key .. "how-ofsted-inspect-curriculum-quality-of-education/",
    reading      = "Parenta, on the reading deep dive, November 2019, " ..
                   "https://www.parenta.com/2019/11/11/ofsteds-new-education-inspection-framework-the-reading-deep-dive/",
    behaviour    = "The Key, on how behaviour and attitudes are inspected, August 2019, " .. the_key .. "how-ofsted-inspect-behaviour-and-attitudes/",
    personal     = "The Key, on how personal development is inspected, August 2019, " .. the_key .. "how-ofsted-inspect-personal-development/",
    careers      = "J. Colledge, on careers guidance in inspections, June 2021, https://www.careersleaders.thecdi.net/post/pulling-my-hair-out-over-ofsted",
    leadership   = "The Key, on how leadership and management are inspected, September 2024, " ..
                   "https://schoolgovernors.thekeysupport.com/school-improvement-and-strategy/" ..
                   "inspection-evaluation/inspection-framework/how-ofsted-inspects-leadership-and-management/",
    fields       = "UK School Explorer, what the judgment on leadership and management looks at, " ..
                   "https://ukschoolexplorer.co.uk/documentation/fields/ofsted_leadership_and_management",
    early        = "Shropshire Learning Gateway, on early years provision in schools, " ..
                   "https://shropshirelg.net/early-years-information-and-cpd/effective-practice-in-eyfs/ofsted/school-based-settings-and-reception",
    safeguarding = "The Key, on how safeguarding is inspected, " .. the_key .. "ofsted-inspection-safeguarding/",
    binary       = "Safeguarding in Schools, on safeguarding as effective or ineffective, November 2023, " ..
                   "https://safeguardinginschools.co.uk/blog/how-ofsted-inspect-safeguarding",
    culture      = "ECP Safeguarding, on an open and positive culture, September 2024, " ..
                   "https://ecp-safeguarding-blogs.blogspot.com/2023/11/how-will-ofsted-inspect-safeguarding-in.html",
    concern      = "Honeyguide, on formal categories of concern, 2024, " ..
                   "https://honeyguide-sls.co.uk/blogs/schools-leaders/what-do-ofsteds-changes-to-grading-mean-for-my-school",
    outstanding  = "Order With Me, on what outstanding asks for, https://www.orderwithme.com/what-is-ofsted-outstanding/",
  },

  evidence = {
    measures = {
      pupils         = "Pupils on roll", -- peel: allow P205: the denominator of what is told per 100 pupils
      year_one       = "Pupils of year 1", -- peel: allow P205: the denominator of phonics
      reception      = "Children of reception",
      phonics        = "Pupils of year 1 who reached the standard of the phonics check, per 100",
      absence        = "Sessions missed, in percent",
      suspensions    = "Suspensions per 100 pupils",
      clubs          = "Pupils who take part in something beyond lessons, per 100",
      development    = "Children of reception with a good level of development, per 100",
      left_the_roll  = "Pupils who left the roll in years 10 and 11 without another school to go to",
    },
    estimates = {
      calm_lessons = "Share of lessons that nothing disturbs",
    },
    samples = {
      plans               = "Subjects whose plan says what is learnt, and in which order",
      work                = "Pieces of work that show the planned curriculum learnt",
      outcomes            = "Pupils of year 6 or 11 who reached what is expected",
      outcomes_before     = "Pupils of the year before who reached what is expected",
      reach               = "Disadvantaged pupils, of those asked, who take part in something beyond lessons",
      reach_others        = "Other pupils, of those asked, who take part in something beyond lessons",
      careers             = "Pupils of years 8 to 11, of those asked, who met two providers of training or more",
      teachers_trained    = "Teachers trained this year in what they teach",
      phonics_sessions    = "Days, of those looked at, on which phonics was taught",
      recruitment_records = "Members of staff all of whose checks before appointment are recorded",
      referrals           = "Concerns for a child, of those looked at, passed on the same day",
      staff_trained       = "Members of staff trained in safeguarding this year",
    },
    surveys = {
      parents = "Parents who say that bullying is dealt with",
      staff   = "Staff who say that their workload is considered",
    },
  },

  parameters = {
    findings_met    = { 0.75, "share of strengths by weight that meets a characteristic: three to one", rests = "ours", unit = "share" },
    findings_partly = { 0.4, "share of strengths by weight that partly meets it", rests = "ours", unit = "share" },

    plans_good   = { 0.9, "share of subjects whose plan must be in order", rests = "ours", unit = "share" },
    plans_fair   = { 0.6, "below this share, the curriculum is not planned", rests = "ours", unit = "share" },
    phonics_near = { 5, "per 100 pupils below the benchmark that is still near", rests = "ours", unit = "rate" },
    work_good    = { 0.7, "share of work that must surely show the curriculum learnt", rests = "ours", unit = "share" },
    work_poor    = { 0.5, "below this share, surely, pupils do not learn what is planned", rests = "ours", unit = "share" },
    outcomes_good = { 0.7, "share of pupils who reach what is expected", rests = "ours", unit = "share" },
    work_high    = { 0.9, "share of work that shows it in an outstanding school", rests = "ours", unit = "share" },

    absence_near     = { 1, "percentage points above the benchmark that are still near", rests = "ours", unit = "rate" },
    lessons_good     = { 0.85, "share of lessons that nothing disturbs", rests = "ours", unit = "share" },
    lessons_fair     = { 0.65, "below this share, lessons are disturbed too often", rests = "ours", unit = "share" },
    lessons_high     = { 0.95, "share of lessons, surely, that nothing disturbs in an outstanding school", rests = "ours", unit = "share" },
    wide             = { 1.5, "standard deviations either side of the mean: beyond them a school is unlike the others", rests = "ours", unit = "count" },

    clubs_good   = { 60, "pupils of 100 who take part in something beyond lessons", rests = "ours", unit = "rate" },
    clubs_few    = { 35, "below this, few do", rests = "ours", unit = "rate" },
    reach_high   = { 0.7, "share of disadvantaged pupils who take part in an outstanding school", rests = "ours", unit = "share" },
    careers_good = { 0.8, "share of pupils who met two providers or more", rests = "ours", unit = "share" },
    careers_fair = { 0.5, "below this share, the provider's door is closed to most", rests = "ours", unit = "share" },

    training_good = { 0.8, "share of teachers trained in what they teach", rests = "ours", unit = "share" },
    training_fair = { 0.5, "below this share, teachers are left alone", rests = "ours", unit = "share" },
    off_roll_none = { 0, "pupils who left the roll without another school: none", rests = "ours", unit = "count" },
    off_roll_few  = { 2, "so many may be chance", rests = "ours", unit = "count" },

    sessions_good    = { 0.95, "share of days on which phonics is taught: every day, but for a trip", rests = "ours", unit = "share" },
    sessions_fair    = { 0.75, "below this share it is not taught daily", rests = "ours", unit = "share" },
    development_near = { 5, "per 100 children below the benchmark that is still near", rests = "ours", unit = "rate" },
    development_high = { 10, "per 100 children above the benchmark in an outstanding school", rests = "ours", unit = "rate" },

    records_all    = { 1, "share of staff whose checks are recorded: all of them", rests = "ours", unit = "share" },
    records_minor  = { 0.95, "what is missing is a slip of administration, and put right at once", rests = "ours", unit = "share" },
    referrals_good = { 0.95, "share of concerns passed on the same day", rests = "ours", unit = "share" },
    referrals_fair = { 0.85, "below this share children are left at risk", rests = "ours", unit = "share" },
    staff_good     = { 0.95, "share of staff trained in safeguarding this year", rests = "ours", unit = "share" },
    staff_fair     = { 0.8, "below this share staff do not know what to do", rests = "ours", unit = "share" },

    good_share      = { 0.75, "share of what is good that a good school shows: a best fit, not a checklist", rests = "ours", unit = "share" },
    all_good        = { 1, "share of what is good that an outstanding school shows: all of it", rests = "ours", unit = "share" },
    beyond          = { 0.5, "share of what is outstanding that it shows besides", rests = "ours", unit = "share" },
    partly_credit   = { 0.5, "what a partly met characteristic counts", rests = "ours", unit = "share" },
    enough_evidence = { 0.6, "share of the weight that must have evidence", rests = "ours", unit = "share" },
    one_exception   = { 1, "judgments that may be good where the school is outstanding", rests = "ours", unit = "count" },
  },

  ladder = {
    standard = "good",
    concern  = "inadequate",
    rungs    = { ["requires-improvement"] = 0, good = "good_share", outstanding = { "all_good", beyond = "beyond" } },
    partly   = "partly_credit",
    enough   = "enough_evidence",
  },

  cohort = {
    measures = { "suspensions" },
    width    = "wide",
  },
}
