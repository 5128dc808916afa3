-- plain.lua: the work of rules/synthetic-sixty as one plain Lua script: lua5.4 plain.lua < synthetic.jsonl > bare.jsonl
-- The bare work, like plain.c: no checks of the data, no proof, no limits, no reasons. Decodes with lua-cjson.
local json = require "cjson"

local AREAS, RULES = 10, { "rate", "sampled", "found", "ratio", "combined", "beyond" }
local Z = 1.959963984540054 -- qnorm(0.975)

local names = {}
for i = 1, AREAS do
  local id = ("%02d"):format(i)
  names[i] = { id = "area-" .. id, found = "area-" .. id .. "/found", sample = "s" .. id }
  for m = 1, 5 do names[i][m] = "m" .. id .. "_" .. m end
end

local function wilson_lower(met, n)
  local p, z2 = met / n, Z * Z
  return (p + z2 / (2 * n) - Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n)
end

local function verdict(value, met, partly)
  if value == nil then return { outcome = "no-evidence", value = json.null } end
  return { outcome = met and "met" or partly and "partly-met" or "not-met", value = value }
end

local function beyond(led, rate, found)
  if led == nil then return verdict(nil) end
  if led <= 500 then return verdict(led, false) end
  if rate.outcome == "no-evidence" then return verdict(nil) end
  if rate.outcome ~= "met" then return verdict(led, false) end
  if found.outcome == "no-evidence" then return verdict(nil) end
  return verdict(led, found.outcome == "met")
end

local function weigh(findings)
  local weights = {}
  for _, name in ipairs(names) do weights[name.found] = { strength = 0, weakness = 0 } end
  for _, finding in ipairs(findings) do
    local w = weights[finding.against]
    if w then w[finding.kind] = w[finding.kind] + finding.weight end
  end
  return weights
end

local function ask(name, org, weights)
  local m, population = {}, org.measures.population.value
  for i = 1, 5 do
    local measure = org.measures[name[i]]
    m[i] = measure and measure.value
  end
  local sample, w = org.samples[name.sample], weights[name.found]
  local share = sample and sample.reviewed and sample.met / sample.reviewed
  local rate = m[1] and m[1] * 1000 / population
  local total = w.strength + w.weakness
  local found = total > 0 and w.strength / total or nil
  local ratio = m[2] and m[3] and m[3] / m[2] or nil
  local r = {}
  r[1] = verdict(rate, rate and rate <= 40, rate and rate <= 70)
  r[2] = verdict(share, share and wilson_lower(sample.met, sample.reviewed) >= 0.70, share and share >= 0.70)
  r[3] = verdict(found, found and found >= 0.60, found and found >= 0.30)
  r[4] = verdict(ratio, ratio and ratio >= 1.2, ratio and ratio >= 0.6)
  if m[4] and share then
    local much, well = m[4] >= 120, share >= 0.60
    r[5] = verdict(m[4] + share, much and well, much or well)
  else
    r[5] = verdict(nil)
  end
  r[6] = beyond(m[5], r[1], r[3])
  for i, id in ipairs(RULES) do r[i].id = id end
  return r
end

local function grade(r)
  local evidenced, credit = 0, 0
  for i = 1, 5 do
    if r[i].outcome ~= "no-evidence" then evidenced = evidenced + 1 end
    if r[i].outcome == "met" then credit = credit + 1 elseif r[i].outcome == "partly-met" then credit = credit + 0.5 end
  end
  local share = credit / evidenced
  if evidenced < 2.5 then return "insufficient-evidence" end
  if r[5].outcome == "not-met" then return "inadequate" end
  if share >= 0.90 and r[6].outcome == "met" then return "outstanding" end
  return share >= 0.75 and "good" or share >= 0.40 and "adequate" or "requires-improvement"
end

local function raise(result, area, r)
  for i, verdict_ in ipairs(r) do
    local name, outcome = area .. "/" .. RULES[i], verdict_.outcome
    local list
    if i == 6 then list = outcome == "met" and result.promising_practice
    elseif i == 5 and outcome == "not-met" then list = result.causes_of_concern
    elseif outcome == "partly-met" or outcome == "not-met" then list = result.areas_for_improvement
    end
    if list then list[#list + 1] = name end
  end
end

local function judge(org)
  local weights = weigh(org.findings)
  local result = { id = org.id, areas = {}, areas_for_improvement = {}, causes_of_concern = {}, promising_practice = {} }
  for i, name in ipairs(names) do
    local r = ask(name, org, weights)
    result.areas[i] = { id = name.id, grade = grade(r), characteristics = r }
    raise(result, name.id, r)
  end
  return result
end

local lines = io.lines()
lines() -- the header
for line in lines do io.write(json.encode(judge(json.decode(line))), "\n") end
