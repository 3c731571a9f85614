# Curves and comparisons with weights, delayed entry, near ties, every kind of limits and weight. Run: Rscript packages/stats/reference/curves.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(1703)
TYPES <- c(plain = "plain", log = "log", loglog = "log-log", logit = "logit", arcsine = "arcsin")
limits <- function(make) lapply(TYPES, function(type) { f <- make(type); list(lower = many(f$lower), upper = many(f$upper)) })
curve <- function(data, make, robust = FALSE) {
  f <- make("plain"); s <- summary(f, times = f$time)
  tau <- if (robust) NULL else unname(quantile(f$time, 0.7, type = 1)); r <- if (robust) NULL else summary(f, rmean = tau)$table
  c(data, list(at = many(f$time), risk = many(f$n.risk), events = many(f$n.event), survival = many(f$surv), error = many(s$std.err), limits = limits(make),
    tau = tau, rmean = if (robust) NULL else unname(r[["rmean"]]), rmeanError = if (robust) NULL else unname(r[["se(rmean)"]])))
}
n <- 80
t1 <- sample(1:25, n, TRUE); e1 <- rbinom(n, 1, 0.6); w1 <- round(runif(n, 0.2, 4), 3); entry <- pmax(0, t1 - sample(1:12, n, TRUE))
ft <- round(rexp(n) * 10, 1) + 0.1; fe <- rbinom(n, 1, 0.5); fs <- ft * round(runif(n, 0, 0.9), 1)
months <- function(days) c(days[1:12] / 30.4375, days[13:26] / 365.25 * 12, days[27:40] * 12 / 365.25) # three equal routes (T2)
mt <- months(sample(20:60, 40, TRUE)); me <- rbinom(40, 1, 0.7); mg <- rep(c("a", "b"), 20)
fits <- list(
  weighted = curve(list(t = t1, e = e1, w = w1), function(type) survfit(Surv(t1, e1) ~ 1, weights = w1, conf.type = type, robust = FALSE)),
  jackknife = curve(list(t = t1, e = e1, w = w1), function(type) survfit(Surv(t1, e1) ~ 1, weights = w1, conf.type = type, robust = TRUE), TRUE),
  jackknifeCounts = curve(list(t = t1, e = e1), function(type) survfit(Surv(t1, e1) ~ 1, conf.type = type, robust = TRUE), TRUE),
  entry = curve(list(t = t1, e = e1, s = entry), function(type) survfit(Surv(entry, t1, e1) ~ 1, conf.type = type)),
  entryWeighted = curve(list(t = ft, e = fe, s = fs, w = w1), function(type) survfit(Surv(fs, ft, fe) ~ 1, weights = w1, conf.type = type, robust = FALSE)),
  jackknifeEntry = curve(list(t = ft, e = fe, s = fs, w = w1), function(type) survfit(Surv(fs, ft, fe) ~ 1, weights = w1, conf.type = type, id = seq_along(ft), robust = TRUE), TRUE),
  nearTies = curve(list(t = mt, e = me), function(type) survfit(Surv(mt, me) ~ 1, conf.type = type)),
  lung = curve(list(t = lung$time, e = as.numeric(lung$status == 2)), function(type) survfit(Surv(time, status) ~ 1, lung, conf.type = type)),
  heart = curve(list(t = heart$stop, e = heart$event, s = heart$start), function(type) survfit(Surv(start, stop, event) ~ 1, heart, conf.type = type))
)
hazard <- function(t, e) { one <- function(ctype) { f <- survfit(Surv(t, e) ~ 1, ctype = ctype); list(hazard = many(f$cumhaz), error = many(f$std.chaz)) }
  list(t = t, e = e, together = one(1), apart = one(2)) }
