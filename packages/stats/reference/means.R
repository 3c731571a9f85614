# Means and variances of one, two and more groups. Run: Rscript packages/stats/reference/means.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(1925)
levene <- function(v, g, centre) anova(lm(abs(v - ave(v, g, FUN = centre)) ~ factor(g)))
groups <- function(v, g) {
  g <- as.character(g); a <- anova(lm(v ~ factor(g))); single <- min(table(g)) < 2
  w <- if (!single) oneway.test(v ~ factor(g)); b <- if (!single) bartlett.test(v, factor(g)); f <- fligner.test(v, factor(g))
  table <- function(a) list(f = a[1, "F value"], df = a[, "Df"], p = a[1, "Pr(>F)"], ss = a[, "Sum Sq"])
  list(v = v, g = g, anova = table(a), welch = if (!single) c(w$statistic, w$parameter, w$p.value), bartlett = if (!single) c(b$statistic, b$p.value),
       fligner = c(f$statistic, f$p.value), levene = table(levene(v, g, mean)), brownForsythe = table(levene(v, g, median)))
}
ok <- !is.na(lung$ph.ecog); two <- function(x, y) { v <- var.test(x, y, conf.level = 0.9); list(x = x, y = y, values = c(v$statistic, v$p.value, v$conf.int)) }
one <- function(x, mu) { t <- t.test(x, mu = mu, conf.level = 0.9); list(x = x, mu = mu, values = c(t$statistic, t$p.value, t$estimate, t$conf.int)) }
pair <- function(x, y) { t <- t.test(x, y, paired = TRUE); list(x = x, y = y, values = c(t$statistic, t$p.value, t$estimate, t$conf.int)) }
write_reference("means", list(
  groups = list(groups(warpbreaks$breaks, warpbreaks$tension), groups(InsectSprays$count, InsectSprays$spray), groups(lung$age[ok], lung$ph.ecog[ok]), groups(PlantGrowth$weight, PlantGrowth$group),
    groups(1e7 + round(rnorm(30), 2), sample(c("a", "b"), 30, TRUE)), groups(c(1, 2, 2, 5, 9, 4, 4, 1), c("x", "x", "x", "y", "y", "y", "z", "z")), groups(airquality$Ozone[!is.na(airquality$Ozone)], airquality$Month[!is.na(airquality$Ozone)])),
  ratios = list(two(c(1, 4, 2, 8), c(3, 3.5, 4)), two(sleep$extra[1:10], sleep$extra[11:20]), two(round(rnorm(40, 0, 5), 2), round(rnorm(12), 2))),
  ones = list(one(sleep$extra, 0), one(1e7 + c(1, 2, 4), 1e7), one(round(rnorm(25, 3), 2), 3)), pairs = list(pair(sleep$extra[1:10], sleep$extra[11:20]), pair(round(rnorm(12), 2), round(rnorm(12), 2)))
), "survival")
