# Several raters, paired shares, symmetry, standardised differences, pairwise t tests, scores on both sides. Run: Rscript packages/stats/reference/compared.R
# irr, irrCAC, contingencytables, exact2x2, tableone and coin are not installed: the formulas of their papers stand here, otherwise written than in src.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
quiet <- suppressWarnings; set.seed(1971)
raters <- function(m, q) { # Gwet 2008 by matrices; rows subjects, NA no rating; z of Fleiss, Nee and Landis where all are rated
  a <- t(apply(m, 1, function(r) tabulate(r, q))); a <- a[rowSums(a) > 0, , drop = FALSE]; r <- rowSums(a); n <- nrow(a); two <- r > 1; n2 <- sum(two)
  pa <- ifelse(two, rowSums(a * (a - 1)) / pmax(1, r * (r - 1)), 0); obs <- sum(pa) / n2; pi <- colMeans(a / r)
  one <- function(pe, near) { k <- (obs - pe) / (1 - pe); own <- (n / n2) * (pa - pe * two) / (1 - pe) - 2 * (1 - k) * (near - pe) / (1 - pe); se <- sqrt(sum((own - k)^2) / (n * (n - 1))); c(k, se, pmin(1, pmax(-1, k + c(-1, 1) * qt(0.975, n - 1) * se))) }
  f <- one(sum(pi^2), drop(a %*% pi) / r); b <- one(1 / q, 1 / q); z <- NA
  if (length(unique(r)) == 1) { k <- r[1]; pq <- pi * (1 - pi); z <- f[1] / (sqrt(2 / (n * k * (k - 1))) * sqrt(sum(pq)^2 - sum(pq * (1 - 2 * pi))) / sum(pq)) }
  list(m = lapply(seq_len(nrow(m)), function(i) m[i, ]), q = q, observed = obs, fleiss = f, free = b, z = z) }
long <- function(counts) t(apply(counts, 1, function(r) rep(seq_along(r), r)))
fleiss <- rbind(c(0, 0, 0, 0, 14), c(0, 2, 6, 4, 2), c(0, 0, 3, 5, 6), c(0, 3, 9, 2, 0), c(2, 2, 8, 1, 1), c(7, 7, 0, 0, 0), c(3, 2, 6, 3, 0), c(2, 5, 3, 2, 2), c(6, 5, 2, 1, 0), c(0, 2, 2, 3, 7)) # the worked example of many textbooks: 0.210
gwet <- rbind(c(1, 1, NA, 1), c(2, 2, 3, 2), c(3, 3, 3, 3), c(3, 3, 3, 3), c(2, 2, 2, 2), c(1, 2, 3, 4), c(4, 4, 4, 4), c(1, 1, 2, 1), c(2, 2, 2, 2), c(NA, 5, 5, 5), c(NA, NA, 1, 1), c(NA, NA, 3, NA)) # Gwet's and Krippendorff's: 0.76117 (0.15302), 0.77273 (0.14472)
paired <- function(m) { n <- sum(m); p <- c(sum(m[1, ]), sum(m[, 1])) / n; ci <- sapply(p, function(x) quiet(prop.test(round(x * n), n, correct = FALSE)$conf.int)); d <- p[1] - p[2]
  o <- m[1, 1] * m[2, 2] - m[1, 2] * m[2, 1]; o <- if (o > 0) max(0, o - n / 2) else o; e <- prod(rowSums(m), colSums(m)); f <- if (e == 0) 0 else o / sqrt(e); v <- function(x, y) sqrt(sum(c(x, -y) * (matrix(c(1, f, f, 1), 2) %*% c(x, -y))))
  b <- m[1, 2]; c <- m[2, 1]; odds <- function(x) if (x == 1) NA else x / (1 - x)
  list(m = c(t(m)), newcombe = c(d, d - v(p[1] - ci[1, 1], ci[2, 2] - p[2]), d + v(ci[2, 1] - p[1], p[2] - ci[1, 2])), wald = (b - c) / n + c(0, -1, 1) * qnorm(0.975) * sqrt(b + c - (b - c)^2 / n) / n,
    odds = if (b + c > 0) c(odds(b / (b + c)), sapply(binom.test(b, b + c)$conf.int, odds)) else c(NA, NA, NA)) }
bowker <- function(m) { t <- mcnemar.test(m); list(m = lapply(seq_len(nrow(m)), function(i) m[i, ]), values = c(t$statistic, t$parameter, t$p.value)) }
shares <- function(x, y) { p <- (x / sum(x))[-1]; q <- (y / sum(y))[-1]; s <- ((diag(p, length(p)) - outer(p, p)) + (diag(q, length(q)) - outer(q, q))) / 2; list(x = x, y = y, value = sqrt(drop(t(p - q) %*% solve(s) %*% (p - q)))) }
means <- function(x, y) list(x = x, y = y, value = (mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2))
pairs <- function(v, g) { t <- pairwise.t.test(v, g, p.adjust.method = "none")$p.value; list(v = v, g = as.character(g), p = many(t[lower.tri(t, diag = TRUE)])) }
plain <- function(x, y) list(x = x, y = y, p = quiet(wilcox.test(x, y, exact = FALSE, correct = FALSE)$p.value))
linear <- function(m, r, s) { e <- expand.grid(i = seq_along(r), j = seq_along(s)); w <- m[cbind(e$i, e$j)]; list(m = lapply(seq_len(nrow(m)), function(i) m[i, ]), r = r, s = s, chi2 = (sum(m) - 1) * cor(rep(r[e$i], w), rep(s[e$j], w))^2) }
job <- rbind(c(1, 3, 10, 6), c(2, 3, 10, 7), c(1, 6, 14, 12), c(0, 1, 9, 11)) # income by job satisfaction
write_reference("compared", list(
  raters = list(raters(long(fleiss), 5), raters(gwet, 5), raters(matrix(sample(3, 60, TRUE), 20), 3), raters(matrix(sample(3, 60, TRUE), 20), 4)),
  paired = list(paired(rbind(c(1, 1), c(7, 12))), paired(rbind(c(59, 6), c(16, 80))), paired(rbind(c(40, 0), c(3, 10))), paired(rbind(c(20, 0), c(0, 5)))),
  bowker = list(bowker(rbind(c(11, 1, 0), c(5, 2, 3), c(6, 4, 7))), bowker(rbind(c(4, 2, 1, 1), c(3, 6, 2, 1), c(5, 2, 7, 3), c(1, 9, 2, 9)))),
  shares = list(shares(c(14, 6), c(6, 30)), shares(c(10, 20, 30), c(25, 5, 12)), shares(c(1, 7, 9, 3), c(4, 4, 4, 4))),
  means = list(means(sleep$extra[1:10], sleep$extra[11:20]), means(round(rnorm(12), 2), round(rnorm(30, 1, 3), 2))),
  pairs = list(pairs(PlantGrowth$weight, PlantGrowth$group), pairs(airquality$Ozone[!is.na(airquality$Ozone)], airquality$Month[!is.na(airquality$Ozone)])),
  plain = list(plain(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.90, 0.74, 1.21)), plain(rpois(20, 3), rpois(15, 4))),
  linear = list(linear(job, c(7.5, 20, 32.5, 60), c(1, 3, 4, 5)), linear(job, 1:4, 1:4), linear(rbind(c(5, 2), c(3, 3), c(1, 6)), 0:2, 0:1))
))
