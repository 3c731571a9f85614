# What stands beside the estimate: risk sets with entries, levels without events, rows of one subject, incidences that end, tables of
# many rows. Run: Rscript packages/stats/reference/edges.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival)); suppressMessages(library(cmprsk)); options(warn = -1)
set.seed(2808)
quantiles <- function(f) { q <- quantile(f, 0.5); list(value = many(unname(c(q$quantile))), lower = many(unname(c(q$lower))), upper = many(unname(c(q$upper)))) }

late <- lapply(1:3, function(i) {
  n <- c(30, 60, 45)[i]; start <- round(rexp(n, 1 / 20), c(0, 1, 0)[i]); d <- data.frame(start, stop = start + 1 + round(rexp(n, 1 / 30), c(0, 1, 0)[i]), event = rbinom(n, 1, 0.6), g = sample(c("a", "b"), n, TRUE))
  f <- survfit(Surv(start, stop, event) ~ g, d); at <- summary(f, times = sort(unique(d$stop[d$event == 1])))
  c(as.list(d), list(group = as.character(sub("g=", "", at$strata)), times = at$time, atRisk = at$n.risk))
})

subjects <- lapply(1:3, function(i) {
  rows <- do.call(rbind, lapply(1:c(30, 50, 40)[i], function(k) {
    cuts <- cumsum(sample(5:40, sample(1:5, 1), TRUE)); event <- rbinom(length(cuts), 1, 0.45); if (i == 3) event[-length(event)] <- 0
    data.frame(id = k, start = c(0, head(cuts, -1)), stop = cuts, event, g = if (k %% 2) "x" else "y")
  }))
  f <- survfit(Surv(start, stop, event) ~ g, rows, id = id, conf.type = "log-log"); t <- summary(f)$table
  s <- if (anyDuplicated(rows$id[rows$event == 1])) summary(coxph(Surv(start, stop, event) ~ g, rows, cluster = id))$robscore else { last <- rows[!duplicated(rows$id, fromLast = TRUE), ]; l <- survdiff(Surv(stop, event) ~ g, last)$chisq; c(l, 1, pchisq(l, 1, lower.tail = FALSE)) }
  # Mean survival time: the variance between subjects of the area under the curve, from the influence of each.
  mean_of <- function(g) { one <- survfit(Surv(start, stop, event) ~ 1, rows[rows$g == g, ], id = id, influence = 1); at <- c(0, one$time); u <- rbind(0, t(one$influence.surv)); s <- c(1, one$surv); keep <- at < 40; w <- diff(c(at[keep], 40))
    c(sum(w * s[keep]), sqrt(sum(colSums(w * u[keep, , drop = FALSE])^2))) }
  c(as.list(rows), list(n = unname(t[, "n.max"] * 0 + tapply(rows$id, rows$g, function(k) length(unique(k)))), events = unname(t[, "events"]), median = unname(t[, "median"]), lower = unname(t[, "0.95LCL"]), upper = unname(t[, "0.95UCL"]), chi2 = unname(s[1]), p = unname(s[3]),
    repeated = as.numeric(anyDuplicated(rows$id[rows$event == 1]) > 0), mean = mean_of("x")[1], meanError = mean_of("x")[2]))
})

competing <- lapply(1:3, function(i) {
  n <- 40; start <- sample(0:15, n, TRUE); d <- data.frame(start, time = start + sample(1:30, n, TRUE), cause = sample(0:2, n, TRUE), g = sample(c("a", "b"), n, TRUE), id = 1:n)
  type <- c("log-log", "log", "plain")[i]; f <- survfit(Surv(start, time, factor(cause, 0:2)) ~ g, d, id = id, conf.type = type)
  curve <- function(g, k) { one <- f[which(names(f$strata) == paste0("g=", g)), ]; list(group = g, cause = k, time = one$time, incidence = one$pstate[, k + 1], error = one$std.err[, k + 1]) }
  lost <- summary(f, rmean = 12)$table
  c(as.list(d), list(type = type, curves = unlist(lapply(c("a", "b"), function(g) lapply(1:2, function(k) curve(g, k))), FALSE), lost = unname(lost[grepl(", 1$", rownames(lost)), "rmean"])))
})

ended <- lapply(1:3, function(i) { n <- 25; d <- data.frame(time = sample(1:20, n, TRUE) * c(1, 1, 2)[1 + (seq_len(n) %% 3 == i %% 3)], cause = sample(0:2, n, TRUE), g = rep(c("a", "b", "c"), length.out = n)); at <- c(5, 12, 19, 21, 41)
  p <- timepoints(cuminc(d$time, d$cause, d$g), at)$est; c(as.list(d), list(at = at, rows = as.list(rownames(p)), incidence = unname(split(p, row(p))))) })