# Weighted comparisons from their formulas; R has only G-rho. Rows of the risk table of each time, hypergeometric covariance.
weighted <- function(t, e, g, weight) {
  names <- sort(unique(g), method = "radix"); k <- length(names); o <- x <- numeric(k); v <- matrix(0, k, k); s <- peto <- 1
  for (at in sort(unique(t[e == 1]))) {
    r <- vapply(names, function(m) sum(t >= at & g == m), 1); d <- vapply(names, function(m) sum(t == at & e == 1 & g == m), 1); R <- sum(r); D <- sum(d)
    after <- peto * (1 - D / (R + 1)); w <- weight(R, s, after); o <- o + w * d; x <- x + w * D * r / R
    if (R > 1) v <- v + w^2 * D * (R - D) / (R - 1) * (diag(r / R) - outer(r, r) / R^2)
    s <- s * (1 - D / R); peto <- after
  }
  z <- (o - x)[-1]; chi2 <- drop(z %*% solve(v[-1, -1], z)); list(observed = o, expected = x, chi2 = chi2, p = pchisq(chi2, k - 1, lower.tail = FALSE))
}
families <- list(gehan = function(r, s, p) r, taroneWare = function(r, s, p) sqrt(r), peto = function(r, s, p) p, modifiedPeto = function(r, s, p) p * r / (r + 1),
  lateEffect = function(r, s, p) s^0.5 * (1 - s)^1.5)
comparison <- function(t, e, g, s = NULL) {
  rho <- function(rho) { d <- if (is.null(s)) survdiff(Surv(t, e) ~ g, rho = rho) else survdiff(Surv(t, e) ~ g + strata(s), rho = rho); total <- function(m) if (is.matrix(m)) rowSums(m) else m
    list(chi2 = d$chisq, observed = total(d$obs), expected = total(d$exp)) }
  d <- survdiff(Surv(t, e) ~ g); k <- length(d$n); score <- seq_len(k)^2; pairs <- combn(sub("g=", "", names(d$n)), 2)
  p <- apply(pairs, 2, function(two) { keep <- g %in% two; h <- survdiff(Surv(t[keep], e[keep]) ~ g[keep]); pchisq(h$chisq, 1, lower.tail = FALSE) })
  list(t = t, e = e, g = g, s = s, names = sub("g=", "", names(d$n)), half = rho(0.5), one = rho(1), families = if (is.null(s) && max(table(t)) > 1 && all(t == floor(t))) lapply(families, function(w) weighted(t, e, g, w)),
       trend = list(scores = score, z = sum(score * (d$obs - d$exp)) / sqrt(drop(score %*% d$var %*% score))), pairs = lapply(seq_len(ncol(pairs)), function(i) pairs[, i]), holm = many(p.adjust(p, "holm")))
}
ok <- !is.na(lung$ph.ecog) & lung$ph.ecog < 3
comparisons <- list(
  comparison(lung$time[ok], as.numeric(lung$status == 2)[ok], as.character(lung$ph.ecog[ok])),
  comparison(veteran$time, veteran$status, as.character(veteran$celltype), as.character(veteran$prior)),
  comparison(t1, e1, rep(c("x", "y"), 40)), comparison(mt, me, mg)
)
write_reference("curves", list(curves = fits, hazards = list(hazard(lung$time, as.numeric(lung$status == 2)), hazard(t1, e1)),
  robustHazards = list(local({ f <- survfit(Surv(t1, e1) ~ 1, weights = w1); list(t = t1, e = e1, w = w1, at = many(f$time), hazard = many(f$cumhaz), error = many(f$std.chaz)) }),
    local({ f <- survfit(Surv(fs, ft, fe) ~ 1, weights = w1); list(t = ft, e = fe, s = fs, w = w1, at = many(f$time), hazard = many(f$cumhaz), error = many(f$std.chaz)) })), comparisons = comparisons,
  means = local({ t <- summary(survfit(Surv(time, status) ~ sex, lung), rmean = 800)$table; d <- t["sex=2", "rmean"] - t["sex=1", "rmean"]; s <- sqrt(sum(t[, "se(rmean)"]^2)); c(d, s, 2 * pnorm(-abs(d / s))) }),
  landmark = local({ l <- lung[lung$time > 180, ]; d <- survdiff(Surv(time - 180, status) ~ sex, l); list(n = nrow(l), chi2 = d$chisq) })), "survival")
