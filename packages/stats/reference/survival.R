# Curves, quantiles, survival at times, follow-up, comparisons. Run: Rscript packages/stats/reference/survival.R
# What each set is there for stands beside it. Data go in as tallies: time, event, count.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(497)
sets <- list(
  ovarian = list(t = ovarian$futime, e = ovarian$fustat),
  veteran = list(t = veteran$time, e = veteran$status),
  flat = list(t = c(54, 75, 77, 84, 87, 92, 95, 100, 110, 118), e = c(1, 1, 1, 1, 1, 0, 0, 0, 0, 0)), # S = 0.5 to the end: R's two medians
  flatThenFalls = list(t = c(2, 4, 6, 8), e = c(1, 1, 0, 1)),                                       # S = 0.5, later below
  timeZero = list(t = c(0, 0, 1, 3, 3), e = c(1, 0, 1, 1, 0)),
  oneEvent = list(t = 7, e = 1), oneCensored = list(t = 7, e = 0), nobody = list(t = c(1, 2, 2), e = c(0, 0, 0)),
  tied = list(t = sample(1:9, 60, TRUE), e = rbinom(60, 1, 0.5)),                                   # censored at event times
  heavy = list(t = sample(0:400, 120, TRUE), e = rbinom(120, 1, 0.06)),
  fractional = list(t = round(rexp(50) * 3, 2), e = rbinom(50, 1, 0.7)),
  toZero = list(t = c(sample(1:30, 39, TRUE), 31), e = c(rbinom(39, 1, 0.5), 1))
)
shares <- c(0.1, 0.25, 0.5, 0.75)
curve <- function(set) {
  f <- function(type, level = 0.95) survfit(Surv(set$t, set$e) ~ 1, conf.type = type, conf.int = level)
  plain <- f("plain"); times <- sort(unique(c(0, 0.5, range(set$t), max(set$t) + 10, floor(median(set$t)))))
  band <- function(fit) { q <- quantile(fit, shares); print <- summary(fit)$table[c(7, 8, 9)]
    s <- summary(fit, times = times, extend = TRUE)
    list(lower = many(fit$lower), upper = many(fit$upper), quantiles = list(q$quantile, q$lower, q$upper), print = print, atLower = many(s$lower), atUpper = many(s$upper)) }
  s <- summary(plain, times = times, extend = TRUE)
  # Whole days: half a day earlier puts the events of a day before its censorings. Fractional times have no such gap and are skipped.
  whole <- all(set$t == floor(set$t))
  reverse <- if (whole) survfit(Surv(ifelse(set$e == 1, set$t - 0.5, set$t), 1 - set$e) ~ 1)
  keep <- if (whole) reverse$n.event > 0
  cells <- aggregate(list(n = rep(1, length(set$t))), list(t = set$t, e = set$e), sum)
  list(t = many(cells$t), e = many(cells$e), n = many(cells$n), time = many(plain$time), risk = many(plain$n.risk), events = many(plain$n.event), censored = many(plain$n.censor),
       survival = many(plain$surv), error = many(plain$std.err * plain$surv), plain = band(plain), log = band(f("log")), loglog = band(f("log-log")), log90 = band(f("log", 0.9)),
       times = times, at = many(s$surv),
       riskBefore = many(vapply(times, function(x) sum(set$t >= x), 1)), eventsBefore = many(vapply(times, function(x) sum(set$t < x & set$e == 1), 1)),
       reverse = if (whole) list(time = many(reverse$time[keep]), survival = many(reverse$surv[keep]), median = summary(reverse)$table[["median"]]))
}
comparison <- function(t, e, g, s = NULL) {
  d <- if (is.null(s)) survdiff(Surv(t, e) ~ g) else survdiff(Surv(t, e) ~ g + strata(s))
  total <- function(m) if (is.matrix(m)) rowSums(m) else m
  df <- sum(total(d$exp) > 0) - 1
  list(t = t, e = e, g = g, s = s, names = sub("g=", "", names(d$n)), n = as.vector(if (is.matrix(d$n)) rowSums(d$n) else d$n), observed = total(d$obs), expected = total(d$exp), chi2 = d$chisq, df = df, p = pchisq(d$chisq, df, lower.tail = FALSE))
}
g3 <- sample(c("B", "a", "C"), 90, TRUE)
write_reference("survival", list(shares = shares, curves = lapply(sets, curve), comparisons = list(
  comparison(ovarian$futime, ovarian$fustat, as.character(ovarian$rx)),
  comparison(ovarian$futime, ovarian$fustat, as.character(ovarian$rx), as.character(ovarian$resid.ds)),
  comparison(veteran$time, veteran$status, as.character(veteran$celltype), as.character(veteran$trt)),
  comparison(sample(1:12, 90, TRUE), rbinom(90, 1, 0.5), g3), comparison(sample(1:12, 90, TRUE), rbinom(90, 1, 0.5), g3, sample(c("s", "t", "u"), 90, TRUE)),
  comparison(c(1, 2, 5, 6, 7, 8, 9), c(0, 0, 1, 1, 0, 1, 1), c("gone", "gone", "x", "y", "x", "y", "y")), # a group gone before the first event
  comparison(c(1, 2, 3, 4, 5, 6, 7, 8), c(1, 1, 1, 1, 1, 1, 1, 1), c("x", "x", "x", "x", "y", "y", "y", "y"))
)), "survival")
