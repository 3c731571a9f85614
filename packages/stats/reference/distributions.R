# Both tails of every distribution, from the middle to 1e-300. Run: Rscript packages/stats/reference/distributions.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
rows <- function(grid, lower, upper) lapply(seq_len(nrow(grid)), function(i) {
  at <- as.numeric(grid[i, ])
  c(at, do.call(lower, as.list(at)), do.call(upper, as.list(at)))
})
beta_grid <- expand.grid(x = c(1e-6, 0.02, 0.4, 0.9, 0.9999), a = c(0.5, 2, 40, 900), b = c(0.5, 7, 300))
write_reference("distributions", list(
  normal = rows(expand.grid(z = c(-37, -8, -3, -1e-3, 0, 0.4, 1.96, 6, 12, 37)), pnorm, function(z) pnorm(z, lower.tail = FALSE)),
  chiSquare = rows(expand.grid(x = c(1e-4, 0.5, 3, 20, 150, 800, 1300), df = c(1, 2, 3, 7, 30, 200, 1000)), pchisq, function(x, df) pchisq(x, df, lower.tail = FALSE)),
  chiSquareLargeDf = rows(expand.grid(x = c(1900, 2000, 2400, 6200), df = c(2000, 2401, 6000)), pchisq, function(x, df) pchisq(x, df, lower.tail = FALSE)),
  t = rows(expand.grid(t = c(-30, -4, -0.3, 0, 1, 2.5, 12, 100), df = c(1, 2.7, 10, 55, 1000)), pt, function(t, df) pt(t, df, lower.tail = FALSE)),
  f = rows(expand.grid(f = c(0.01, 0.8, 1, 4, 30, 300), a = c(1, 3, 12), b = c(2, 9, 60, 500)), pf, function(f, a, b) pf(f, a, b, lower.tail = FALSE)),
  beta = rows(beta_grid, pbeta, function(x, a, b) pbeta(x, a, b, lower.tail = FALSE)),
  normalInverse = lapply(c(1e-305, 1e-280, 1e-100, 1e-20, 1e-12, 1e-5, 0.001, 0.00999, 0.0100001, 0.025, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9), function(p) c(p, qnorm(p))),
  tInverse = lapply(c(1e-10, 0.005, 0.025, 0.4, 0.5, 0.975), function(p) c(p, qt(p, 1), qt(p, 5.5), qt(p, 200))),
  betaInverse = lapply(c(1e-6, 0.025, 0.5, 0.975), function(p) c(p, qbeta(p, 1, 8), qbeta(p, 6, 22), qbeta(p, 400, 3), qbeta(p, 1000, 9000)))
))
