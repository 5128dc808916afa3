# reference.R: what the statistics are held to, from R. Run from the top of the tree:
#
#     Rscript tests/reference/reference.R
#
# It rewrites the tables beside it; `make check` only reads them. Written by R 4.2.2 (Debian 12, r-base-core), base packages
# alone. forces.csv is the one table not written here: seven columns of the Home Office tables of the 43 forces (police workforce,
# use of force; Open Government Licence), British Transport Police left out.
#
# Where R has a test, R's test is asked, not its formula. Where it has none (finite populations, Newcombe), the formula
# stands here in its textbook form, which is not the form the engine computes.

set.seed(20190930)
folder <- "tests/reference"

# As few digits as give the same number back.
digits <- function(x) { short <- sprintf("%.15g", x); ifelse(as.numeric(short) == x, short, sprintf("%.17g", x)) }
number <- function(x) ifelse(is.na(x), "NaN", ifelse(x == Inf, "inf", ifelse(x == -Inf, "-inf", suppressWarnings(digits(x)))))
write_table <- function(name, rows) {
  rows[] <- lapply(rows, function(column) if (is.numeric(column)) number(column) else column)
  write.table(rows, file.path(folder, paste0(name, ".csv")), sep = ",", quote = FALSE, row.names = FALSE)
  cat(name, nrow(rows), "rows\n")
}
table_of <- function(rows) do.call(rbind, lapply(rows, function(row) as.data.frame(row, stringsAsFactors = FALSE)))
list_of <- function(x) paste(number(x), collapse = " ")
quiet <- suppressWarnings
any_of <- function(x, ...) x[sample.int(length(x), ...)]

# ---- special functions --------------------------------------------------------------------------------------------------

special <- list()
add <- function(fn, a, b, x, value) special[[length(special) + 1]] <<- list(fn = fn, a = a, b = b, x = x, value = value)
for (x in c(-37, -20, -8.3, -3, -1.96, -0.5, 0, 1e-9, 0.3, 1, 2.5758, 6)) add("normal_cdf", 0, 0, x, pnorm(x))
for (p in c(1e-300, 1e-50, 1e-9, 0.001, 0.025, 0.0749, 0.0751, 0.4, 0.5, 0.75, 0.975, 1 - 1e-12)) add("normal_quantile", 0, 0, p, qnorm(p))
for (a in c(0.5, 1, 2, 9.5, 60, 1000, 1e6)) for (p in c(1e-12, 1e-4, 0.025, 0.3, 0.5)) {
  add("gamma_lower_quantile", a, 0, p, qgamma(p, a))
  add("gamma_upper_quantile", a, 0, p, qgamma(p, a, lower.tail = FALSE))
}
for (a in c(0.5, 3, 60, 1000, 1e5)) for (r in c(0.5, 0.9, 1, 1.1, 2)) {
  add("gamma_lower", a, 0, a * r, pgamma(a * r, a))
  add("gamma_upper", a, 0, a * r, pgamma(a * r, a, lower.tail = FALSE))
}
for (a in c(1, 2, 9.5, 60, 1000, 1e5)) for (b in c(1, 7.5, 300, 1e5)) {
  for (p in c(1e-9, 0.025, 0.4)) {
    add("beta_lower_quantile", a, b, p, qbeta(p, a, b))
    add("beta_upper_quantile", a, b, p, qbeta(p, a, b, lower.tail = FALSE))
  }
  for (r in c(0.9, 1, 1.1)) {
    x <- min(a / (a + b) * r, 0.99)
    add("beta_lower", a, b, x, pbeta(x, a, b))
    add("beta_upper", a, b, x, pbeta(x, a, b, lower.tail = FALSE))
  }
}
# Deep in a tail R's own pbeta and pgamma lose digits: those rows prove nothing.
special <- table_of(special)
write_table("special", special[special$value > 1e-200, ])

# ---- proportions --------------------------------------------------------------------------------------------------------

