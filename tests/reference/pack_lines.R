# The outlier lines of the measures that rules/peel-2021 reads against the 43 forces, from the Home Office's table itself:
#
#   Rscript tests/reference/pack_lines.R >tests/reference/pack_lines.csv      (r-base-core; not needed by make check)
#
# tests/golden/forces-as-r-has-them holds what peel grade says of samples/forces-*.json to this table.
# Lines: the mean, one SD (n - 1) either side; of logarithms where the values fail the Shapiro-Wilk test at 0.05 and the W of
# their logarithms is larger. City of London counts only where nothing is reckoned by residents. Where more than 10 percent of the
# uses of force are counted for no ethnic group (to two decimals, as the mapping rounds it), a force is left out of the disparities.
d <- read.csv("samples/home-office-forces.csv", check.names = FALSE)

lines <- function(v) {
  raw <- shapiro.test(v)
  x <- v
  scale <- "raw"
  if (raw$p.value < 0.05 && all(v > 0) && shapiro.test(log(v))$statistic > raw$statistic) {
    x <- log(v)
    scale <- "log"
  }
  at <- mean(x) + c(-1, 0, 1) * sd(x)
  if (scale == "log") at <- exp(at)
  data.frame(n = length(v), scale = scale, w = unname(raw$statistic), p = raw$p.value, lower = at[1], mean = at[2], upper = at[3],
             above = sum(v > at[3]), below = sum(v < at[1]))
}

disparity <- function(f, group) {
  used <- f[[paste0("force_tactics_", group)]] / f[[paste0("population_", group, "_2011")]]
  round(used / (f$force_tactics_white / f$population_white_2011), 4) # as the mapping rounds it
}

told <- function(f) {
  counted <- f$force_tactics_white + f$force_tactics_black + f$force_tactics_asian + f$force_tactics_mixed
  f[round(100 * (f$force_tactics - counted) / f$force_tactics, 2) <= 10, ]
}

measures <- function(f) {
  g <- f[f$force != "City of London", ]
  of <- function(column, by) 1000 * g[[column]] / g[[by]]
  list(officers = of("officers_fte", "population_2011"), specials = of("specials_headcount", "population_2011"),
       volunteers = of("volunteers_headcount", "population_2011"), tactics = of("force_tactics", "population_2011"),
       tactics_by_officers = f$force_tactics / f$officers_fte, ced_uses = of("ced_uses", "population_2011"),
       ced_discharges_by_uses = 100 * f$ced_discharges / f$ced_uses,
       disparity_black = disparity(told(g), "black"), disparity_asian = disparity(told(g), "asian"))
}

rows <- NULL
for (year in c(2018, 2019)) {
  m <- measures(d[d$year == year & d$force != "British Transport Police", ])
  for (name in names(m)) rows <- rbind(rows, cbind(data.frame(year = year, measure = name), lines(m[[name]][!is.na(m[[name]])])))
}
number <- sapply(rows, is.double)
rows[number] <- lapply(rows[number], function(x) sprintf("%.15g", x))
write.csv(rows, stdout(), row.names = FALSE, quote = FALSE)
