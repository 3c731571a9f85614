# Firth's penalised partial likelihood from its definition: the modified score summed over risk sets, its root by Newton with a
# numerical Jacobian, limits from the profile. Run: Rscript packages/stats/reference/firth.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(1993)
pieces <- function(t, e, x, b, efron) { # log-likelihood, score, information, and tr(I^-1 dI/db_l)
  p <- ncol(x); ll <- 0; u <- numeric(p); info <- matrix(0, p, p); third <- array(0, c(p, p, p)); r <- exp(drop(x %*% b))
  for (at in unique(t[e == 1])) {
    dead <- t == at & e == 1; d <- sum(dead); ll <- ll + sum(log(r[dead])); u <- u + colSums(x[dead, , drop = FALSE])
    for (l in seq_len(d) - 1) {
      w <- ifelse(t >= at, r, 0) * (1 - if (efron) ifelse(dead, l / d, 0) else 0); ll <- ll - log(sum(w)); w <- w / sum(w)
      m <- colSums(w * x); z <- sweep(x, 2, m); u <- u - m; info <- info + t(z) %*% (w * z)
      for (i in seq_len(p)) third[, , i] <- third[, , i] + t(z) %*% (w * z[, i] * z)
    }
  }
  inv <- solve(info); list(ll = ll + log(det(info)) / 2, u = u + vapply(seq_len(p), function(l) sum(diag(inv %*% matrix(third[, , l], p))) / 2, 1), info = info)
}
root <- function(f, b) { for (i in 1:80) { v <- f(b); h <- 1e-5; j <- matrix(vapply(seq_along(b), function(k) { s <- replace(numeric(length(b)), k, h); (f(b + s) - f(b - s)) / (2 * h) }, v), length(b))
  step <- drop(solve(j, v)); if (max(abs(step)) > 1) step <- step / max(abs(step)); b <- b - step; if (max(abs(step)) < 1e-13) break }; b }
answer <- function(t, e, x, efron) {
  p <- ncol(x); at <- function(b) pieces(t, e, x, b, efron); best <- root(function(b) at(b)$u, numeric(p)); top <- at(best)
  held <- function(j, value) { b <- best; b[j] <- value; if (p > 1) b[-j] <- root(function(rest) { b[-j] <- rest; at(b)$u[-j] }, best[-j]); at(b)$ll }
  se <- sqrt(diag(solve(top$info))); fall <- qchisq(0.95, 1) / 2
  end <- function(j, sign) { far <- 2 * se[j]; while (top$ll - held(j, best[j] + sign * far) < fall) far <- far * 2; best[j] + sign * uniroot(function(v) top$ll - held(j, best[j] + sign * v) - fall, c(0, far), tol = 1e-13)$root }
  quick <- optim(numeric(p), function(b) -at(b)$ll, method = "BFGS"); stopifnot(abs(quick$value + top$ll) < 1e-6)
  list(t = t, e = e, x = lapply(seq_len(p), function(j) x[, j]), efron = efron, beta = many(best), se = many(se), logLik = c(at(numeric(p))$ll, top$ll),
       lower = many(vapply(seq_len(p), end, 1, -1)), upper = many(vapply(seq_len(p), end, 1, 1)), p = many(vapply(seq_len(p), function(j) pchisq(2 * (top$ll - held(j, 0)), 1, lower.tail = FALSE), 1)))
}
separated <- list(t = c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), e = c(1, 1, 1, 1, 0, 0, 0, 0, 0, 0), x = cbind(c(1, 1, 1, 1, 1, 0, 0, 0, 0, 0)))
two <- list(t = sample(1:9, 30, TRUE), e = rbinom(30, 1, 0.5), x = cbind(round(rnorm(30), 2), rbinom(30, 1, 0.4)))
mono <- list(t = c(5, 3, 8, 2, 7, 7, 4, 9, 6, 10, 3, 5), e = c(1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0), x = cbind(c(1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0), c(3, 1, 2, 5, 4, 2, 2, 1, 6, 3, 2, 5)))
write_reference("firth", list(fits = unlist(lapply(list(separated, two, mono), function(d) lapply(c(FALSE, TRUE), function(efron) answer(d$t, d$e, d$x, efron))), FALSE)))
