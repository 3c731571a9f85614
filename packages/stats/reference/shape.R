# Skewness, kurtosis, Anderson-Darling and Kolmogorov-Smirnov against a given curve. Run: Rscript packages/stats/reference/shape.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(1986)
moments <- function(x) { n <- length(x); m <- function(k) mean((x - mean(x))^k); g1 <- m(3) / m(2)^1.5; g2 <- m(4) / m(2)^2 - 3 # Joanes and Gill 1998
  c(g1, m(3) / sd(x)^3, g1 * sqrt(n * (n - 1)) / (n - 2), g2, m(4) / sd(x)^4 - 3, (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)) }
anderson <- function(x) { x <- sort(x); n <- length(x); l <- pnorm((x - mean(x)) / sd(x), log.p = TRUE); u <- pnorm(-(x - mean(x)) / sd(x), log.p = TRUE); a <- -n - mean((2 * seq_len(n) - 1) * (l + rev(u))); s <- (1 + 0.75 / n + 2.25 / n^2) * a # Stephens 1986
  c(a, if (s < 0.2) 1 - exp(-13.436 + 101.14 * s - 223.73 * s^2) else if (s < 0.34) 1 - exp(-8.318 + 42.796 * s - 59.938 * s^2) else if (s < 0.6) exp(0.9177 - 4.279 * s - 1.38 * s^2) else exp(1.2937 - 5.709 * s + 0.0186 * s^2)) }
kolmogorov <- function(z) if (z < 1) 1 - sqrt(2 * pi) / z * sum(exp(-(2 * (1:200) - 1)^2 * pi^2 / (8 * z^2))) else 2 * sum((-1)^(0:199) * exp(-2 * (1:200)^2 * z^2)) # R 4.2 stops its series early
given <- function(x, m, s) { one <- function(side, e) suppressWarnings(ks.test(x, "pnorm", m, s, alternative = side, exact = e)$p.value)
  list(d = unname(suppressWarnings(ks.test(x, "pnorm", m, s)$statistic)), exact = if (!anyDuplicated(x)) c(one("two.sided", TRUE), one("greater", TRUE), one("less", TRUE)), limit = c(kolmogorov(sqrt(length(x)) * unname(suppressWarnings(ks.test(x, "pnorm", m, s)$statistic))), one("greater", FALSE))) }
sets <- list(lung$age, round(rexp(30), 2), rpois(40, 3), round(rnorm(12), 3), c(1, 2, 2, 9, 4, 7, 3, 8), round(rlnorm(60), 2), round(rnorm(25, 0.2), 4), 1e7 + round(rnorm(40), 2))
write_reference("shape", list(frequencies = list(x = mtcars$carb, values = as.numeric(names(table(mtcars$carb))), n = c(table(mtcars$carb)), percent = 100 * c(prop.table(table(mtcars$carb))), cumulated = 100 * cumsum(prop.table(table(mtcars$carb))), modes = as.numeric(names(which(table(mtcars$carb) == max(table(mtcars$carb)))))),
  sets = lapply(sets, function(x) c(list(x = x, moments = moments(x), anderson = anderson(x), mean = round(mean(x), 1), sd = round(sd(x), 1) + 0.1), given(x, round(mean(x), 1), round(sd(x), 1) + 0.1)))), "survival")
