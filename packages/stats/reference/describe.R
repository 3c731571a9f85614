# Means, quantiles and normality tests on small, tied, shifted and large samples. Run: Rscript packages/stats/reference/describe.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(56)
samples <- list(
  one = 7, two = c(3, 3.5), three = c(1, 5, 9.5), threeTied = c(2, 2, 8), four = c(1, 2, 2, 9), five = c(0.3, 0.1, 0.4, 0.1, 0.5),
  six = c(5, 1, 4, 1, 5, 9), eleven = round(rnorm(11), 3), twelve = round(rexp(12), 3), nearlyNormal = qnorm(ppoints(50)),
  tied = rpois(80, 2), shifted = 1e7 + round(rnorm(40), 2), tiny = round(rnorm(30), 2) * 1e-9, skewed = round(rlnorm(120, 2, 1.2), 1),
  hundred = round(rnorm(100), 2), hundredOne = round(rnorm(101), 2), wide = c(-1e6, rpois(20, 5), 1e6)
)
shares <- c(0, 0.01, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1)
# Kolmogorov's limit from its definition, both theta series to 200 terms, each where it converges; R's own psmirnov is checked beside it.
kolmogorov <- function(z) if (z < 1) 1 - sqrt(2 * pi) / z * sum(exp(-(2 * (1:200) - 1)^2 * pi^2 / (8 * z^2))) else 2 * sum((-1)^(0:199) * exp(-2 * (1:200)^2 * z^2))
dallal <- function(d, n) { # Dallal and Wilkinson, Am Stat 1986;40:294-6
  k <- if (n <= 100) d else d * (n / 100)^0.49; m <- min(n, 100)
  exp(-7.01256 * k^2 * (m + 2.78019) + 2.99587 * k * sqrt(m + 2.78019) - 0.122119 + 0.974598 / sqrt(m) + 1.67997 / m)
}
answer <- function(x) {
  n <- length(x); ok <- n >= 3 && sd(x) > 0
  ks <- if (ok) suppressWarnings(ks.test(x, "pnorm", mean(x), sd(x), exact = FALSE))
  d <- if (ok) unname(ks$statistic); sw <- if (ok) shapiro.test(x)
  list(x = many(x), mean = mean(x), sd = sd(x), quantiles = lapply(1:9, function(t) quantile(x, shares, type = t, names = FALSE)),
       d = d, ksP = if (ok) kolmogorov(sqrt(n) * d), ksTestP = ks$p.value, lillieforsP = if (n >= 5) dallal(d, n),
       w = unname(sw$statistic), shapiroP = sw$p.value)
}
write_reference("describe", list(
  shares = shares, samples = lapply(samples, answer),
  kolmogorov = lapply(c(0.02, 0.1, 0.3, 0.5, 0.9, 0.999, 1, 1.2, 2, 5), function(z) c(z, kolmogorov(z))),
  lattice = local({ x <- rep(-20:20, choose(40, 0:40) %/% 5e8); s <- shapiro.test(x); list(values = -20:20, counts = choose(40, 0:40) %/% 5e8, n = length(x), sd = sd(x), w = unname(s$statistic), p = s$p.value) })
))
