# Writes reference.json: what R answers on public and random data sets. Run: Rscript packages/stats/reference/reference.R
# The data go into the file with the answers, so that the tests need no R. Needs r-base-core and r-cran-survival.
suppressMessages(library(survival))
set.seed(20170501)
num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
js <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x) && !is.null(names(x))) return(paste0("{", paste0("\"", names(x), "\":", vapply(x, js, ""), collapse = ","), "}"))
  if (is.list(x)) return(paste0("[", paste0(vapply(x, js, ""), collapse = ","), "]"))
  if (is.character(x)) { v <- paste0("\"", x, "\""); return(if (length(v) == 1) v else paste0("[", paste0(v, collapse = ","), "]")) }
  v <- num(as.numeric(x)); if (length(v) == 1) v else paste0("[", paste0(v, collapse = ","), "]")
}
arr <- function(x) if (length(x) == 1) list(as.numeric(x)) else as.numeric(x)

# Distribution of D under Lilliefors' null, p by Dallal and Wilkinson (1986), written from the paper's formula.
dallal <- function(d, n) {
  k <- if (n <= 100) d else d * (n / 100)^0.49; m <- min(n, 100)
  exp(-7.01256 * k^2 * (m + 2.78019) + 2.99587 * k * sqrt(m + 2.78019) - 0.122119 + 0.974598 / sqrt(m) + 1.67997 / m)
}
kolmogorov <- function(z) { # both theta series, 200 terms, in the form that converges
  if (z < 1) 1 - sqrt(2 * pi) / z * sum(exp(-(2 * (1:200) - 1)^2 * pi^2 / (8 * z^2)))
  else 2 * sum((-1)^(0:199) * exp(-2 * (1:200)^2 * z^2))
}
describe <- function(x) {
  y <- x[!is.na(x)]
  d <- suppressWarnings(ks.test(y, "pnorm", mean(y), sd(y))$statistic)
  list(x = arr(x), mean = mean(y), sd = sd(y), quantiles = lapply(1:9, function(t) arr(quantile(y, c(0.1, 0.25, 0.5, 0.9), type = t, names = FALSE))),
       ksD = unname(d), ksP = kolmogorov(sqrt(length(y)) * unname(d)), lillieforsP = dallal(unname(d), length(y)),
       w = unname(shapiro.test(y)$statistic), wP = shapiro.test(y)$p.value)
}
samples <- list(lung$age, lung$wt.loss, round(rnorm(56, 31.7, 24.4)), rpois(40, 3), round(rexp(30), 2), c(1, 2, 2, 9), c(-3, 0, 0.5, 7, 7, 7, 8), rnorm(500), 1:7, c(1, 5, 9))

table2 <- function(m) {
  q <- suppressWarnings(list(chisq.test(m, correct = FALSE), chisq.test(m)))
  list(m = arr(m), chi2 = unname(q[[1]]$statistic), p = q[[1]]$p.value, correctedChi2 = unname(q[[2]]$statistic), correctedP = q[[2]]$p.value, fisher = fisher.test(m)$p.value)
}
tables <- list(matrix(c(14, 6, 6, 30), 2), matrix(c(1, 9, 11, 3), 2), matrix(c(0, 5, 7, 12), 2), matrix(c(5, 4, 4, 30), 2), matrix(c(3, 3, 3, 3), 2), matrix(c(120, 80, 95, 140), 2), matrix(c(1, 1, 1, 1), 2), matrix(c(400, 2, 3, 500), 2))

limits <- function(xn) { x <- xn[1]; n <- xn[2]
  list(x = x, n = n, wilson = arr(suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)), clopper = arr(binom.test(x, n)$conf.int)) }

ranks <- function(g, v) {
  t <- suppressWarnings(wilcox.test(v[g == 1], v[g == 0], exact = FALSE, correct = TRUE))
  s <- suppressWarnings(cor.test(g, v, method = "spearman", exact = FALSE))
  list(g = arr(g), v = arr(v), w = unname(t$statistic), p = t$p.value, rho = unname(s$estimate), rhoP = s$p.value)
}
scatter <- function(x, y) { s <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE)); list(x = arr(x), y = arr(y), rho = unname(s$estimate), p = s$p.value) }

