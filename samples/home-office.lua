-- From the Home Office's figures on police forces to datasets: which column is which evidence. One table holds two years.
--
--   peel import -m samples/home-office.lua --round 2019 -o samples/forces-2019.json samples/home-office-forces.csv
--
-- How a mapping is written: samples/README.md, "From tables".

local force_year = { ["2018"] = "April 2018 to March 2019", ["2019"] = "April 2019 to March 2020" }
local at_30_september = { ["2018"] = "30 September 2018", ["2019"] = "30 September 2019" }
local census_day = "27 March 2011"
local nobody_lives_there = { [""] = { "not-applicable", note = "the force has no resident population" } }
local doubled = "That more than a doubling or a halving within a year is questioned is our choice."
local some_unpublished = "The table counts some tactics under none of its groups: white, black, Asian, mixed and not reported fall short of the total in " ..
  "every force, by up to 57.0 percent of its tactics (Sussex 2018; in 2019 up to 15.8, Cheshire), so they are not its parts."

local function residents(title, column)
  return { title = title, unit = "residents", column = column, missing = nobody_lives_there, period = census_day, source = "census" }
end

local function tactics(title, column, group)
  return {
    title = title, unit = "tactics", column = column, per = 1000, denominator = group, period = force_year, source = "force",
    note = "Ethnicity as the officer perceived it; by residents of the Census of 2011, so the rate is an illustration.",
  }
end

-- How many times as often force is used on people of one group as on white people, by residents of each.
local function disparity(group, count, people)
  return {
    title = "Uses of force on " .. group .. " people for each on white people, by residents of each group", unit = "times",
    value = function(row) return (row[count] / row[people]) / (row.tactics_white / row.residents_white) end, decimals = 4,
    period = force_year, source = "force",
    note = "Worked out by us from counts and residents, and rounded. Residents are those of the Census of 2011, so it is an illustration; officers " ..
      "also meet people who live elsewhere.",
  }
end

