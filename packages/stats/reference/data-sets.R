# The public data sets of the survival package that several references use, as columns. Run: Rscript packages/stats/reference/data-sets.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
columns <- function(data, ...) lapply(as.list(data[, c(...)]), function(x) if (is.factor(x)) as.character(x) else x)
death <- subset(colon, etype == 2)
write_reference("data-sets", list(
  lung = columns(lung, "time", "status", "age", "sex", "ph.ecog", "ph.karno", "wt.loss", "inst"),
  veteran = columns(veteran, "trt", "celltype", "time", "status", "karno", "diagtime", "age", "prior"),
  ovarian = columns(ovarian, "futime", "fustat", "age", "resid.ds", "rx", "ecog.ps"),
  kidney = columns(kidney, "id", "time", "status", "age", "sex", "disease"),
  colon = columns(death, "id", "rx", "sex", "age", "obstruct", "nodes", "status", "time", "node4"),
  pbc = columns(pbc, "time", "status", "trt", "age", "edema", "bili", "albumin", "protime", "stage"),
  bladder1 = columns(bladder1, "id", "treatment", "number", "size", "start", "stop", "status", "enum"),
  bladder2 = columns(bladder2, "id", "rx", "number", "size", "start", "stop", "event", "enum"),
  bladder = columns(bladder, "id", "rx", "number", "size", "stop", "event", "enum"),
  cgd = columns(cgd, "id", "treat", "age", "tstart", "tstop", "status", "enum"),
  heart = columns(heart, "start", "stop", "event", "age", "year", "surgery", "transplant", "id"),
  mgus2 = columns(mgus2, "age", "sex", "mspike", "ptime", "pstat", "futime", "death"),
  gbsg = columns(gbsg, "age", "meno", "size", "grade", "nodes", "hormon", "rfstime", "status")
), "survival")