km <- function(time, event, at = c()) {
  one <- function(type) {
    f <- survfit(Surv(time, event) ~ 1, conf.type = type)
    q <- quantile(f, 0.5); t <- summary(f)$table
    list(time = arr(f$time), risk = arr(f$n.risk), events = arr(f$n.event), censored = arr(f$n.censor), surv = arr(f$surv), se = arr(f$std.err * f$surv),
         lower = arr(f$lower), upper = arr(f$upper), printMedian = arr(t[c("median", "0.95LCL", "0.95UCL")]), quantileMedian = arr(c(q$quantile, q$lower, q$upper)))
  }
  list(x = arr(time), e = arr(event), loglog = one("log-log"), log = one("log"), plain = one("plain"))
}
compare <- function(time, event, group) {
  d <- survdiff(Surv(time, event) ~ group)
  list(x = arr(time), e = arr(event), g = as.character(group), chi2 = d$chisq, p = pchisq(d$chisq, length(d$n) - 1, lower.tail = FALSE), expected = arr(d$exp), observed = arr(d$obs))
}
flat <- list(time = c(54, 75, 77, 84, 87, 92, 95, 100, 110, 118), event = c(1, 1, 1, 1, 1, 0, 0, 0, 0, 0))
r1 <- list(time = sample(1:12, 40, TRUE), event = rbinom(40, 1, 0.4), group = sample(c("a", "b", "c"), 40, TRUE))
r2 <- list(time = c(sample(0:30, 59, TRUE), 40), event = c(rbinom(59, 1, 0.15), 1), group = rep(c("x", "y"), 30))
roc <- function(score, truth) { # DeLong by hand, from the 1988 paper
  p <- score[truth == 1]; q <- score[truth == 0]; k <- outer(p, q, function(a, b) (a > b) + (a == b) / 2)
  a <- mean(k); se <- sqrt(var(rowMeans(k)) / length(p) + var(colMeans(k)) / length(q))
  list(score = arr(score), truth = arr(truth), area = a, se = se)
}
out <- list(
  R = R.version.string, survival = as.character(packageVersion("survival")),
  tails = list(z = arr(c(-38, -8, -1.96, 0, 3, 8.3, 20)), normalUpper = arr(pnorm(c(-38, -8, -1.96, 0, 3, 8.3, 20), lower.tail = FALSE)),
               x = arr(c(0.001, 1, 3.84, 60.3, 700)), chi1 = arr(pchisq(c(0.001, 1, 3.84, 60.3, 700), 1, lower.tail = FALSE)), chi5 = arr(pchisq(c(0.001, 1, 3.84, 60.3, 700), 5, lower.tail = FALSE)),
               t = arr(c(0.1, 2, 12, 40)), t3 = arr(2 * pt(-c(0.1, 2, 12, 40), 3)), t1000 = arr(2 * pt(-c(0.1, 2, 12, 40), 1000)), f = arr(pf(c(0.5, 4, 60), 3, 20, lower.tail = FALSE))),
  samples = lapply(samples, describe), tables = lapply(tables, table2),
  limits = lapply(list(c(0, 8), c(8, 8), c(5, 27), c(40, 56), c(55, 56), c(1, 1), c(350, 1000)), limits),
  ranks = list(ranks(as.numeric(lung$sex == 2), lung$age), ranks(rbinom(25, 1, 0.5), rpois(25, 4)), ranks(c(0, 1, 1, 0, 1), c(1, 2, 3, 4, 5))),
  pairs = list(scatter(lung$age, lung$time), scatter(rpois(30, 2), rpois(30, 2)), scatter(c(1, 2, 3, 4, 5), c(2, 1, 4, 3, 9))),
  curves = list(km(lung$time, as.numeric(lung$status == 2)), km(flat$time, flat$event), km(r1$time, r1$event), km(r2$time, r2$event), km(c(5, 5, 5), c(0, 0, 0)), km(7, 1), km(c(0, 1, 1, 2, 3, 3), c(1, 1, 0, 1, 1, 1)), km(c(2, 4, 6, 8), c(1, 1, 0, 0)), km(c(2, 4, 6, 8), c(1, 1, 1, 0))),
  comparisons = list(compare(lung$time, as.numeric(lung$status == 2), as.character(lung$sex)), compare(veteran$time, veteran$status, as.character(veteran$celltype)), compare(r1$time, r1$event, r1$group), compare(r2$time, r2$event, r2$group)),
  rocs = list(roc(lung$age, as.numeric(lung$status == 2)), roc(rpois(60, 30), rbinom(60, 1, 0.5)))
)
# Kilobytes matter more than names: one line, 17 significant digits.
path <- sub("reference.R$", "reference.json", sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
cat(js(out), file = path)
