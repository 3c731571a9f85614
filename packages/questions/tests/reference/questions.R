# What R answers where a statistician asks `osteon test`, `table1`, `agreement`, `accuracy` and `logistic`. Run: Rscript packages/questions/tests/reference/questions.R
# MASS, pROC, car, vcd, irr, psych and tableone are not installed: there the formula of the paper stands, and the call beside it.
suppressMessages(library(survival)); quiet <- suppressWarnings
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
sys.source(file.path(here, "../../../stats/reference/write-json.R"), globalenv()); here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
csv <- function(data) paste(capture.output(write.csv(data, row.names = FALSE, quote = FALSE)), collapse = "\\n") # as JSON writes a new line
sp <- function(t) unname(c(if (length(t$statistic)) t$statistic, t$p.value))
ci <- function(t) unname(c(t$estimate[1], t$conf.int)); z <- qnorm(0.975)
wilson <- function(x, n) quiet(c(prop.test(x, n, correct = FALSE)$conf.int))
newcombe <- function(x, n) { p <- x / n; a <- wilson(x[1], n[1]); b <- wilson(x[2], n[2]); d <- p[1] - p[2]; c(d, d - sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2), d + sqrt((a[2] - p[1])^2 + (p[2] - b[1])^2)) }
levene <- function(v, g, centre) { a <- anova(lm(abs(v - ave(v, g, FUN = centre)) ~ factor(g))); c(a[1, "F value"], a[1, "Pr(>F)"]) } # car::leveneTest
delong <- function(s, d) { k <- outer(s[d == 1], s[d == 0], function(a, b) (a > b) + (a == b) / 2); list(k = k, area = mean(k), se = sqrt(var(rowMeans(k)) / sum(d == 1) + var(colMeans(k)) / sum(d == 0))) }
two <- function(s, t, d) { u <- delong(s, d)$k - delong(t, d)$k; se <- sqrt(var(rowMeans(u)) / sum(d == 1) + var(colMeans(u)) / sum(d == 0)); c(mean(u), mean(u) - z * se, mean(u) + z * se, 2 * pnorm(-abs(mean(u) / se))) } # pROC::roc.test
tight <- glm.control(epsilon = 1e-14, maxit = 100)
profile <- function(f, x, y, w, j) vapply(c(-1, 1), function(sign) { target <- deviance(f) + qchisq(0.95, 1); b <- coef(f)[j]; se <- sqrt(vcov(f)[j, j]) # MASS:::confint.glm
  held <- function(v) deviance(glm.fit(x[, -j, drop = FALSE], y, weights = w, offset = v * x[, j], family = binomial(), control = tight)) - target
  b + sign * uniroot(function(a) held(b + sign * a), c(0, 8 * se), tol = 1e-13)$root }, 1)
logit <- function(f) { x <- model.matrix(f); s <- summary(f)$coefficients; p <- lapply(2:ncol(x), function(j) profile(f, x, f$y, f$prior.weights, j)); d <- drop1(f, test = "Chisq"); l <- f$null.deviance - deviance(f)
  list(beta = s[-1, 1], se = s[-1, 2], p = s[-1, 4], lower = exp(vapply(p, `[`, 1, 1)), upper = exp(vapply(p, `[`, 1, 2)), drop = list(chi2 = many(d[-1, "LRT"]), df = many(d[-1, "Df"]), p = many(d[-1, "Pr(>Chi)"])), aic = AIC(f), chi2 = l, lrp = pchisq(l, length(coef(f)) - 1, lower.tail = FALSE)) }
