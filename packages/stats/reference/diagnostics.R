# Likelihood ratios, best cut-offs, comparison of areas; DeLong from the paper's pairs. Run: Rscript packages/stats/reference/diagnostics.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(1988); z <- qnorm(0.975)
ratios <- function(tp, fn, tn, fp) { i <- tp + fn; w <- tn + fp; lr <- function(a, b) a / i / (b / w) * exp(c(0, -1, 1) * z * sqrt(1 / a - 1 / i + 1 / b - 1 / w)); list(counts = c(tp, fn, tn, fp), positive = lr(tp, fp), negative = lr(fn, tn), youden = tp / i + tn / w - 1) }
delong <- function(x, y, d) { k <- function(s) outer(s[d == 1], s[d == 0], function(a, b) (a > b) + (a == b) / 2); u <- k(x) - k(y); se <- sqrt(var(rowMeans(u)) / sum(d == 1) + var(colMeans(u)) / sum(d == 0))
  list(x = x, y = y, d = d, values = c(mean(k(x)), mean(k(y)), mean(u), se, 2 * pnorm(-abs(mean(u) / se)))) }
cut <- function(s, d) { v <- sort(unique(s)); se <- sapply(v, function(c) mean(s[d == 1] >= c)); sp <- sapply(v, function(c) mean(s[d == 0] < c)); y <- se + sp; q <- (1 - se)^2 + (1 - sp)^2; list(s = s, d = d, youden = many(v[y > max(y) - 1e-12]), corner = many(v[q < min(q) + 1e-12])) }
d <- rbinom(60, 1, 0.4); s <- rpois(60, 4 + 2 * d)
write_reference("diagnostics", list(ratios = list(ratios(18, 2, 30, 10), ratios(231, 32, 27, 54), ratios(71, 9, 86, 14)), areas = list(delong(s, rpois(60, 4 + d), d), delong(round(rnorm(60) + d, 2), round(rnorm(60) + d, 1), d)), cuts = list(cut(s, d), cut(c(1, 2, 3, 4, 5, 6), c(0, 1, 0, 1, 0, 1)))))
