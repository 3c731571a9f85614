# Turnbull's estimate by self-consistency until nothing moves; survfit stops at 5e-5 (T8). Run: Rscript packages/stats/reference/interval-censored.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "write-json.R"))
suppressMessages(library(survival))
set.seed(1976)
npmle <- function(left, right) { # right Inf: never seen. Intervals between neighbouring end points, all of them; those outside innermost ones lose their mass.
  ends <- sort(unique(c(left, right))); exact <- sort(unique(left[left == right]))
  cells <- rbind(cbind(head(ends, -1), ends[-1], 0), if (length(exact)) cbind(exact, exact, 1)) # open cells (a, b] without exact points inside, and the points
  inside <- outer(seq_along(left), seq_len(nrow(cells)), Vectorize(function(i, j) { a <- cells[j, 1]; b <- cells[j, 2]
    if (cells[j, 3] == 1) left[i] < a & a <= right[i] | left[i] == right[i] & left[i] == a else left[i] != right[i] && left[i] <= a && b <= right[i] }))
  p <- rep(1 / nrow(cells), nrow(cells)); for (i in 1:400000) { q <- p * colMeans(inside / drop(inside %*% p)); if (max(abs(q - p)) < 1e-17) break; p <- q }
  sum(log(drop(inside %*% p)))
}
visits <- function(n, gap) { t <- rexp(n) * 12; l <- floor(t / gap) * gap; r <- l + gap; out <- rbinom(n, 1, 0.3) == 1; r[out] <- Inf; list(left = l, right = r) }
jagged <- local({ l <- sample(0:12, 30, TRUE); r <- l + sample(1:8, 30, TRUE); r[sample(30, 7)] <- Inf; list(left = l, right = r) })
mixed <- local({ l <- sample(0:9, 25, TRUE); r <- l + sample(0:4, 25, TRUE); r[l == 0 & r == 0] <- 1; r[sample(25, 5)] <- Inf; list(left = l, right = r) })
sets <- list(visits(40, 3), visits(60, 2), jagged, mixed, list(left = c(0, 1, 2, 4), right = c(2, 3, 5, Inf)))
write_reference("interval-censored", list(sets = lapply(sets, function(s) list(left = s$left, right = ifelse(is.finite(s$right), s$right, NA), logLik = npmle(s$left, s$right)))))
