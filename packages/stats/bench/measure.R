# The same calls in R, on the same columns: Rscript measure.R <directory> <call> <axis> <repeats>. Seconds of the call alone, data loaded.
suppressMessages(library(survival))
given <- commandArgs(TRUE); directory <- given[1]; call <- given[2]; axis <- given[3]; repeats <- as.integer(given[4])
size <- file.size(file.path(directory, "event"))
column <- function(name, what, bytes) readBin(file.path(directory, name), what, size, size = bytes, signed = !(what == "integer" && bytes == 1))
time <- if (axis == "days") column("days", "integer", 4) else column("fractions", "double", 8)
event <- column("event", "integer", 1); group <- column("group", "integer", 1)
if (call != "survival") x <- lapply(0:4, function(j) column(paste0("covariate", j), "double", 8))
calls <- list(
  survival = function() { survfit(Surv(time, event) ~ group); survdiff(Surv(time, event) ~ group)$chisq },
  cox = function() coxph(Surv(time, event) ~ x[[1]] + x[[2]] + x[[3]] + x[[4]] + x[[5]], ties = "efron")$loglik[2],
  # The optimiser alone: no model frame, no residuals, no concordance.
  coxFit = function() coxph.fit(m, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE)$loglik[2]
)
if (call == "coxFit") { m <- do.call(cbind, x); y <- Surv(time, event); rm(x); invisible(gc()) }
times <- numeric(); answer <- NA
for (i in seq_len(repeats)) times <- c(times, system.time(answer <- calls[[call]]())[["elapsed"]])
status <- readLines("/proc/self/status"); peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", status, value = TRUE))) * 1024
cat(sprintf('{"seconds":%.6f,"peak":%.0f,"answer":%.17g,"pass":0,"versions":"R %s.%s, survival %s"}', median(times), peak, answer, R.version$major, R.version$minor, packageVersion("survival")))
