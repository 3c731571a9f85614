# Free-marginal kappa of readers whose subjects come in clusters. Run: Rscript packages/stats/reference/readers.R
# irr, irrCAC and sandwich are not installed: agreement is counted pair by pair, and the error is the sandwich of lm(agreeing ~ 1)
# over clusters (what sandwich::vcovCL(f, cluster, type = "HC0", cadjust = TRUE) gives), written as matrices.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
set.seed(2005)
pairs_agree <- function(r) { r <- r[!is.na(r)]; if (length(r) < 2) return(NA); p <- combn(length(r), 2); mean(r[p[1, ]] == r[p[2, ]]) }
free <- function(m, cluster, q, alpha = 0.05) {
  agreeing <- apply(m, 1, pairs_agree); keep <- !is.na(agreeing); a <- agreeing[keep]; g <- cluster[keep]; n <- length(a); C <- length(unique(g))
  shown <- list(m = lapply(seq_len(nrow(m)), function(i) as.vector(m[i, ])), cluster = as.list(as.character(cluster)), q = q, subjects = n, clusters = C)
  if (n == 0) return(c(shown, list(values = list(NULL, NULL, NULL, NULL, NULL))))
  po <- mean(a); k <- (po - 1 / q) / (1 - 1 / q)
  if (C < 2) return(c(shown, list(values = list(k, po, NULL, NULL, NULL))))
  f <- lm(a ~ 1); x <- model.matrix(f); bread <- solve(crossprod(x)); meat <- crossprod(rowsum(x * resid(f), g))
  e <- sqrt(drop(C / (C - 1) * bread %*% meat %*% bread)) / (1 - 1 / q); t <- qt(1 - alpha / 2, C - 1)
  c(shown, list(values = list(k, po, e, max(-1, k - t * e), min(1, k + t * e)))) }
drawn <- function(children, bones, readers, q, missing, skill) {
  cluster <- rep(seq_len(children), each = bones); truth <- sample(0:(q - 1), children * bones, TRUE, prob = c(0.8, rep(0.2 / (q - 1), q - 1)))
  m <- sapply(seq_len(readers), function(i) ifelse(runif(length(truth)) < skill, truth, sample(0:(q - 1), length(truth), TRUE)))
  m[runif(length(m)) < missing] <- NA
  free(m, cluster, q) }
alike <- matrix(rep(c(0, 1, 2, 0, 1, 0), 3), 6); apart <- cbind(rep(0, 4), rep(1, 4))
write_reference("readers", list(cases = list(
  drawn(12, 8, 3, 5, 0.1, 0.8), drawn(5, 50, 2, 5, 0, 0.9), drawn(20, 3, 6, 2, 0.5, 0.6), drawn(30, 1, 4, 5, 0, 0.7),
  free(alike, c(1, 1, 2, 2, 3, 3), 5), free(apart, c(1, 1, 2, 2), 5), free(rbind(c(0, 0, 1), c(2, 2, 2)), c(1, 1), 5),
  free(rbind(c(0, NA, NA), c(NA, NA, NA), c(1, NA, NA)), 1:3, 5), free(rbind(c(0, NA, 0), c(1, 2, NA), c(3, 3, 3), c(NA, NA, 4)), c(1, 2, 2, 3), 5)
)))
