# Tables, proportions, ranks, t tests, adjusted p, ROC. Run: Rscript packages/stats/reference/exact.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(1906)
# fisher.test stops its root finder at .Machine$double.eps^0.25; the same equations are solved here to the end.
noncentral <- function(m, log_odds) {
  row <- sum(m[1, ]); column <- sum(m[, 1]); other <- sum(m[2, ]); x <- max(0, column - other):min(row, column)
  l <- dhyper(x, row, other, column, log = TRUE) + x * log_odds; w <- exp(l - max(l)); list(x = x, w = w / sum(w))
}
solved <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-15, maxiter = 10000)$root)
tight <- function(m, level) {
  a <- m[1, 1]; x <- noncentral(m, 0)$x; tail <- (1 - level) / 2
  upper <- function(l) { d <- noncentral(m, l); sum(d$w[d$x >= a]) }; lower <- function(l) { d <- noncentral(m, l); sum(d$w[d$x <= a]) }
  c(if (a == min(x)) 0 else if (a == max(x)) Inf else solved(function(l) { d <- noncentral(m, l); sum(d$x * d$w) - a }),
    if (a == min(x)) 0 else solved(function(l) upper(l) - tail), if (a == max(x)) Inf else solved(function(l) tail - lower(l)))
}
two <- list(c(14, 6, 6, 30), c(1, 9, 11, 3), c(0, 5, 7, 12), c(3, 3, 3, 3), c(1, 1, 1, 1), c(9, 0, 2, 7), c(6, 0, 0, 5), c(400, 2, 3, 500), c(1200, 900, 1100, 1300), c(25, 31, 40, 9))
fishers <- lapply(two, function(v) { m <- matrix(v, 2, byrow = TRUE); f <- fisher.test(m, conf.level = 0.95)
  list(m = v, p = f$p.value, printed = c(f$estimate, f$conf.int), solved = tight(m, 0.95), solved90 = tight(m, 0.9)) })
big <- list(list(c(3, 1, 4), c(1, 5, 2)), list(c(0, 7), c(4, 2), c(5, 1)), list(c(2, 0, 1, 3), c(1, 4, 0, 2), c(3, 1, 5, 0)), list(c(10, 4), c(3, 12), c(6, 6), c(0, 5)),
            list(c(5, 0, 3), c(2, 0, 6)), list(c(18, 2, 9), c(11, 9, 4), c(5, 7, 12)))
tables <- lapply(big, function(rows) { m <- do.call(rbind, rows); q <- suppressWarnings(chisq.test(m, correct = FALSE))
  list(m = rows, chi2 = unname(q$statistic), df = unname(q$parameter), chiP = q$p.value, fisher = fisher.test(m, workspace = 2e7)$p.value) })
limits <- lapply(list(c(0, 8), c(8, 8), c(5, 27), c(40, 56), c(55, 56), c(1, 1), c(1, 3), c(350, 1000), c(1, 100000)), function(v) {
  p <- function(level, correct) many(suppressWarnings(prop.test(v[1], v[2], conf.level = level, correct = correct)$conf.int))
  list(x = v[1], n = v[2], wilson = p(0.95, FALSE), wilson99 = p(0.99, FALSE), corrected = p(0.95, TRUE), exact = many(binom.test(v[1], v[2])$conf.int), exact99 = many(binom.test(v[1], v[2], conf.level = 0.99)$conf.int)) })
pair <- function(x1, x0) { w <- wilcox.test(x1, x0, exact = TRUE); a <- wilcox.test(x1, x0, exact = FALSE); list(x1 = many(x1), x0 = many(x0), w = unname(w$statistic), p = w$p.value, approximate = a$p.value) }
rank_sums <- list(pair(c(1, 2, 3), c(4, 5, 6)), pair(3, c(1, 2)), pair(5, 1), pair(c(1.1, 2.7, 9), c(3, 0.5, 8, 2.2)), pair(sample(1000, 17), sample(1001:1400 - 500.5, 23)), pair(rnorm(50), rnorm(50, 1.5)))
correlate <- function(x, y) { s <- cor.test(x, y, method = "spearman", exact = TRUE); list(x = x, y = y, rho = unname(s$estimate), p = s$p.value) }
correlations <- lapply(c(3, 5, 7, 9, 9), function(n) correlate(sample(n), sample(n)))
correlations[[6]] <- correlate(1:8, 1:8); correlations[[7]] <- correlate(1:6, 6:1)
groups <- list(list(g = c("a", "a", "b", "b", "c"), v = c(1, 2, 2, 5, 9)), list(g = sample(c("x", "y", "z"), 60, TRUE), v = rpois(60, 3)), list(g = rep(c("p", "q"), 20), v = round(rexp(40), 2)))
kruskals <- lapply(groups, function(d) { k <- kruskal.test(d$v, factor(d$g)); c(d, list(h = unname(k$statistic), df = unname(k$parameter), p = k$p.value)) })
student <- function(x1, x0) { one <- function(equal) { t <- t.test(x1, x0, var.equal = equal, conf.level = 0.9); c(t$statistic, t$parameter, t$p.value, t$conf.int) }
  list(x1 = x1, x0 = x0, welch = unname(one(FALSE)), pooled = unname(one(TRUE))) }
students <- list(student(c(1, 2, 4), c(2, 3)), student(round(rnorm(30, 5, 2), 2), round(rnorm(12, 4, 6), 2)), student(1e6 + c(1, 2, 3, 9), 1e6 + c(4, 4, 5)))
ps <- c(0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 1, 0.0001)
auc <- function(score, truth) { # DeLong from the paper's definition: every pair, then variances of row and column means
  k <- outer(score[truth == 1], score[truth == 0], function(a, b) (a > b) + (a == b) / 2); se <- sqrt(var(rowMeans(k)) / nrow(k) + var(colMeans(k)) / ncol(k))
  list(score = score, truth = truth, area = mean(k), se = se, lower = max(0, mean(k) - qnorm(0.975) * se), upper = min(1, mean(k) + qnorm(0.975) * se)) }
write_reference("exact", list(
  fishers = fishers, tables = tables, limits = limits, rankSums = rank_sums, correlations = correlations, kruskals = kruskals, students = students,
  adjusted = list(p = ps, holm = p.adjust(ps, "holm"), bonferroni = p.adjust(ps, "bonferroni"), bh = p.adjust(ps, "BH")),
  rocs = list(auc(c(1, 2, 3, 4, 5, 6), c(0, 0, 1, 0, 1, 1)), auc(rpois(70, 5), rbinom(70, 1, 0.4)), auc(c(5, 6, 7, 1, 2), c(1, 1, 1, 0, 0)))
))