wilson <- function(k, n, N, z) {
  if (is.finite(N)) z <- z * sqrt((N - n) / max(N - 1, 1))
  p <- k / n
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  c(if (k == 0) 0 else centre - half, if (k == n) 1 else centre + half)
}
wald <- function(k, n, N, z) {
  p <- k / n
  half <- z * sqrt(p * (1 - p) / n * if (is.finite(N)) (N - n) / max(N - 1, 1) else 1)
  c(max(0, p - half), min(1, p + half))
}
# Every population there could be, tried.
exact_finite <- function(k, n, N, outside) {
  M <- k:(N - n + k)
  enough <- outside * (1 + 1e-9)
  c(min(M[phyper(k - 1, M, N - M, n, lower.tail = FALSE) > enough]), max(M[phyper(k, M, N - M, n) > enough])) / N
}
proportion <- function(method, kind, k, n, N, level) {
  outside <- if (kind == "interval") (1 - level) / 2 else 1 - level
  z <- qnorm(outside, lower.tail = FALSE)
  both <- if (method == "wald") wald(k, n, N, z)
    else if (method == "wilson" && kind == "interval" && !is.finite(N) && n < 1e4)
      quiet(prop.test(k, n, conf.level = level, correct = FALSE))$conf.int
    else if (method == "wilson") wilson(k, n, N, z)
    else if (is.finite(N)) exact_finite(k, n, N, outside)
    else if (kind == "interval") binom.test(k, n, conf.level = level)$conf.int
    else c(binom.test(k, n, alternative = "greater", conf.level = level)$conf.int[1],
           binom.test(k, n, alternative = "less", conf.level = level)$conf.int[2])
  if (method == "wilson") both <- c(if (k == 0) 0 else both[1], if (k == n) 1 else both[2])
  list(method = method, kind = kind, k = k, n = n, population = if (is.finite(N)) N else 0, level = level,
       lower = both[1], upper = both[2])
}
rows <- list()
for (method in c("wilson", "clopper-pearson", "wald")) {
  for (n in c(1, 2, 5, 10, 20, 43, 60, 130, 218, 500, 1000, 1e5, 1e7)) {
    for (k in unique(c(0, 1, floor(n * runif(1)), n - 1, n)))
      rows[[length(rows) + 1]] <- proportion(method, any_of(c("interval", "bound"), 1, prob = c(3, 1)), k, n, Inf,
                                             any_of(c(0.8, 0.9, 0.95, 0.99, 0.999), 1))
  }
  for (n in c(1, 2, 3, 10, 20, 49, 60, 130, 218, 500)) for (N in unique(c(n, n + 1, 2 * n, 10 * n, 7000)))
    rows[[length(rows) + 1]] <- proportion(method, any_of(c("interval", "bound"), 1, prob = c(3, 1)),
                                           any_of(c(0, 1, floor(n * runif(3)), n), 1), n, N, any_of(c(0.8, 0.9, 0.95, 0.99), 1))
  rows[[length(rows) + 1]] <- proportion(method, "interval", 200, 218, 7000, 0.95)
  rows[[length(rows) + 1]] <- proportion(method, "interval", 52, 60, Inf, 0.95)
  rows[[length(rows) + 1]] <- proportion(method, "interval", 1, 1, 40, 0.95) # 1/40 is the tail itself
}
write_table("proportions", table_of(rows))

rows <- list()
for (margin in c(0.005, 0.01, 0.03, 0.05, 0.1, 1)) for (expected in c(0.5, 0.9, 0.02, 1)) for (N in c(Inf, 43, 1000, 250000)) {
  level <- any_of(c(0.9, 0.95, 0.99), 1)
  n0 <- qnorm((1 + level) / 2)^2 * expected * (1 - expected) / margin^2
  size <- max(1, ceiling(if (is.finite(N)) n0 * N / (n0 + N - 1) else n0))
  rows[[length(rows) + 1]] <- list(margin = margin, expected = expected, population = if (is.finite(N)) N else 0,
                                   level = level, size = min(size, N))
}
write_table("sample_sizes", table_of(rows))

# ---- differences --------------------------------------------------------------------------------------------------------

