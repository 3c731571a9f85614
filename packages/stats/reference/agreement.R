# Correlation and agreement. Run: Rscript packages/stats/reference/agreement.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(1969); quiet <- suppressWarnings
correlate <- function(x, y) { p <- cor.test(x, y, conf.level = 0.9); tied <- anyDuplicated(x) > 0 || anyDuplicated(y) > 0
  k <- function(...) quiet(cor.test(x, y, method = "kendall", ...)$p.value)
  list(x = x, y = y, spearman = if (!tied && length(x) > 9) cor.test(x, y, method = "spearman", exact = TRUE)$p.value, r = c(p$estimate, p$p.value, if (length(x) > 3) p$conf.int), tau = cor(x, y, method = "kendall"), exact = if (!tied) k(exact = TRUE), approximate = k(exact = FALSE), corrected = k(exact = FALSE, continuity = TRUE)) }
kappa <- function(m, weights) { # Fleiss, Cohen and Everitt 1969, written as matrices
  n <- sum(m); k <- nrow(m); p <- m / n; r <- rowSums(p); c <- colSums(p); d <- abs(outer(1:k, 1:k, "-")) / (k - 1); w <- switch(weights, unweighted = diag(k), linear = 1 - d, quadratic = 1 - d^2)
  po <- sum(w * p); pe <- sum(w * outer(r, c)); est <- (po - pe) / (1 - pe); u <- outer(drop(w %*% c), drop(t(w) %*% r), "+")
  c(est, sqrt((sum(p * (w - u * (1 - est))^2) - (est - pe * (1 - est))^2) / (n * (1 - pe)^2)), sqrt((sum(outer(r, c) * (w - u)^2) - pe^2) / (n * (1 - pe)^2))) }
icc <- function(m, alpha = 0.05) { # mean squares from aov, formulas of Shrout and Fleiss 1979
  n <- nrow(m); k <- ncol(m); d <- data.frame(v = c(m), s = factor(rep(1:n, k)), r = factor(rep(1:k, each = n))); a <- summary(aov(v ~ s + r, d))[[1]][, "Mean Sq"]; b <- a[1]; j <- a[2]; e <- a[3]; w <- summary(aov(v ~ s, d))[[1]][2, "Mean Sq"]; q <- 1 - alpha / 2
  f1 <- b / w; f3 <- b / e; l1 <- c(f1 / qf(q, n - 1, n * (k - 1)), f1 * qf(q, n * (k - 1), n - 1)); l3 <- c(f3 / qf(q, n - 1, (n - 1) * (k - 1)), f3 * qf(q, (n - 1) * (k - 1), n - 1))
  i2 <- (b - e) / (b + (k - 1) * e + k * (j - e) / n); fj <- j / e; v <- (k - 1) * (n - 1) * (k * i2 * fj + n * (1 + (k - 1) * i2) - k * i2)^2 / ((n - 1) * k^2 * i2^2 * fj^2 + (n * (1 + (k - 1) * i2) - k * i2)^2); fu <- qf(q, n - 1, v); fl <- qf(q, v, n - 1)
  l2 <- c(n * (b - fu * e) / (fu * (k * j + (k * n - k - n) * e) + n * b), n * (fl * b - e) / (k * j + (k * n - k - n) * e + n * fl * b)); up <- function(x) x * k / (1 + x * (k - 1))
  list(m = lapply(1:n, function(i) m[i, ]), values = list(ICC1 = c((b - w) / (b + (k - 1) * w), (l1 - 1) / (l1 + k - 1), f1), ICC2 = c(i2, l2, f3), ICC3 = c((b - e) / (b + (k - 1) * e), (l3 - 1) / (l3 + k - 1), f3),
    ICC1k = c((b - w) / b, 1 - 1 / l1, f1), ICC2k = c((b - e) / (b + (j - e) / n), up(l2), f3), ICC3k = c((b - e) / b, 1 - 1 / l3, f3))) }
bland <- function(x, y) { d <- x - y; n <- length(d); s <- sd(d); z <- qnorm(0.975); t <- qt(0.975, n - 1); e <- s * sqrt(1 / n + z^2 / (2 * (n - 1))); about <- function(v, e) c(v, v - t * e, v + t * e)
  list(x = x, y = y, bias = about(mean(d), s / sqrt(n)), lower = about(mean(d) - z * s, e), upper = about(mean(d) + z * s, e)) }
shrout <- matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), 6, byrow = TRUE)
m1 <- matrix(c(106, 10, 4, 22, 28, 10, 2, 12, 6), 3, byrow = TRUE); m2 <- matrix(c(88, 14, 18, 10, 40, 10, 2, 6, 12), 3, byrow = TRUE); m3 <- matrix(c(5, 2, 1, 0, 3, 6, 2, 1, 0, 2, 7, 3, 1, 0, 2, 9), 4, byrow = TRUE)
write_reference("agreement", list(
  pairs = list(correlate(c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8)), correlate(rpois(30, 3), rpois(30, 3)), correlate(1e7 + round(rnorm(25), 2), round(rnorm(25), 2)), correlate(round(rnorm(12), 3), round(rnorm(12), 3)), correlate(c(1, 2, 4), c(2, 1, 5))),
  kappas = lapply(list(m1, m2, m3), function(m) list(m = lapply(seq_len(nrow(m)), function(i) m[i, ]), values = lapply(c("unweighted", "linear", "quadratic"), function(w) kappa(m, w)))),
  iccs = list(icc(shrout), icc(matrix(round(rnorm(30, rep(rnorm(10, 0, 2), 3)), 2), 10))), blands = list(bland(c(494, 395, 516, 434, 476, 557, 413, 442, 650, 433), c(512, 430, 520, 428, 500, 600, 364, 380, 658, 445)))
))
