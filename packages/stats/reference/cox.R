# Cox regression: ties, strata, delayed entry, weights, clusters, offsets; tests, residuals, trend over time. Run: Rscript packages/stats/reference/cox.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(1972)
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
n <- 90
rand <- data.frame(t = sample(1:14, n, TRUE), e = rbinom(n, 1, 0.6), a = round(rnorm(n), 2), b = rbinom(n, 1, 0.4), s = sample(c("u", "v", "w"), n, TRUE),
  w = round(runif(n, 0.3, 3), 2), o = round(rnorm(n) / 3, 2), id = rep(1:30, 3))
rand$start <- pmax(0, rand$t - sample(1:9, n, TRUE)); rand$far <- rand$a * 3 + 1e7
small <- data.frame(t = c(1, 2, 3, 4, 5, 6, 7), e = c(1, 1, 0, 1, 1, 0, 1), a = c(2, 0, 1, 4, 3, 0, 1), b = c(0, 1, 1, 0, 1, 0, 0))
describe <- function(data, fit, covariates, extra = list(), columns = list()) {
  s <- summary(fit); robust <- !is.null(fit$naive.var); p <- length(coef(fit))
  zph <- function(scale) { z <- cox.zph(fit, scale)$table; list(chi2 = many(z[, "chisq"]), p = many(z[, "p"])) }
  plain <- is.null(extra$exact); rowwise <- plain && nrow(data) <= 172 # residuals row by row of the smaller sets only
  matrix_rows <- function(m) if (is.matrix(m)) lapply(seq_len(ncol(m)), function(j) m[, j]) else list(m)
  bh <- if (plain) { b <- basehaz(fit, centered = FALSE); if (is.null(b$strata)) b$strata <- "all"; b } 
  c(list(columns = columns, covariates = lapply(covariates, function(v) list(name = v, values = data[[v]]))), extra,
    list(beta = many(coef(fit)), se = many(sqrt(diag(fit$var))), modelSe = many(sqrt(diag(if (robust) fit$naive.var else fit$var))), p = many(2 * pnorm(-abs(coef(fit) / sqrt(diag(fit$var))))),
      lower = many(s$conf.int[, "lower .95"]), upper = many(s$conf.int[, "upper .95"]), logLik = fit$loglik, score = fit$score, wald = unname(fit$wald.test),
      concordance = many(s$concordance),
      martingale = if (rowwise) residuals(fit, "martingale"), deviance = if (rowwise) residuals(fit, "deviance"), scores = if (rowwise) matrix_rows(residuals(fit, "score")),
      dfbeta = if (rowwise) matrix_rows(residuals(fit, "dfbeta")), schoenfeld = if (rowwise) matrix_rows(residuals(fit, "schoenfeld")), scaled = if (rowwise) matrix_rows(residuals(fit, "scaledsch")),
      hazard = if (plain) list(time = bh$time, hazard = bh$hazard, stratum = as.character(bh$strata)),
      zph = if (plain) list(km = zph("km"), rank = zph("rank"), identity = zph("identity"), log = zph("log"))))
}
lu <- subset(lung, !is.na(ph.ecog) & !is.na(wt.loss)); lu$e <- as.numeric(lu$status == 2); lu$t <- lu$time; lu$s <- as.character(lu$sex)
vet <- veteran; vet$t <- vet$time; vet$e <- vet$status; vet$s <- as.character(vet$celltype)
ht <- heart; ht$t <- ht$stop; ht$e <- ht$event; ht$tx <- as.numeric(ht$transplant == "1")
b2 <- bladder2; b2$t <- b2$stop; b2$e <- b2$event; b2$s <- as.character(b2$enum)
pb <- subset(pbc, !is.na(protime)); pb$t <- pb$time; pb$e <- as.numeric(pb$status == 2); pb$logBili <- log(pb$bili)
gb <- gbsg; gb$t <- gb$rfstime; gb$e <- gb$status; gb$s <- as.character(gb$grade)
kd <- kidney; kd$t <- kd$time; kd$e <- kd$status; cl <- subset(colon, etype == 2 & !is.na(nodes)); cl$t <- cl$time; cl$e <- cl$status; cl$lev <- as.numeric(cl$rx == "Lev"); cl$fu <- as.numeric(cl$rx == "Lev+5FU")
go <- function(data, covariates, ties = "efron", start = FALSE, strata = FALSE, weights = FALSE, offset = FALSE, cluster = FALSE) {
  f <- paste0(if (start) "Surv(start, t, e)" else "Surv(t, e)", " ~ ", paste(covariates, collapse = " + "), if (strata) " + strata(s)", if (offset) " + offset(o)")
  args <- list(as.formula(f), data = data, ties = ties, control = tight, x = TRUE)
  if (weights) { data$ww <- data$w; args$data <- data; args$weights <- quote(ww) }
  # R takes the robust variance by itself where a weight is not whole; here it is asked for by clusters alone.
  if (cluster) args$cluster <- quote(id) else args$robust <- FALSE
  fit <- do.call(coxph, args)
  describe(data, fit, covariates, list(ties = ties, exact = if (ties == "exact") TRUE), c(list(time = data$t, event = data$e), if (start) list(start = data$start), if (strata) list(stratum = data$s),
    if (weights) list(weight = data$w), if (offset) list(offset = data$o), if (cluster) list(cluster = data$id)))
}
fits <- list(
  lungEfron = go(lu, c("age", "sex", "ph.ecog", "wt.loss")), lungBreslow = go(lu, c("age", "sex", "ph.ecog"), "breslow"), lungExact = go(lu, c("age", "sex"), "exact"),
  lungStrata = go(lu, c("age", "ph.ecog"), strata = TRUE), veteran = go(vet, c("karno", "age", "trt"), strata = TRUE), veteranBreslow = go(vet, c("karno", "diagtime"), "breslow"),
  heart = go(ht, c("age", "year", "surgery", "tx"), start = TRUE), heartBreslow = go(ht, c("age", "tx"), "breslow", start = TRUE), heartCluster = go(ht, c("age", "tx"), start = TRUE, cluster = TRUE),
  bladder = go(b2, c("rx", "number", "size"), start = TRUE, strata = TRUE, cluster = TRUE),
  tied = go(rand, c("a", "b")), tiedBreslow = go(rand, c("a", "b"), "breslow"), tiedExact = go(rand, c("a", "b"), "exact"), tiedExactStrata = go(rand, c("a", "b"), "exact", strata = TRUE),
  weighted = go(rand, c("a", "b"), weights = TRUE), weightedBreslow = go(rand, c("a", "b"), "breslow", weights = TRUE, strata = TRUE), offset = go(rand, c("a", "b"), offset = TRUE),
  entryWeighted = go(rand, c("a", "b"), start = TRUE, weights = TRUE), cluster = go(rand, c("a", "b"), cluster = TRUE), clusterWeighted = go(rand, c("a", "b"), weights = TRUE, cluster = TRUE, strata = TRUE),
  pbc = go(pb, c("age", "edema", "logBili", "protime", "albumin")), gbsg = go(gb, c("age", "size", "nodes", "hormon"), "breslow", strata = TRUE), kidney = go(kd, c("age", "sex"), cluster = TRUE), colon = go(cl, c("lev", "fu", "nodes", "age")),
  far = go(rand, c("far", "b")), small = go(small, c("a", "b"))
)
write_reference("cox", list(fits = fits), "survival")
