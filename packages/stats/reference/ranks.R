# Rank tests: permutation with ties, shifts with limits, signed ranks, Friedman, two-sample Kolmogorov-Smirnov. Run: Rscript packages/stats/reference/ranks.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(1945)
quiet <- suppressWarnings
permuted <- function(x, y) { r <- rank(c(x, y)); m <- length(x); s <- apply(combn(length(r), m), 2, function(i) sum(r[i])); mean(abs(s - mean(s)) >= abs(sum(r[seq_len(m)]) - mean(s)) - 1e-9) }
# One-sided p given the ties, over all orders: R 4.2 takes the other side's paths for "less" (98/126 for 92/126 in the second pair).
one_sided <- function(x, y, side) { z <- c(x, y); v <- sort(unique(z)); m <- length(x); d <- function(i) { f <- vapply(v, function(a) mean(z[i] <= a) - mean(z[-i] <= a), 1); if (side == "greater") max(f, 0) else max(-f, 0) }
  seen <- d(seq_len(m)); c(seen, mean(apply(combn(length(z), m), 2, d) >= seen - 1e-9)) }
two <- function(x, y, exact = TRUE) {
  k <- function(side, e) { t <- quiet(ks.test(x, y, alternative = side, exact = e)); c(t$statistic, t$p.value) }
  tied <- anyDuplicated(c(x, y)) > 0; h <- if (!tied) wilcox.test(x, y, conf.int = TRUE, exact = TRUE); a <- quiet(wilcox.test(x, y, conf.int = TRUE, exact = FALSE, tol.root = 1e-12))
  list(x = x, y = y, permuted = permuted(x, y), shift = median(outer(x, y, "-")), exact = if (!tied) c(h$conf.int), approximate = c(a$conf.int),
    ks = list(k("two.sided", TRUE), k("two.sided", FALSE), one_sided(x, y, "less"), one_sided(x, y, "greater"), k("less", FALSE)))
}
signs <- function(n, ranks, v) { s <- as.matrix(expand.grid(rep(list(0:1), n))) %*% ranks; mean(abs(s - sum(ranks) / 2) >= abs(v - sum(ranks) / 2) - 1e-9) }
one <- function(x) { z <- x[x != 0]; r <- rank(abs(z)); v <- sum(r[z > 0]); tied <- anyDuplicated(abs(z)) > 0 || any(x == 0); h <- if (!tied) wilcox.test(x, conf.int = TRUE, exact = TRUE)
  list(x = x, sign = { b <- binom.test(sum(x > 0), sum(x != 0)); c(b$p.value, b$conf.int) }, v = v, permuted = signs(length(z), r, v), p = if (!tied) h$p.value, corrected = quiet(wilcox.test(x, exact = FALSE)$p.value), plain = quiet(wilcox.test(x, exact = FALSE, correct = FALSE)$p.value), limits = if (!tied) c(h$estimate, h$conf.int)) }
blocks <- function(m) { f <- friedman.test(m); list(m = lapply(seq_len(nrow(m)), function(i) m[i, ]), chi2 = f$statistic, p = f$p.value) }
air <- subset(airquality, !is.na(Ozone)); air_p <- quiet(pairwise.wilcox.test(air$Ozone, air$Month, "holm", exact = FALSE))$p.value
write_reference("ranks", list(
  pairs = list(value = air$Ozone, group = as.character(air$Month), p = unlist(lapply(colnames(air_p), function(a) lapply(rownames(air_p), function(b) if (!is.na(air_p[b, a])) list(groups = c(a, b), p = air_p[b, a]))), FALSE)),
  twos = list(two(c(1.1, 2.3, 4.2, 0.7), c(2.0, 5.1, 3.3)), two(c(1, 2, 2, 5, 9), c(2, 3, 3, 8)), two(round(rnorm(8), 2), round(rnorm(7, 1), 2)), two(rpois(9, 3), rpois(8, 4)), two(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.90, 0.74, 1.21))),
  ones = list(one(c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30) - c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)), one(round(rnorm(12, 0.4), 3)), one(c(1, -1, 2, 3, -2, 4, 0, 5)), one(sleep$extra[11:20] - sleep$extra[1:10])),
  blocks = list(blocks(matrix(c(5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70), 5, byrow = TRUE)), blocks(matrix(rpois(40, 3), 10)), blocks(as.matrix(expand.grid(1:3, c(2, 2, 5), 4)[1:6, ])))
))
