# Recurrent events: mean cumulative function, Andersen-Gill, PWP, WLW. Run: Rscript packages/stats/reference/recurrent.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(6)
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
mean_function <- function(id, start, time, event) {
  f <- survfit(Surv(start, time, event) ~ 1, id = id); keep <- f$n.event > 0
  list(id = id, start = start, time = time, event = event, at = f$time[keep], risk = f$n.risk[keep], events = f$n.event[keep], mean = f$cumhaz[keep], error = f$std.chaz[keep])
}
gaps <- do.call(rbind, lapply(1:25, function(i) { s <- 0; rows <- NULL; for (k in 1:sample(1:4, 1)) { e <- s + sample(1:6, 1); rows <- rbind(rows, data.frame(id = i, start = s, time = e, event = rbinom(1, 1, 0.6))); s <- e + sample(0:2, 1) }; rows }))
models <- local({
  base <- subset(bladder2, !duplicated(id)); covariates <- c("rx", "number", "size")
  fit <- function(formula, data) { f <- coxph(formula, data, cluster = id, control = tight); list(beta = coef(f), se = sqrt(diag(f$var)), logLik = f$loglik) }
  history <- lapply(base$id, function(i) { own <- bladder2[bladder2$id == i, ]; list(id = i, until = max(own$stop), events = many(own$stop[own$event == 1])) })
  list(histories = history, covariates = lapply(covariates, function(v) list(name = v, values = base[[v]])),
    andersenGill = fit(Surv(start, stop, event) ~ rx + number + size, bladder2), pwpTotal = fit(Surv(start, stop, event) ~ rx + number + size + strata(enum), bladder2),
    pwpGap = fit(Surv(stop - start, event) ~ rx + number + size + strata(enum), bladder2), wlw = fit(Surv(stop, event) ~ rx + number + size + strata(enum), subset(bladder, id %in% base$id)))
})
write_reference("recurrent", list(means = list(cgd = mean_function(cgd$id, cgd$tstart, cgd$tstop, cgd$status), bladder = mean_function(bladder2$id, bladder2$start, bladder2$stop, bladder2$event),
  gaps = mean_function(gaps$id, gaps$start, gaps$time, gaps$event)), models = models), "survival")