newcombe <- function(k1, n1, k2, n2, level) {
  z <- qnorm((1 + level) / 2)
  a <- wilson(k1, n1, Inf, z); b <- wilson(k2, n2, Inf, z)
  p <- k1 / n1; q <- k2 / n2
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
comparison <- function(p, lower, upper, same, level)
  if (p >= 1 - level) "similar" else if (lower > same) "higher" else if (upper < same) "lower" else "similar"
difference <- function(k1, n1, k2, n2, level) {
  met <- matrix(c(k1, k2, n1 - k1, n2 - k2), 2)
  expected <- outer(rowSums(met), colSums(met)) / sum(met)
  ends <- newcombe(k1, n1, k2, n2, level)
  fisher <- fisher.test(met)$p.value
  test <- quiet(prop.test(c(k1, k2), c(n1, n2), correct = FALSE))
  z <- sign(k1 / n1 - k2 / n2) * sqrt(unname(test$statistic))
  p_z <- test$p.value
  if (is.nan(p_z)) { z <- 0; p_z <- 1 } # all met or none: R has no answer, we say no change
  small <- min(expected) < 5
  p <- if (small) fisher else p_z
  list(k1 = k1, n1 = n1, k2 = k2, n2 = n2, level = level, difference = k1 / n1 - k2 / n2, lower = ends[1], upper = ends[2],
       z = z, p_z = p_z, p_fisher = fisher, test = if (small) "fisher" else "z",
       comparison = comparison(p, ends[1], ends[2], 0, level))
}
# The first eight are the examples of Newcombe 1998, table II; test_difference.c has what the paper prints for them.
rows <- list(difference(56, 70, 48, 80, 0.95), difference(9, 10, 3, 10, 0.95), difference(6, 7, 2, 7, 0.95),
             difference(5, 56, 0, 29, 0.95), difference(0, 10, 0, 20, 0.95), difference(0, 10, 0, 10, 0.95),
             difference(10, 10, 0, 20, 0.95), difference(10, 10, 0, 10, 0.95),
             difference(10, 10, 20, 20, 0.95), difference(0, 1, 1, 1, 0.95),
             difference(200, 218, 204, 218, 0.95), difference(500, 1000, 450, 1000, 0.95),
             difference(3, 10000, 12, 10000, 0.95), difference(50000, 1e5, 50700, 1e5, 0.99))
for (i in 1:200) {
  n <- any_of(c(1:12, 20, 43, 60, 130, 218, 1000, 5000), 2, replace = TRUE)
  share <- any_of(c(0, 0.02, 0.1, 0.5, 0.9, 1, runif(3)), 1)
  k <- rbinom(2, n, pmin(1, pmax(0, share + c(0, any_of(c(0, 0, 0.1, -0.1, 0.4), 1)))))
  rows[[length(rows) + 1]] <- difference(k[1], n[1], k[2], n[2], any_of(c(0.9, 0.95, 0.99), 1))
}
write_table("differences", table_of(rows))

rows <- list()
for (i in 1:60) {
  value <- c(round(runif(1), 3), 0); value[2] <- round(value[1] + rnorm(1, 0, 0.05), 3)
  margin <- round(runif(2, 0, 0.06), 3); at <- any_of(c(0.9, 0.95, 0.99), 2, replace = TRUE); level <- any_of(c(0.9, 0.95), 1)
  if (i == 1) { value <- c(0.917, 0.936); margin <- c(0.036, 0.036); at <- c(0.95, 0.95); level <- 0.95 }
  if (i == 2) { margin <- c(0, 0) }
  if (i == 3) { margin <- c(0, 0); value[2] <- value[1] }
  error <- sqrt(sum((margin / qnorm((1 + at) / 2))^2))
  d <- value[1] - value[2]; z <- if (d == 0) 0 else d / error
  ends <- d + c(-1, 1) * qnorm((1 + level) / 2) * error
  p <- 2 * pnorm(-abs(z))
  rows[[i]] <- list(value1 = value[1], margin1 = margin[1], level1 = at[1], value2 = value[2], margin2 = margin[2], level2 = at[2],
                    level = level, z = z, p = p, lower = ends[1], upper = ends[2], comparison = comparison(p, ends[1], ends[2], 0, level))
}
write_table("estimates", table_of(rows))

# ---- rates --------------------------------------------------------------------------------------------------------------

rows <- list()
for (count in c(0, 1, 2, 3, 7, 10, 43, 100, 733, 21093, 1e6)) for (level in c(0.8, 0.9, 0.95, 0.99, 0.999)) {
  exposure <- any_of(c(1, 1000, 55.5, 1599555), 1)
  per <- any_of(c(1, 1000, 1e5), 1)
  ends <- poisson.test(count, exposure, conf.level = level)$conf.int * per
  rows[[length(rows) + 1]] <- list(count = count, exposure = exposure, per = per, level = level, lower = ends[1], upper = ends[2])
}
write_table("rates", table_of(rows))

rows <- list()
for (i in 1:100) {
  exposure <- any_of(c(1, 1000, 55.5, 1599555, 615061), 2, replace = TRUE)
  if (i %% 3) exposure[2] <- exposure[1] * runif(1, 0.5, 2)
  count <- rpois(1, any_of(c(0, 1, 4, 30, 700), 1)); count <- c(count, rpois(1, count * any_of(c(0.5, 1, 1, 1.3), 1)))
  level <- any_of(c(0.9, 0.95, 0.99), 1)
  if (sum(count) == 0) count <- c(0, 1)
  test <- poisson.test(count, exposure, conf.level = level)
  ends <- test$conf.int
  rows[[i]] <- list(count1 = count[1], exposure1 = exposure[1], count2 = count[2], exposure2 = exposure[2], level = level,
                    ratio = unname(test$estimate), lower = ends[1], upper = ends[2], p = test$p.value,
                    comparison = comparison(test$p.value, ends[1], ends[2], 1, level))
}
write_table("rate_ratios", table_of(rows))

# ---- cohorts ------------------------------------------------------------------------------------------------------------

sets <- c(list(7, c(2, 1), c(3, 3, 3), c(1, 2, 2, 3), c(-1, 0, 1), c(1e9 + 1, 1e9 + 2, 1e9 + 3), 1:43,
               c(5, 1, 5, 1, 5, 2, 2, 9), c(0.1, 0.2, 0.3, 0.1)),
          lapply(1:40, function(i) {
            n <- any_of(c(2:12, 20, 42, 43), 1)
            switch(i %% 4 + 1, round(rnorm(n, 5, 2), 2), rexp(n), floor(runif(n) * 6), rnorm(n) * 10^any_of(-6:6, 1))
          }))
at <- c(0, 0.1, 0.25, 1 / 3, 0.5, 0.9, 0.975, 1)
write_table("cohorts", table_of(lapply(sets, function(x) list(
  values = list_of(x), n = length(x), mean = mean(x), sd = sd(x), sd_n = sd(x) * sqrt((length(x) - 1) / length(x)),
  median = median(x), at = list_of(at), quantiles = list_of(quantile(x, at, type = 7, names = FALSE)),
  low_minimum = list_of(rank(x, ties.method = "min")), low_average = list_of(rank(x)),
  high_minimum = list_of(rank(-x, ties.method = "min")), high_average = list_of(rank(-x))))))

# ---- Shapiro-Wilk -------------------------------------------------------------------------------------------------------

# Large samples are made on both sides: Knuth's 64-bit generator, x <- x * 6364136223846793005 + 1442695040888963407
# modulo 2^64, from the seed; each step gives u = (the upper 52 bits + 1/2) / 2^52. In limbs of 16 bits, as R has no such integers.
factor <- c(0x7F2D, 0x4C95, 0xF42D, 0x5851)
addend <- c(0x814F, 0xF767, 0x7B7E, 0x1405)
step <- function(x) {
  out <- numeric(4); carry <- 0
  for (i in 1:4) {
    sum <- addend[i] + carry
    for (j in 1:i) sum <- sum + x[j] * factor[i - j + 1]
    out[i] <- sum %% 65536; carry <- floor(sum / 65536)
  }
  out
}
uniforms <- function(seed, n) {
  x <- c(seed %% 65536, floor(seed / 65536), 0, 0); u <- numeric(n)
  for (i in 1:n) { x <- step(x); u[i] <- (x[4] * 2^36 + x[3] * 2^20 + x[2] * 16 + floor(x[1] / 4096) + 0.5) / 2^52 }
  u
}
shapes <- list(uniform = function(u) u, normal = qnorm, exponential = function(u) -log(u), lognormal = function(u) exp(qnorm(u)),
               tied = function(u) floor(7 * u), rounded = function(u) floor(10 * qnorm(u)), heavy = function(u) (u - 0.5) / (u * (1 - u)),
               two_humps = function(u) qnorm(u) + 4 * (floor(8 * u) %% 2), shifted = function(u) 1e6 + qnorm(u))
rows <- list()
shapiro <- function(shape, n, seed, x, values) {
  test <- shapiro.test(x)
  rows[[length(rows) + 1]] <<- list(shape = shape, n = n, seed = seed, w = unname(test$statistic), p = test$p.value, values = values)
}
shapiro("given", 20, 0, 1:20, list_of(1:20))
given <- c(list(c(1, 2, 3), c(1, 1, 2), c(0, 0, 1e-9), c(1, 2, 4), c(0, 0, 0, 1), c(1, 2, 3, 4, 100), c(148, 154, 158, 160, 161, 162, 166,
                170, 182, 195, 236)), # the last: Shapiro & Wilk 1965, their example 3 (weights of men)
           lapply(1:72, function(i) { n <- any_of(3:14, 1); shape <- any_of(names(shapes), 1); shapes[[shape]](runif(n)) }))
for (x in given) if (max(x) > min(x)) shapiro("given", length(x), 0, x, list_of(x))
for (shape in names(shapes)) for (n in c(3, 4, 5, 6, 7, 10, 11, 12, 20, 43, 50, 218, 1000, 5000)) {
  seed <- floor(runif(1, 1, 2^31)); x <- shapes[[shape]](uniforms(seed, n))
  if (max(x) > min(x)) shapiro(shape, n, seed, x, "")
}
write_table("shapiro", table_of(rows))

# ---- outlier lines ------------------------------------------------------------------------------------------------------

forces <- read.csv(file.path(folder, "forces.csv"))
measures <- list(officers = function(f) f$officers_fte / f$population_2011 * 1000,
                 ced = function(f) f$ced_uses / f$population_2011 * 1000,
                 tactics = function(f) f$force_tactics / f$officers_fte,
                 volunteers = function(f) f$volunteers_headcount / f$population_2011 * 1000)
variants <- list(default = list(), pass = list(better = "pass"), population = list(sd = "n"), two = list(width = 2),
                 log = list(choice = "log"), raw = list(choice = "raw"), arithmetic = list(mean = "values"), shifted = list(shift = 1))
lines_of <- function(x, rules) {
  rule <- modifyList(list(choice = "test", better = "w", sd = "n-1", width = 1, mean = "scale", shift = 0), rules)
  logs <- min(x) + rule$shift > 0
  raw <- shapiro.test(x)
  logged <- if (logs) shapiro.test(log(x + rule$shift)) else list(statistic = NaN, p.value = NaN)
  better <- logs && (if (rule$better == "w") logged$statistic > raw$statistic else logged$p.value >= 0.05)
  reason <- if (rule$choice != "test") "asked" else if (raw$p.value >= 0.05) "looks-normal" else if (!logs) "not-positive" else
    if (better) "logs-better" else "logs-no-better"
  if (rule$choice == "log" && !logs) return(NULL)
  log_scale <- rule$choice == "log" || reason == "logs-better"
  y <- if (log_scale) log(x + rule$shift) else x
  back <- function(v) if (log_scale) exp(v) - rule$shift else v
  s <- sd(y) * if (rule$sd == "n") sqrt((length(y) - 1) / length(y)) else 1
  z <- (y - mean(y)) / s
  list(n = length(x), raw_w = unname(raw$statistic), raw_p = raw$p.value, log_w = unname(logged$statistic), log_p = logged$p.value,
       reason = reason, scale = if (log_scale) "log" else "raw", mean = if (rule$mean == "values") mean(x) else back(mean(y)),
       lower = back(mean(y) - rule$width * s), upper = back(mean(y) + rule$width * s), below = sum(z < -rule$width),
       above = sum(z > rule$width), places = paste(ifelse(z > rule$width, "+", ifelse(z < -rule$width, "-", ".")), collapse = ""))
}
rows <- list()
for (measure in names(measures)) for (year in c(2018, 2019)) for (city in c("with", "without")) for (variant in names(variants)) {
  here <- forces[forces$year == year & (city == "with" | forces$force != "City of London"), ]
  x <- measures[[measure]](here)
  lines <- lines_of(x[!is.na(x)], variants[[variant]])
  if (!is.null(lines)) rows[[length(rows) + 1]] <- c(list(measure = measure, year = year, city = city, variant = variant), lines)
}
write_table("outliers", table_of(rows))