x <- c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46); y <- c(1.15, 0.88, 0.90, 0.74, 1.21) # Hollander and Wolfe, ?wilcox.test
small <- data.frame(g = rep(c("a", "b"), c(10, 5)), v = c(x, y))
rounding <- matrix(c(5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70, 5.45, 5.55, 5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20, 5.10, 5.65, 5.55, 5.45, 5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50, 5.55, 5.55, 5.35, 5.45, 5.50, 5.55, 5.50, 5.45, 5.25, 5.65, 5.60, 5.40, 5.70, 5.65, 5.55, 6.30, 6.30, 6.25), 22, byrow = TRUE) # ?friedman.test
turns <- data.frame(player = rep(1:22, 3), way = rep(c("out", "narrow", "wide"), each = 22), time = c(rounding))
votes <- data.frame(first = c("Approve", "Approve", "Disapprove", "Disapprove"), second = c("Approve", "Disapprove", "Approve", "Disapprove"), n = c(794, 150, 86, 570)); m <- xtabs(n ~ first + second, votes) # ?mcnemar.test
ucb <- as.data.frame(UCBAdmissions); eso <- with(esoph, rbind(data.frame(agegp, tobgp, case = "yes", n = ncases), data.frame(agegp, tobgp, case = "no", n = ncontrols)))
age <- aggregate(cbind(yes = ncases, no = ncontrols) ~ agegp, esoph, sum); tob <- aggregate(cbind(yes = ncases, no = ncontrols) ~ tobgp, esoph, sum)
sex <- xtabs(Freq ~ Sex + Survived, as.data.frame(Titanic)); titanic <- as.data.frame(Titanic)
inf <- infert[, c("education", "age", "parity", "induced", "case", "spontaneous")]; inf$education <- as.character(inf$education)
f1 <- glm(case ~ age + relevel(factor(education), "6-11yrs") + factor(induced), binomial, inf, control = tight); f2 <- glm(case ~ spontaneous * induced, binomial, inf, control = tight)
f3 <- glm(Admit == "Admitted" ~ Gender + Dept, binomial, transform(ucb, Gender = factor(as.character(Gender))), weights = Freq, control = tight)
l <- lung; d <- as.numeric(l$status == 2); ok <- !is.na(l$wt.loss); a1 <- delong(l$age, d); k <- l$ph.karno; kd <- d[!is.na(k)]; kk <- k[!is.na(k)]; pos <- kk <= 70
spray <- InsectSprays; pg <- PlantGrowth; e <- quiet(wilcox.test(x, y, exact = TRUE, conf.int = TRUE)); male <- l$sex == 1
pooled <- function(a, b) (mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2)
write_reference("questions", list(
  files = list(lung = csv(l[, c("time", "status", "age", "sex", "ph.ecog", "ph.karno", "pat.karno", "wt.loss")]), sleep = csv(sleep), cars = csv(cars), plants = csv(pg), sprays = csv(spray), small = csv(small), turns = csv(turns), votes = csv(votes),
    admissions = csv(ucb), esoph = csv(eso), titanic = csv(titanic), infert = csv(inf)),
  coded = sp(chisq.test(l$sex, l$ph.ecog, correct = FALSE)) |> quiet(), welch = sp(t.test(age ~ sex, l)), plain = sp(wilcox.test(age ~ sex, l, exact = FALSE, correct = FALSE)),
  small = list(exact = sp(e), shift = ci(e), ks = sp(ks.test(x, y)), ratio = sp(var.test(x, y)), median = median(outer(x, y, "-"))),
  sprays = list(bartlett = sp(bartlett.test(count ~ spray, spray)), fligner = sp(fligner.test(count ~ spray, spray)), levene = levene(spray$count, spray$spray, mean), brownForsythe = levene(spray$count, spray$spray, median), kruskal = sp(kruskal.test(count ~ spray, spray))),
  plants = list(pooled = c(na.omit(c(pairwise.t.test(pg$weight, pg$group)$p.value))), wilcoxon = c(na.omit(c(pairwise.wilcox.test(pg$weight, pg$group, exact = FALSE, p.adjust.method = "BH")$p.value))), welch = c(na.omit(c(pairwise.t.test(pg$weight, pg$group, pool.sd = FALSE, p.adjust.method = "bonferroni")$p.value)))),
  cars = list(pearson = c(ci(cor.test(~ speed + dist, cars)), cor.test(~ speed + dist, cars)$p.value), spearman = c(cor(cars$speed, cars$dist, method = "spearman"), quiet(cor.test(~ speed + dist, cars, method = "spearman", exact = FALSE)$p.value)), kendall = c(cor(cars$speed, cars$dist, method = "kendall"), quiet(cor.test(~ speed + dist, cars, method = "kendall", exact = FALSE)$p.value))),
  sleep = local({ u <- sleep$extra[1:10]; v <- sleep$extra[11:20]; t <- t.test(u, v, paired = TRUE); w <- quiet(wilcox.test(u, v, paired = TRUE, exact = FALSE)); list(t = sp(t), difference = ci(t), rank = sp(w)) }),
  karnofsky = local({ t <- t.test(l$ph.karno, l$pat.karno, paired = TRUE); w <- quiet(wilcox.test(l$ph.karno, l$pat.karno, paired = TRUE, exact = FALSE, correct = FALSE)); list(t = sp(t), difference = ci(t), rank = sp(w)) }),
  votes = list(corrected = sp(mcnemar.test(m)), plain = sp(mcnemar.test(m, correct = FALSE)), exact = binom.test(150, 236)$p.value, odds = local({ b <- binom.test(86, 236); unname(c(b$estimate, b$conf.int) / (1 - c(b$estimate, b$conf.int))) })),
  turns = sp(friedman.test(rounding)), cochran = local({ q <- rounding > 5.5; sp(friedman.test(1 * q)) }),
  admissions = local({ t <- aperm(UCBAdmissions, c(2, 1, 3))[2:1, 2:1, ]; c1 <- mantelhaen.test(t); c2 <- mantelhaen.test(t, correct = FALSE); list(corrected = sp(c1), plain = sp(c2), odds = ci(c2)) }),
  age = local({ t <- quiet(prop.trend.test(age$yes, age$yes + age$no)); sp(t) }), tobacco = local({ w <- c(tob$no, tob$yes); (sum(w) - 1) * cor(rep(c(1:4, 1:4), w), rep(rep(0:1, each = 4), w))^2 }), esoph = local({ t <- xtabs(n ~ tobgp + agegp, eso); sp(chisq.test(t, correct = FALSE)) }) |> quiet(),
  titanic = local({ t <- sex[2:1, ]; x <- t[, "Yes"]; n <- rowSums(t); f <- fisher.test(t[, 2:1]); nd <- newcombe(x, n); list(difference = nd, needed = 1 / nd, ratio = (x[1] / n[1] / (x[2] / n[2])) * exp(c(0, -1, 1) * z * sqrt(sum(1 / x - 1 / n))), odds = (t[1, 2] * t[2, 1] / (t[1, 1] * t[2, 2])) * exp(c(0, -1, 1) * z * sqrt(sum(1 / t))), shares = c(wilson(x[1], n[1]), binom.test(x[2], n[2])$conf.int), fisher = f$p.value) }),
  rates = local({ t <- aggregate(cbind(x = status == 2, t = time) ~ sex, l, sum); p <- poisson.test(t$x, t$t); list(first = ci(poisson.test(t$x[1], t$t[1])), ratio = ci(p), p = p$p.value) }),
  table1 = list(means = c(tapply(l$age, l$sex, mean), tapply(l$age, l$sex, sd)), smd = abs(pooled(l$age[male], l$age[!male])), smdStatus = local({ p <- c(mean(d[male]), mean(d[!male])); abs(diff(p)) / sqrt(mean(p * (1 - p))) })),
  accuracy = local({ tp <- sum(pos & kd == 1); fn <- sum(!pos & kd == 1); tn <- sum(!pos & kd == 0); fp <- sum(pos & kd == 0); i <- tp + fn; w <- tn + fp; s <- tp / i; q <- tn / w
    list(sensitivity = c(s, wilson(tp, i)), specificity = c(q, wilson(tn, w)), exact = c(tp / (tp + fp), binom.test(tp, tp + fp)$conf.int), positive = s / (1 - q) * exp(c(0, -1, 1) * z * sqrt(1 / tp - 1 / i + 1 / fp - 1 / w)), at30 = c(s * 0.3 / (s * 0.3 + (1 - q) * 0.7), q * 0.7 / (q * 0.7 + (1 - s) * 0.3))) }),
  roc = list(age = a1$area + c(0, -1, 1) * z * a1$se, compared = two(l$age[ok], l$wt.loss[ok], d[ok])),
  logistic = list(infert = logit(f1), product = logit(f2), admissions = logit(f3))
), "survival")
