# Logistic regression, plain and with Firth's penalty (modified score from its definition). Run: Rscript packages/stats/reference/logistic.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival)); suppressMessages(library(MASS))
set.seed(2002)
tight <- glm.control(epsilon = 1e-14, maxit = 100)
plain <- function(y, x, w = rep(1, length(y))) {
  f <- glm(y ~ x, family = binomial, weights = w, control = tight); s <- summary(f)$coefficients
  profile <- function(j, sign) { free <- x[, -j, drop = FALSE]; target <- deviance(f) + qchisq(0.95, 1); b <- coef(f)[j + 1]
    held <- function(v) (if (ncol(free)) deviance(glm(y ~ free + offset(v * x[, j]), family = binomial, weights = w, control = tight)) else deviance(glm(y ~ 1 + offset(v * x[, j]), family = binomial, weights = w, control = tight))) - target
    far <- 3 * s[j + 1, 2]; while (held(b + sign * far) < 0) far <- far * 1.5; b + sign * uniroot(function(a) held(b + sign * a), c(0, far), tol = 1e-13)$root }
  p <- ncol(x); list(y = y, x = lapply(seq_len(p), function(j) x[, j]), w = w, beta = many(s[, 1]), se = many(s[, 2]), p = many(s[, 4]), deviance = f$deviance, null = f$null.deviance, aic = f$aic,
    lower = many(vapply(seq_len(p), profile, 1, -1)), upper = many(vapply(seq_len(p), profile, 1, 1)))
}
root <- function(f, b) { for (i in 1:100) { v <- f(b); h <- 1e-5; j <- matrix(vapply(seq_along(b), function(k) { s <- replace(numeric(length(b)), k, h); (f(b + s) - f(b - s)) / (2 * h) }, v), length(b))
  step <- drop(solve(j, v)); if (max(abs(step)) > 1) step <- step / max(abs(step)); b <- b - step; if (max(abs(step)) < 1e-13) break }; b }
firth <- function(y, x) {
  m <- cbind(1, x); p <- ncol(m)
  at <- function(b) { c <- plogis(drop(m %*% b)); w <- c * (1 - c); info <- t(m) %*% (w * m); h <- diag(m %*% solve(info) %*% t(m)) * w; list(ll = sum(dbinom(y, 1, c, log = TRUE)) + log(det(info)) / 2, u = drop(t(m) %*% (y - c + h * (0.5 - c))), info = info) }
  best <- root(function(b) at(b)$u, numeric(p)); top <- at(best); se <- sqrt(diag(solve(top$info))); fall <- qchisq(0.95, 1) / 2
  held <- function(j, v) { b <- best; b[j] <- v; b[-j] <- root(function(rest) { b[-j] <- rest; at(b)$u[-j] }, best[-j]); at(b)$ll }
  end <- function(j, sign) { far <- 2 * se[j]; while (top$ll - held(j, best[j] + sign * far) < fall) far <- far * 2; best[j] + sign * uniroot(function(v) top$ll - held(j, best[j] + sign * v) - fall, c(0, far), tol = 1e-13)$root }
  list(y = y, x = lapply(seq_len(p - 1), function(j) x[, j]), beta = best, se = se, logLik = top$ll, lower = many(vapply(2:p, end, 1, -1)), upper = many(vapply(2:p, end, 1, 1)), p = many(vapply(2:p, function(j) pchisq(2 * (top$ll - held(j, 0)), 1, lower.tail = FALSE), 1)))
}
ok <- complete.cases(lung[, c("age", "sex", "ph.ecog")]); y <- as.numeric(lung$time > 300)[ok]; x <- as.matrix(lung[ok, c("age", "sex", "ph.ecog")]); colnames(x) <- NULL
grouped <- list(y = c(0, 1, 0, 1, 0, 1), x = cbind(c(0, 0, 1, 1, 2, 2)), w = c(12, 3, 9, 6, 4, 8))
small <- cbind(round(rnorm(24), 2), rbinom(24, 1, 0.5)); bw <- as.matrix(birthwt[, c("age", "lwt", "smoke", "ht")]); colnames(bw) <- NULL
separated <- cbind(c(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0), c(3, 1, 2, 4, 1, 3, 2, 5, 2, 4, 1, 3))
write_reference("logistic", list(fits = list(plain(y, x), plain(grouped$y, grouped$x, grouped$w), plain(rbinom(24, 1, 0.5), small), plain(birthwt$low, bw)),
  firth = list(firth(c(1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0), separated), firth(rbinom(24, 1, 0.4), small), firth(c(0, 0, 0, 1, 1, 1), cbind(1:6)))), "MASS")
