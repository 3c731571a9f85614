# What R answers where `osteon survival` is asked on exported data sets. Run: Rscript packages/questions/tests/reference/survival-command.R
suppressMessages(library(survival))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
script <- file.path(here, "../../../stats/reference/write-json.R")
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
  comparisons = local({ w <- t.test(age ~ sex, lung); v <- wilcox.test(age ~ sex, lung, exact = FALSE); k <- kruskal.test(age ~ ph.ecog, lung); a <- anova(lm(age ~ factor(ph.ecog), lung)); s <- table(death$status, death$sex); y <- table(death$rx, death$sex)
    list(welch = c(w$statistic, w$p.value), rank = c(v$statistic, v$p.value), kruskal = k$p.value, anova = a[1, "Pr(>F)"], chisq = chisq.test(s, correct = FALSE)$p.value, yates = chisq.test(s)$p.value, fisher = fisher.test(s)$p.value,
      means = tapply(lung$age, lung$sex, mean), quartiles = as.vector(sapply(split(lung$age, lung$sex), quantile, c(0.25, 0.5, 0.75))), table1 = c(chisq.test(y, correct = FALSE)$p.value, kruskal.test(nodes ~ rx, death)$p.value)) }),
  competing = local({ suppressMessages(library(cmprsk)); d <- with(mgus2, data.frame(time = ifelse(pstat == 0, futime, ptime), cause = ifelse(pstat == 0, 2 * death, 1), sex = as.character(sex), age = age))
    a <- cuminc(d$time, d$cause, d$sex); p <- timepoints(a, c(60, 120)); f <- crr(d$time, d$cause, d$age, failcode = 1, gtol = 1e-12, maxiter = 50)
    list(csv = csv(d), incidence = lapply(c("F 1", "F 2", "M 1", "M 2"), function(r) p$est[r, ]), variance = lapply(c("F 1", "F 2", "M 1", "M 2"), function(r) p$var[r, ]), gray = many(a$Tests[, "stat"]), beta = f$coef, se = sqrt(f$var[1, 1])) }),
  mgus2 = list(csv = csv(mgus2[, c("age", "sex", "mspike", "ptime", "pstat", "futime", "death")]), km = km(survfit(Surv(futime, death) ~ sex, mgus2, conf.type = "log-log"), c(60, 120), 240),
    logRank = rank(survdiff(Surv(futime, death) ~ sex, mgus2)), cox = cox(coxph(Surv(futime, death) ~ age + sex + mspike, mgus2, control = tight)))
), "survival")
