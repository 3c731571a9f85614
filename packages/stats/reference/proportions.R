# Proportions, rates, effects of 2x2 tables, paired and stratified tables, trend. Run: Rscript packages/stats/reference/proportions.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
quiet <- suppressWarnings; z <- qnorm(0.975)
share <- function(x, n) { m <- n + z^2; p <- (x + z^2 / 2) / m; a <- p + c(-1, 1) * z * sqrt(p * (1 - p) / m); j <- qbeta(c(0.025, 0.975), x + 0.5, n - x + 0.5); if (x == 0) j[1] <- 0; if (x == n) j[2] <- 1
  list(x = x, n = n, agresti = pmin(1, pmax(0, a)), jeffreys = j, p = c(binom.test(x, n)$p.value, binom.test(x, n, 0.3)$p.value)) }
rate <- function(x, t) list(x = x, t = t, limits = c(poisson.test(x, t)$conf.int))
ratio <- function(x, t) { r <- poisson.test(x, t, conf.level = 0.9); list(x = x, t = t, values = c(r$estimate, r$p.value, r$conf.int)) }
effect <- function(m) { # rows groups, first column the outcome
  x <- m[, 1]; n <- rowSums(m); p <- x / n; w <- quiet(prop.test(x, n, correct = FALSE)$conf.int); ci <- lapply(1:2, function(i) quiet(prop.test(x[i], n[i], correct = FALSE)$conf.int))
  new <- p[1] - p[2] + c(-sqrt((p[1] - ci[[1]][1])^2 + (ci[[2]][2] - p[2])^2), sqrt((ci[[1]][2] - p[1])^2 + (p[2] - ci[[2]][1])^2))
  rr <- p[1] / p[2]; or <- m[1, 1] * m[2, 2] / (m[1, 2] * m[2, 1])
  list(m = c(t(m)), wald = c(p[1] - p[2], w), newcombe = new, rr = rr * exp(c(0, -1, 1) * z * sqrt(sum(1 / x - 1 / n))), or = or * exp(c(0, -1, 1) * z * sqrt(sum(1 / m))))
}
mcnemar <- function(m) list(m = c(t(m)), corrected = c(mcnemar.test(m)$statistic, mcnemar.test(m)$p.value), plain = c(mcnemar.test(m, correct = FALSE)$statistic, mcnemar.test(m, correct = FALSE)$p.value), exact = binom.test(m[1, 2], m[1, 2] + m[2, 1])$p.value)
strata <- function(a) { one <- function(correct) { t <- mantelhaen.test(a, correct = correct, conf.level = 0.9); c(t$statistic, t$p.value, t$estimate, t$conf.int) }; list(tables = lapply(seq_len(dim(a)[3]), function(k) c(t(a[, , k]))), corrected = one(TRUE), plain = one(FALSE)) }
trend <- function(x, n, s) { t <- quiet(prop.trend.test(x, n, s)); r <- cor(rep(s, n), unlist(Map(function(a, b) rep(1:0, c(a, b - a)), x, n))); list(x = x, n = n, s = s, values = c(t$statistic, t$p.value), linear = (sum(n) - 1) * r^2) }
write_reference("proportions", list(
  shares = list(share(0, 8), share(8, 8), share(5, 27), share(35, 56), share(1, 1), share(350, 1000)), rates = list(rate(0, 12.5), rate(1, 3), rate(33, 187.2), rate(2500, 1e4)),
  ratios = list(ratio(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)), ratio(c(3, 9), c(10, 12)), ratio(c(0, 5), c(4, 5))),
  effects = list(effect(matrix(c(14, 6, 6, 30), 2)), effect(rbind(c(56, 14), c(48, 32))), effect(rbind(c(9, 1), c(3, 7)))),
  mcnemars = list(mcnemar(matrix(c(794, 86, 150, 570), 2)), mcnemar(matrix(c(10, 3, 8, 4), 2)), mcnemar(matrix(c(5, 4, 4, 1), 2))),
  strata = list(strata(UCBAdmissions), strata(array(c(2, 5, 3, 6, 4, 0, 5, 3, 1, 2, 2, 6), c(2, 2, 3))), strata(array(c(3, 2, 4, 3, 5, 4, 3, 2), c(2, 2, 2)))),
  trends = list(trend(c(83, 90, 129, 70), c(86, 93, 136, 82), 1:4), trend(c(3, 5, 9), c(20, 21, 19), c(0, 1, 5)))
))
