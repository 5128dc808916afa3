# What peel check says of synthetic-dozen-2021.json, by R 4.2: Rscript outliers.R
# For each measure: W of the values and of their logarithms, the scale that follows (raw where p >= 0.05, else logarithms
# where their W is larger), the line three sample standard deviations off, and the z of the one beyond it.
values <- list(
  calls = c(40, 42, 41, 43, 39, 41, 44, 42, 38, 40, 42, 90),
  crimes = c(1200, 1380, 1116, 1770, 1331, 1197, 1176, 1547, 1722, 1462, 1403, 3000) /
    c(100, 120, 90, 150, 110, 95, 105, 130, 140, 125, 115, 100),
  reports = c(5, 52, 50, 49, 51, 53, 50, 48, 52, 51, 50, 49),
  waiting = c(0, 3, 2, 1, 2, 3, 1, 2, 0, 1, 2, 25),
  residents = c(100, 120, 90, 150, 110, 95, 105, 130, 140, 125, 115, 100) * 1000)
for (name in names(values)) {
  v <- values[[name]]
  raw <- shapiro.test(v)
  logs <- if (all(v > 0)) shapiro.test(log(v)) else NULL
  log <- raw$p.value < 0.05 && !is.null(logs) && logs$statistic > raw$statistic
  x <- if (log) log(v) else v
  z <- (x - mean(x)) / sd(x)
  line <- mean(x) + c(-3, 3) * sd(x)
  if (log) line <- exp(line)
  far <- which.max(abs(z))
  cat(sprintf("%-9s %-4s lines %.4f %.4f, farthest %d: %g, z %.4f\n", name, if (log) "log" else "raw", line[1], line[2],
              far, v[far], z[far]))
}
