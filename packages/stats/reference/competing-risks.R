# Competing risks: incidence with both variances, Gray's test, Fine and Gray's model. Run: Rscript packages/stats/reference/competing-risks.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival)); suppressMessages(library(cmprsk))
set.seed(1988)
mg <- with(mgus2, data.frame(t = ifelse(pstat == 0, futime, ptime), e = ifelse(pstat == 0, 2 * death, 1), g = as.character(sex), s = ifelse(age > 70, "old", "young"), age = age, male = as.numeric(sex == "M")))
draw <- function(n, days, k, p = c(0.3, 0.4, 0.3)) data.frame(t = sample(days, n, TRUE), e = sample(0:2, n, TRUE, p), g = sample(letters[1:k], n, TRUE), s = sample(c("u", "v"), n, TRUE), age = round(rnorm(n, 50, 9), 1), male = rbinom(n, 1, 0.5))
sets <- list(mgus2 = mg, tied = draw(90, 1:9, 3), apart = draw(60, 1:1000, 2), heavy = draw(80, 1:30, 2, c(0.8, 0.1, 0.1)))
tests <- function(a, k) list(chi2 = many(a$Tests[, "stat"]), p = many(a$Tests[, "pv"]))
answer <- function(d) {
  a <- cuminc(d$t, d$e, d$g); b <- cuminc(d$t, d$e, d$g, strata = d$s)
  one <- survfit(Surv(t, factor(e, 0:2)) ~ g, d, conf.type = "plain"); log_limits <- survfit(Surv(t, factor(e, 0:2)) ~ g, d, conf.type = "log"); loglog <- survfit(Surv(t, factor(e, 0:2)) ~ g, d, conf.type = "log-log")
  times <- sort(unique(d$t)); times <- unique(times[pmax(1, round(seq(1, length(times), length.out = 12)))]); p <- timepoints(a, times)
  curves <- unlist(lapply(sort(unique(d$g), method = "radix"), function(g) lapply(1:2, function(k) {
    row <- paste(g, k); at <- function(f, what) { i <- which(sub("g=", "", rep(names(f$strata), f$strata)) == g); s <- f$time[i]; v <- f[[what]][i, k + 1]; v[pmax(1, findInterval(times, s))] } # times before the first are not kept
    keep <- times >= min(d$t[d$g == g]) & times <= max(d$t[d$g == g])
    list(group = g, cause = k, times = times[keep], incidence = p$est[row, keep], variance = p$var[row, keep], jackknife = at(one, "std.err")[keep],
      plain = list(at(one, "lower")[keep], at(one, "upper")[keep]), log = list(at(log_limits, "lower")[keep], at(log_limits, "upper")[keep]), loglog = list(at(loglog, "lower")[keep], at(loglog, "upper")[keep]))
  })), FALSE)
  fg <- lapply(1:2, function(k) { f <- crr(d$t, d$e, cbind(d$age, d$male), failcode = k, gtol = 1e-12, maxiter = 50); list(beta = f$coef, se = sqrt(diag(f$var)), logLik = c(f$loglik.null, f$loglik)) })
  c(as.list(d), list(curves = curves, gray = tests(a), stratified = tests(b), fineGray = fg))
}
write_reference("competing-risks", list(sets = lapply(sets, answer)), c("survival", "cmprsk"))