return mapping {
  title = { ["2018"] = "Police forces of England and Wales, 2018/19", ["2019"] = "Police forces of England and Wales, 2019/20" },
  note = "Officers, community support officers, special constables and volunteers, uses of force, deaths in custody and residents of the 43 territorial " ..
    "forces and British Transport Police. These are figures; no force was inspected for them. " ..
    "Residents are those of the Census of 2011 in both rounds: rates by population are illustrations. " ..
    "Contains public sector information licensed under the Open Government Licence v3.0.",

  round = {
    column = "year",
    ["2018"] = { round = "2018/19", year = 2018 },
    ["2019"] = { round = "2019/20", year = 2019 },
  },

  sources = {
    workforce = { title = "Police workforce, England and Wales, September 2019", publisher = "Home Office", licence = "Open Government Licence v3.0" },
    force     = { title = "Police use of force statistics", publisher = "Home Office", licence = "Open Government Licence v3.0" },
    census    = { title = "Census 2011", publisher = "Office for National Statistics", licence = "Open Government Licence v3.0" },
    custody   = { title = "Deaths in custody, time series", publisher = "Independent Office for Police Conduct", licence = "Open Government Licence v3.0" },
  },

  missing = { [""] = { "not-collected", note = "blank in the table: not published for this force" } },

  organisations = {
    column = "force",
    only = true,
    out_of_scope = { ["British Transport Police"] = "no territorial force: PEEL does not inspect it, and nobody lives in its area" },
    names = {
      ["Avon & Somerset"]          = "Avon and Somerset Constabulary",
      ["Bedfordshire"]             = "Bedfordshire Police",
      ["British Transport Police"] = "British Transport Police",
      ["Cambridgeshire"]           = "Cambridgeshire Constabulary",
      ["Cheshire"]                 = "Cheshire Constabulary",
      ["City of London"]           = "City of London Police",
      ["Cleveland"]                = "Cleveland Police",
      ["Cumbria"]                  = "Cumbria Constabulary",
      ["Derbyshire"]               = "Derbyshire Constabulary",
      ["Devon & Cornwall"]         = "Devon and Cornwall Police",
      ["Dorset"]                   = "Dorset Police",
      ["Durham"]                   = "Durham Constabulary",
      ["Dyfed-Powys"]              = "Dyfed-Powys Police",
      ["Essex"]                    = "Essex Police",
      ["Gloucestershire"]          = "Gloucestershire Constabulary",
      ["Greater Manchester"]       = "Greater Manchester Police",
      ["Gwent"]                    = "Gwent Police",
      ["Hampshire"]                = "Hampshire Constabulary",
      ["Hertfordshire"]            = "Hertfordshire Constabulary",
      ["Humberside"]               = "Humberside Police",
      ["Kent"]                     = "Kent Police",
      ["Lancashire"]               = "Lancashire Constabulary",
      ["Leicestershire"]           = "Leicestershire Police",
      ["Lincolnshire"]             = "Lincolnshire Police",
      ["Merseyside"]               = "Merseyside Police",
      ["Metropolitan"]             = "Metropolitan Police Service",
      ["Norfolk"]                  = "Norfolk Constabulary",
      ["North Wales"]              = "North Wales Police",
      ["North Yorkshire"]          = "North Yorkshire Police",
      ["Northamptonshire"]         = "Northamptonshire Police",
      ["Northumbria"]              = "Northumbria Police",
      ["Nottinghamshire"]          = "Nottinghamshire Police",
      ["South Wales"]              = "South Wales Police",
      ["South Yorkshire"]          = "South Yorkshire Police",
      ["Staffordshire"]            = "Staffordshire Police",
      ["Suffolk"]                  = "Suffolk Constabulary",
      ["Surrey"]                   = "Surrey Police",
      ["Sussex"]                   = "Sussex Police",
      ["Thames Valley"]            = "Thames Valley Police",
      ["Warwickshire"]             = "Warwickshire Police",
      ["West Mercia"]              = "West Mercia Police",
      ["West Midlands"]            = "West Midlands Police",
      ["West Yorkshire"]           = "West Yorkshire Police",
      ["Wiltshire"]                = "Wiltshire Police",
    },
  },

  measures = {
    residents = {
      title = "Residents", unit = "residents", column = "population_2011", missing = nobody_lives_there, period = census_day, source = "census",
      parts = { "residents_white", "residents_black", "residents_asian", "residents_mixed", "residents_chinese", "residents_other" },
      note = "The ethnic groups add up to it exactly, in every force.",
    },
    residents_white   = residents("White residents", "population_white_2011"),
    residents_black   = residents("Black residents", "population_black_2011"),
    residents_asian   = residents("Asian residents", "population_asian_2011"),
    residents_mixed   = residents("Residents of mixed ethnicity", "population_mixed_2011"),
    residents_chinese = residents("Chinese residents", "population_chinese_2011"),
    residents_other   = residents("Residents of other ethnicity", "population_other_2011"),

    officers = {
      title = "Police officers", unit = "officers", column = "officers_fte", per = 1000, denominator = "residents",
      changes_within = 2, period = at_30_september, source = "workforce",
      note = "Full-time equivalents. " .. doubled,
    },
    pcsos = {
      title = "Police community support officers", unit = "community support officers", column = "pcso_fte", per = 1000, denominator = "residents",
      missing = { [""] = { "not-applicable", note = "the force has no community support officers" } }, period = at_30_september, source = "workforce",
      note = "Full-time equivalents.",
    },
    specials = {
      title = "Special constables", unit = "special constables", column = "specials_headcount", per = 1000, denominator = "residents",
      period = at_30_september, source = "workforce", note = "Headcount.",
    },
    volunteers = {
      title = "Police support volunteers", unit = "volunteers", column = "volunteers_headcount", per = 1000, denominator = "residents",
      period = at_30_september, source = "workforce", note = "Headcount.",
    },

    tactics = {
      title = "Uses of force, by tactic", unit = "tactics", column = "force_tactics", per = 1000, denominator = "residents",
      changes_within = 2, period = force_year, source = "force",
      note = "Each tactic used on a person counts. " .. some_unpublished .. " " .. doubled,
    },
    tactics_by_officers = {
      title = "Uses of force, by tactic", unit = "tactics", column = "force_tactics", per = 1, denominator = "officers",
      period = force_year, source = "force", note = "The same count as tactics, by the officers of the September within the year.",
    },
    tactics_white = tactics("Uses of force on people perceived as white", "force_tactics_white", "residents_white"),
    tactics_black = tactics("Uses of force on people perceived as black", "force_tactics_black", "residents_black"),
    tactics_asian = tactics("Uses of force on people perceived as Asian", "force_tactics_asian", "residents_asian"),
    tactics_mixed = tactics("Uses of force on people perceived as of mixed ethnicity", "force_tactics_mixed", "residents_mixed"),
    tactics_ethnicity_not_reported = {
      title = "Uses of force on people whose ethnicity was not reported", unit = "tactics", column = "force_tactics_not_reported",
      period = force_year, source = "force",
    },
    ethnicity_not_reported = {
      title = "Uses of force on people whose ethnicity was not reported, in percent of all", unit = "percent", better = "lower",
      value = function(row) return 100 * row.tactics_ethnicity_not_reported / row.tactics end, decimals = 2,
      period = force_year, source = "force", note = "Worked out by us from the two counts, and rounded.",
    },
    ethnicity_unaccounted = {
      title = "Uses of force that the table counts for no ethnic group, in percent of all", unit = "percent", better = "lower",
      value = function(row)
        return 100 * (row.tactics - row.tactics_white - row.tactics_black - row.tactics_asian - row.tactics_mixed) / row.tactics
      end, decimals = 2,
      period = force_year, source = "force",
      note = "Worked out by us, and rounded: the total less white, black, Asian and mixed. It holds what was not reported, and what the " ..
        "table counts under none of its groups.",
    },
    disparity_black = disparity("black", "tactics_black", "residents_black"),
    disparity_asian = disparity("Asian", "tactics_asian", "residents_asian"),

    ced_uses = {
      title = "Uses of conducted energy devices", unit = "uses", column = "ced_uses", per = 1000, denominator = "residents",
      changes_within = 2, period = force_year, source = "force",
      note = "Tasers, drawn, aimed or discharged. " .. doubled,
    },
    ced_uses_by_officers = {
      title = "Uses of conducted energy devices", unit = "uses", column = "ced_uses", per = 100, denominator = "officers",
      period = force_year, source = "force", note = "The same count as ced_uses.",
    },
    ced_discharges = {
      title = "Discharges of conducted energy devices", unit = "discharges", column = "ced_discharges", per = 1000, denominator = "residents",
      period = force_year, source = "force",
    },
    ced_discharges_by_officers = {
      title = "Discharges of conducted energy devices", unit = "discharges", column = "ced_discharges", per = 100,
      denominator = "officers", period = force_year, source = "force", note = "The same count as ced_discharges.",
    },
    ced_discharges_by_uses = {
      title = "Discharges of conducted energy devices", unit = "discharges", column = "ced_discharges", per = 100,
      denominator = "ced_uses", period = force_year, source = "force", note = "The same count as ced_discharges.",
    },
    deaths_in_custody = {
      title = "Deaths in custody", unit = "deaths", column = "deaths_in_custody", better = "lower", period = force_year, source = "custody",
    },
  },

  sums = {
    { of = "officers", is = 124783.97, round = "2019" },   -- of the 43 forces, as the Home Office published it
  },
}
