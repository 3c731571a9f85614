# Data sets of the survival package that several tests use, as columns. Run: Rscript packages/stats/reference/data-sets.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
columns <- function(data, ...) lapply(as.list(data[, c(...)]), function(x) if (is.factor(x)) as.character(x) else x)
write_reference("data-sets", list(
  lung = columns(lung, "time", "status", "age", "sex", "ph.ecog", "ph.karno", "wt.loss", "inst")
), "survival")