# Penalised profiles by optim and uniroot, from their definition.
profile <- function(pl, p, k) {
  best <- optim(numeric(p), function(b) -pl(b), method = "BFGS", control = list(reltol = 1e-15, maxit = 5000)); best <- optim(best$par, function(b) -pl(b), method = "BFGS", control = list(reltol = 1e-15, maxit = 5000))
  held <- function(x) { put <- function(r) { b <- numeric(p); b[k] <- x; b[-k] <- r; b }; o <- optim(best$par[-k], function(r) -pl(put(r)), method = "BFGS", control = list(reltol = 1e-15, maxit = 5000)); 2 * (o$value - best$value) - qchisq(0.95, 1) }
  ends <- lapply(c(-1, 1), function(sign) { far <- 1; while (held(best$par[k] + sign * far) < 0) far <- far * 1.5; uniroot(function(a) held(best$par[k] + sign * a), c(0, far), tol = 1e-10)$root * sign + best$par[k] })
  c(best$par[k], unlist(ends))
}
cox_pl <- function(d) { function(b) { f <- coxph(Surv(time, event) ~ g, d, init = b, iter.max = 0); f$loglik[2] + tryCatch(determinant(solve(f$var))$modulus[1] / 2, error = function(e) -1e6) } }
logit_pl <- function(d) { X <- model.matrix(~g, d); function(b) { p <- plogis(drop(X %*% b)); sum(ifelse(d$y == 1, log(p), log1p(-p))) + determinant(t(X) %*% (X * (p * (1 - p))))$modulus[1] / 2 } }
empty_cox <- lapply(1:4, function(i) { n <- c(24, 30, 36, 20)[i]; g <- rep(letters[1:c(3, 4, 4, 3)[i]], length.out = n); none <- list(c("a", "c"), c("a", "d"), c("a", "b"), c("a"))[[i]]
  d <- data.frame(time = sample(1:60, n), event = ifelse(g %in% none, 0, rbinom(n, 1, 0.7)), g = g); p <- length(unique(g)) - 1; a <- lapply(seq_len(p), function(k) profile(cox_pl(d), p, k))
  c(as.list(d), list(none = as.list(none), beta = vapply(a, `[`, 1, 1), lower = vapply(a, `[`, 1, 2), upper = vapply(a, `[`, 1, 3))) })
empty_logit <- lapply(1:4, function(i) { n <- c(24, 32, 30, 21)[i]; g <- rep(letters[1:c(3, 4, 4, 3)[i]], length.out = n); none <- list(c("a", "c"), c("a", "d"), c("a", "b"), c("a"))[[i]]
  d <- data.frame(y = ifelse(g %in% none, 0, rbinom(n, 1, 0.5)), g = g); p <- length(unique(g)) - 1; a <- lapply(seq_len(p) + 1, function(k) profile(logit_pl(d), p + 1, k))
  c(as.list(d), list(none = as.list(none), beta = vapply(a, `[`, 1, 1), lower = vapply(a, `[`, 1, 2), upper = vapply(a, `[`, 1, 3))) })

limits_of <- function(y, own, other, f) { b <- coef(glm(y ~ own + other, binomial))[2]; fall <- function(v) glm(y ~ other + offset(v * own), family = binomial, control = list(epsilon = 1e-14))$deviance - f$deviance - qchisq(0.95, 1); c(uniroot(fall, c(b - 8, b), tol = 1e-11)$root, uniroot(fall, c(b, b + 8), tol = 1e-11)$root) } # the profile, as confint has it
twice <- lapply(1:3, function(i) { n <- 50; x <- round(rnorm(n), 2); z <- rbinom(n, 1, 0.5); y <- rbinom(n, 1, plogis(0.6 * x - 0.4 * z)); f <- glm(y ~ x + z, binomial, control = list(epsilon = 1e-14)); k <- rbind(0, limits_of(y, x, z, f), limits_of(y, z, x, f)); list(y = y, x = x, z = z, also = c(3, -2, 0.5)[i] * x + c(1, 0, 7)[i] + (i == 3) * z, beta = unname(coef(f)[-1]), lower = unname(k[-1, 1]), upper = unname(k[-1, 2])) })

labels <- lapply(1:3, function(i) { n <- 60; pairs <- list(list(c("x, y", "z"), c("x", "y, z"), c("x", "z")), list(c("1", "2, 3"), c("1, 2", "3"), c("4", "5")), list(c('a"b', "c"), c("a", 'b"c'), c("a", "c")))[[i]]
  w <- sample(3, n, TRUE); d <- data.frame(a = vapply(w, function(k) pairs[[k]][1], ""), b = vapply(w, function(k) pairs[[k]][2], ""), time = sample(1:40, n, TRUE), event = rbinom(n, 1, 0.6), g = sample(c("u", "v"), n, TRUE), age = sample(20:70, n, TRUE))
  s <- interaction(factor(d$a), factor(d$b), sep = "|", drop = TRUE); list(a = gsub('"', '\\"', d$a, fixed = TRUE), b = gsub('"', '\\"', d$b, fixed = TRUE), time = d$time, event = d$event, g = d$g, age = d$age, chi2 = survdiff(Surv(time, event) ~ g + strata(s), d)$chisq, beta = unname(coef(coxph(Surv(time, event) ~ age + strata(s), d, control = coxph.control(eps = 1e-14, iter.max = 50))))) })

tables <- lapply(list(c(4, 6, 88), c(3, 6, 60), c(5, 5, 40), c(2, 9, 90), c(4, 4, 80)), function(s) { m <- matrix(rmultinom(1, s[3], rep(1, s[1] * s[2])), s[1]); m <- m[rowSums(m) > 0, colSums(m) > 0]; list(m = lapply(seq_len(nrow(m)), function(i) m[i, ]), p = fisher.test(m, workspace = 2e7)$p.value) })

codes <- lapply(c(1, 2, 3), function(k) { n <- 60; d <- data.frame(time = sample(1:100, n, TRUE), status = sample(0:3, n, TRUE), x = round(rnorm(n), 2)); f <- survfit(Surv(time, status == k) ~ 1, d, conf.type = "log-log"); c(as.list(d), list(code = k, beta = unname(coef(coxph(Surv(time, status == k) ~ x, d, control = coxph.control(eps = 1e-14, iter.max = 50)))), median = unname(summary(f)$table["median"]), events = sum(d$status == k))) })

write_reference("edges", list(late = late, subjects = subjects, competing = competing, ended = ended, emptyCox = empty_cox, emptyLogit = empty_logit, twice = twice, labels = labels, tables = tables, codes = codes), c("survival", "cmprsk"))
