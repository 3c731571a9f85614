# What R answers where `osteon survival` is asked on exported data sets. Run: Rscript tests/acceptance/reference/survival-command.R
suppressMessages(library(survival))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
script <- file.path(here, "../../../packages/stats/reference/write-json.R")
sys.source(script, globalenv()); here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60) # R stops at 1e-9, which costs the tests of proportional hazards digits
csv <- function(data) paste(capture.output(write.csv(data, row.names = FALSE, quote = FALSE)), collapse = "\\n") # as JSON writes a new line
km <- function(fit, times, tau) { t <- summary(fit, rmean = tau)$table; s <- summary(fit, times = times, extend = TRUE)
  if (!is.matrix(t)) t <- t(as.matrix(t))
  list(n = many(t[, "records"]), events = many(t[, "events"]), median = many(t[, "median"]), lower = many(t[, "0.95LCL"]), upper = many(t[, "0.95UCL"]),
       rmean = many(t[, "rmean"]), rmeanError = many(t[, "se(rmean)"]), survival = many(s$surv), last = many(vapply(split(fit$surv, rep(seq_along(fit$strata), fit$strata)), function(x) tail(x, 1), 1))) }
cox <- function(fit, zph = TRUE) { s <- summary(fit); z <- if (zph) cox.zph(fit)$table; list(n = fit$n, logLik = fit$loglik, beta = many(coef(fit)), se = many(sqrt(diag(fit$var))), p = many(s$coefficients[, "Pr(>|z|)"]),
  lower = many(s$conf.int[, "lower .95"]), upper = many(s$conf.int[, "upper .95"]), concordance = unname(s$concordance), zph = if (zph) list(chi2 = many(z[, "chisq"]), p = many(z[, "p"]))) }
rank <- function(d) list(chi2 = d$chisq, p = pchisq(d$chisq, length(d$n) - 1, lower.tail = FALSE))
death <- subset(colon, etype == 2); death$rx <- as.character(death$rx); child <- cgd; child$treat <- as.character(child$treat)
write_reference("survival-command", list(
  lung = list(csv = csv(lung[, c("time", "status", "age", "sex", "ph.ecog")]), km = km(survfit(Surv(time, status) ~ sex, lung, conf.type = "log-log"), c(365, 730), 800),
    logRank = rank(survdiff(Surv(time, status) ~ sex, lung)), cox = cox(coxph(Surv(time, status) ~ age + sex + ph.ecog, lung, control = tight))),
  colon = list(csv = csv(death[, c("id", "rx", "sex", "nodes", "status", "time")]), km = km(survfit(Surv(time, status) ~ rx, death, conf.type = "log"), c(1000, 2000), 2500),
    logRank = rank(survdiff(Surv(time, status) ~ rx + strata(sex), death)), cox = cox(coxph(Surv(time, status) ~ rx + nodes + strata(sex), death, ties = "breslow", control = tight))),
  cgd = list(csv = csv(child[, c("id", "treat", "age", "tstart", "tstop", "status")]), cox = cox(coxph(Surv(tstart, tstop, status) ~ treat + age, child, cluster = id, control = tight))),
  mgus2 = list(csv = csv(mgus2[, c("age", "sex", "mspike", "ptime", "pstat", "futime", "death")]), km = km(survfit(Surv(futime, death) ~ sex, mgus2, conf.type = "log-log"), c(60, 120), 240),
    logRank = rank(survdiff(Surv(futime, death) ~ sex, mgus2)), cox = cox(coxph(Surv(futime, death) ~ age + sex + mspike, mgus2, control = tight)))
), "survival")
