# Accelerated failure time regression. Run: Rscript packages/stats/reference/parametric.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(2004)
tight <- survreg.control(maxiter = 100, rel.tolerance = 1e-14)
answer <- function(t, e, x, w = NULL) {
  one <- function(dist) {
    f <- survreg(Surv(t, e) ~ x, dist = dist, weights = w, control = tight); v <- sqrt(diag(f$var)); p <- ncol(x); q <- c(0.1, 0.5, 0.9)
    z <- c(1, x[1, ]); full <- dist != "exponential"
    u <- vapply(q, function(s) { base <- switch(dist, lognormal = qnorm(s), loglogistic = qlogis(s), log(-log1p(-s))); slope <- c(z, if (full) base * f$scale); c(sum(z * coef(f)) + base * f$scale, sqrt(drop(slope %*% f$var %*% slope))) }, c(0, 0))
    list(beta = coef(f), se = v[seq_len(p + 1)], scale = f$scale, logError = if (full) v[p + 2] else 0, logLik = f$loglik, quantile = u[1, ], quantileError = u[2, ])
  }
  list(t = t, e = e, w = w, x = lapply(seq_len(ncol(x)), function(j) x[, j]), fits = list(exponential = one("exponential"), weibull = one("weibull"), lognormal = one("lognormal"), loglogistic = one("loglogistic")))
}
lu <- subset(lung, !is.na(ph.ecog)); m <- function(...) { x <- cbind(...); colnames(x) <- NULL; x }
t <- round(rexp(50) * 20, 1) + 0.1
write_reference("parametric", list(sets = list(answer(lu$time, as.numeric(lu$status == 2), m(lu$age, lu$sex, lu$ph.ecog)), answer(ovarian$futime, ovarian$fustat, m(ovarian$age, ovarian$rx)),
  answer(t, rbinom(50, 1, 0.7), m(round(rnorm(50), 2)), round(runif(50, 0.5, 2), 2)))), "survival")
