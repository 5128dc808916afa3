-- proofread_rule.lua: what the text of a rule shows of it as a whole: ways through it that end without an answer, an answer that rests on nothing that was read, or on nothing but
-- what is missing. Part of proofread.lua, which gives it the class and the words that both need; where a way cannot be followed nothing is said of it.
local Reading, given = ...
local is_string, called, kind_of, same_value = given.is_string, given.called, given.kind_of, given.same_value
local catalogues, relations, not_texts = given.catalogues, given.relations, given.not_texts

-- --- Ways through it ----------------------------------------------------------------------------

-- A `break` of the loop whose body this is.
local function leaves(list)
  for _, node in ipairs(list) do
    if type(node) == "table" then
      local tag = node.tag
      if tag == "Break" or tag == "Goto" then return true end
      if tag ~= "Function" and tag ~= "While" and tag ~= "Repeat" and tag ~= "Fornum" and tag ~= "Forin" and leaves(node) then return true end
    end
  end
  return false
end

local ends_all
local raises = { error = true, met = true, partly_met = true, not_met = true, not_applicable = true, no_evidence = true } -- an answer that stands alone was meant to: P116

-- Does what stands here always return, raise, or go where we do not follow?
local function ends(node)
  local tag = node.tag
  if tag == "Return" or tag == "Goto" then return true end
  if tag == "Call" then return node[1].tag == "Id" and not node[1].var and raises[node[1][1]] end
  if tag == "Do" then return ends_all(node) end
  if tag == "While" then return node[1].tag == "True" and not leaves(node[2]) end
  if tag == "Repeat" then return not leaves(node[1]) and (ends_all(node[1]) or node[2].tag == "False") end
  if tag ~= "If" or #node % 2 == 0 then return false end
  for i = 2, #node, 2 do if not ends_all(node[i]) then return false end end
  return ends_all(node[#node])
end

function ends_all(list)
  for _, node in ipairs(list) do if ends(node) then return true end end
  return false
end

-- Every node of a function, not of those in it.
local function walk(list, visit)
  for i, node in ipairs(list) do
    if type(node) == "table" then
      visit(node, list, i)
      if node.tag ~= "Function" then walk(node, visit) end
    end
  end
end

-- What is returned, where it can be no answer: in words.
function Reading:no_answer(node)
  if node.tag == "String" then return "a text" end
  if not_texts[node.tag] then return not_texts[node.tag] end
  if node.tag == "Op" and node[1] ~= "and" and node[1] ~= "or" then
    return (relations[node[1]] or node[1] == "not") and "true or false" or node[1] == "concat" and "a text" or "a number"
  end
  local value = self:value(node)
  if not value or value.is == "text" then return value and "a text" end
  if value.is == "number" or value.is == "parameter" then return "a number" end
  if value.is == "evidence" then return called(value.kind) end
  if value.is == "answer" and self.knows.methods[kind_of(value.of)][value.method] then return (":%s(…)"):format(value.method) end
end

local answers_in_words = "met, partly_met, not_met, not_applicable or no_evidence"

function Reading:check_returns(fn)
  walk(fn[2], function(node)
    if node.tag ~= "Return" then return end
    local got = node[1] and self:no_answer(node[1]) or not node[1] and "nothing"
    if got then self:tell(119, node[1] or node, ("a rule answers by %s, and this returns %s"):format(answers_in_words, got), 'say why: return not_met "…"') end
  end)
  if ends_all(fn[2]) then return end
  local last = fn[2][#fn[2]] or fn
  local at = last.tag == "If" and last[1] or last
  self:tell(119, at, "some way through the rule ends without an answer", 'end it with a plain return: return not_met "…"')
end

-- --- What it reads ------------------------------------------------------------------------------

-- Every Id of a function and of those in it.
local function each_id(list, visit)
  for _, node in ipairs(list) do
    if type(node) == "table" then
      if node.tag == "Id" then visit(node) end
      each_id(node, visit)
    end
  end
end

-- Is a local named here and nowhere else, not in a message either?
function Reading:is_idle(fn, name)
  local idle = name.var and not self:is_shown(name.var)
  each_id(fn[2], function(id) if id ~= name and id.var == name.var then idle = false end end)
  return idle
end

-- Does a rule use what it is given for no more than its name, or evidence that it never asks?
function Reading:reads_nothing(fn)
  local force, harmless, read = fn[1][1], {}, false
  if not force then return true end
  if not force.var then return false end
  walk(fn[2], function(node)
    if node.tag == "Index" and node[1].tag == "Id" and is_string(node[2]) and (node[2][1] == "id" or node[2][1] == "name") then harmless[node[1]] = true end
    for i, name in ipairs(node.tag == "Local" and node[1] or {}) do
      local value = node[2] and node[2][i] and self:value(node[2][i])
      if value and value.is == "evidence" and self:is_idle(fn, name) then each_id({ node[2][i] }, function(id) harmless[id] = true end) end
    end
  end)
  each_id(fn[2], function(id) if id.var == force.var and not harmless[id] then read = true end end)
  return not read
end

local judges = { met = true, partly_met = true, not_met = true }

function Reading:check_reading(fn)
  if not self:reads_nothing(fn) then return end
  local told = false
  walk(fn[2], function(node)
    local word = node.tag == "Return" and self:word_of(node[1])
    if not word or not judges[word] or told then return end
    told = true
    self:tell(118, node[1], ("the rule reads no evidence, and answers %s"):format(word), "what a grade rests on was there to be read; where nobody looked it is no_evidence")
  end)
end

-- --- What is missing ----------------------------------------------------------------------------

-- Can the condition be `truth` because something is missing? Then how far it was read by then, and `what` has what is missing; else false.
function Reading:is_missing_where(node, truth, what)
  if node.tag == "Paren" then return self:is_missing_where(node[1], truth, what) end
  local value = self:value(node)
  if value and value.is == "answer" and value.method == "missing" and (catalogues[value.of.kind .. "s"] or value.of.kind == "finding") then
    what[#what + 1] = value.of
    return truth and node.end_offset
  end
  if node.tag ~= "Op" then return false end
  local op, a, b = node[1], node[2], node[3]
  if op == "not" then return self:is_missing_where(a, not truth, what) end
  if op == "and" or op == "or" then
    local first = self:is_missing_where(a, truth, what)
    if first and (op == "or") == truth then return first end -- the second is not asked
    return (self:is_missing_where(b, truth, what) or first) and node.end_offset
  end
  if op ~= "eq" and op ~= "ne" then return false end
  local same = (op == "eq") == truth
  return ((b.tag == "String" and same) or (b.tag == "Nil" and not same)) and self:is_missing_where(a, true, what)
end

-- May anything but what is missing have been read by then? What cannot be followed may. far: how far the condition was read.
function Reading:may_have_read(fn, condition, far, answer, what)
  local read = false
  local function of_missing(value)
    for _, one in ipairs(what) do if value and value.is == "evidence" and same_value(one, value) and one.id == value.id then return true end end
    return false
  end
  local function is_shown_only(text)
    for name in text[1]:gmatch "{([%a_][%w_]*)[^{}]*}" do
      local value = self:shown_value(text, name)
      if not (value and (value.is == "parameters" or value.is == "force" or of_missing(value))) then return false end
    end
    return true
  end
  walk(fn[2], function(node)
    local at = node.offset
    if not at or at > answer.end_offset or (at > far and at <= condition.end_offset) then return end
    if node.tag == "Invoke" then
      local base = self:value(node[1])
      local gives = base and base.kind == "findings" -- force.findings:here()
      if not gives and not (node[2][1] == "missing" and of_missing(base)) then read = true end
    elseif node.tag == "Call" then
      if not self:word_of(node) or not is_string(node[2]) or (node == answer and not is_shown_only(node[2])) then read = true end
    end
  end)
  return read
end

function Reading:check_missing_way(fn, condition, truth, last)
  local what, word = {}, last and last.tag == "Return" and self:word_of(last[1])
  local far = word and judges[word] and self:is_missing_where(condition, truth, what)
  if not far or self:may_have_read(fn, condition, far, last[1], what) then return end
  self:tell(120, last[1], ("%s rests on nothing but what is missing"):format(word), 'missing is never failing: return no_evidence "…", or not_applicable, or ask nothing')
end

-- --- All of it ----------------------------------------------------------------------------------

function Reading:check_rule(fn)
  self:check_returns(fn)
  self:check_reading(fn)
  walk(fn[2], function(node, list, i)
    if node.tag ~= "If" then return end
    for k = 1, #node - 1, 2 do self:check_missing_way(fn, node[k], true, node[k + 1][#node[k + 1]]) end
    if #node == 3 then self:check_missing_way(fn, node[1], false, node[3][#node[3]]) end
    if #node == 2 and ends_all(node[2]) then self:check_missing_way(fn, node[1], false, list[i + 1]) end
  end)
end
