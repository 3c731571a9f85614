# Adjusted p values. Run: Rscript packages/stats/reference/multiplicity.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(1988)
sets <- list(c(0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 1, 0.0001), 0.03, c(0.2, 0.01), runif(25)^3, c(0.02, 0.02, 0.02), c(0.001, 0.011, 0.02, 0.021, 0.5), runif(12)^2)
methods <- c("none", "bonferroni", "holm", "hochberg", "hommel", "BH", "BY")
write_reference("multiplicity", list(sets = lapply(sets, function(p) list(p = many(p), adjusted = lapply(methods, function(m) many(p.adjust(p, m)))))))
