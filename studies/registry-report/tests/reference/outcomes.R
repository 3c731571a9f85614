# Outcome definitions of the registry report from the CSV charts alone, their agreement and the order of the classes under each. It shares
# nothing with the product: it reads the files, not a freeze, and follows the sentences of rules.ts and of packages/cno/src.
# Kappa is written out with the error of Fleiss, Cohen and Everitt (1969); places are rank(), tau is cor(method = "kendall").
# Rscript outcomes.R <write-json.R> <sample charts> <drawn charts> <hash of the drawn charts> <file>
args <- commandArgs(TRUE)
source(args[1])
invisible(Sys.setlocale("LC_ALL", "C.UTF-8"))

MISSING <- c("", "unknown", "not done", "not applicable")
CLASSES <- c("nsaid", "steroid", "dmard", "tnf_inhibitor", "bisphosphonate", "other")
DEFINITIONS <- c("full_remission", "any_remission", "pedcno30", "pedcno50", "pedcno70", "pedcno90", "cdas_fall", "severe_disease", "mri_inactive", "low_pain")

held <- function(x) ifelse(x %in% MISSING, NA, x)
number <- function(x) as.numeric(held(x))
day <- function(x) {
  x <- held(x)
  full <- ifelse(is.na(x), NA, ifelse(nchar(x) == 4, paste0(x, "-01-01"), ifelse(nchar(x) == 7, paste0(x, "-01"), x)))
  as.integer(as.Date(full)) + ifelse(is.na(x), 0L, ifelse(nchar(x) == 4, 181L, ifelse(nchar(x) == 7, 14L, 0L)))
}
yes <- function(x) ifelse(held(x) == "yes", 1, 0)
is1 <- function(x) x %in% TRUE

recomputed <- function(folder) {
  read <- function(table) read.csv(file.path(folder, paste0(table, ".csv")), colClasses = "character", check.names = FALSE, encoding = "UTF-8", na.strings = character())
  out <- list()
  put <- function(id, value) out[[id]] <<- if (length(value) == 0 || is.na(value)) NA else value
  patient <- read("patient")
  patient <- patient[patient$cohort == "cno" & patient$consent != "withdrawn" & patient$status != "opted_out", ]
  drug <- read("treatment")
  drug$start <- day(drug$started_on)
  visit <- read("visit")
  visit$day <- day(visit$visited_on)
  if (is.null(visit$clinical_lesions)) visit$clinical_lesions <- ""
  laboratory <- read("laboratory")
  # Where the laboratory gives no more than a limit, all values on its side are possible: from `low` to `high`, by a hair inside an end that is not one of them.
  marker <- function(analyte, otherwise) {
    rows <- laboratory[laboratory$analyte == analyte & !is.na(number(laboratory$value)), ]
    value <- number(rows$value)
    side <- if (is.null(rows$comparator)) rep("", nrow(rows)) else rows$comparator
    low <- ifelse(side %in% c("below", "at_most"), 0, ifelse(side == "above", value + 1e-6, value))
    high <- ifelse(side %in% c("above", "at_least"), Inf, ifelse(side == "below", value - 1e-6, value))
    limit <- number(rows$upper_limit)
    limit[is.na(limit)] <- otherwise
    best <- function(x) vapply(visit$visit, function(v) { own <- x[rows$visit == v]; if (length(own) == 0) NA_real_ else max(own) }, 1)
    above <- ifelse(low > limit, 1, ifelse(high <= limit, 0, NA))
    any_above <- vapply(visit$visit, function(v) {
      own <- above[rows$visit == v]
      if (any(own %in% 1)) 1 else if (length(own) == 0 || anyNA(own)) NA_real_ else 0
    }, 1)
    list(low = best(low), high = best(high), elevated = any_above)
  }
  crp <- marker("crp", 5)
  esr <- marker("esr", 15)
  signs <- cbind(yes(visit$swelling), yes(visit$redness), yes(visit$heat))
  least <- rowSums(signs, na.rm = TRUE)
  whole <- rowSums(is.na(signs)) == 0
  local <- ifelse(whole | least > 0, least, NA)
  most <- least + rowSums(is.na(signs))
  fever <- as.numeric(number(visit$temperature_cel) > 38)
  pain <- number(visit$pain_nrs)
  sites <- number(visit$painful_sites)
  family <- number(visit$patient_global_nrs)
  physician <- number(visit$physician_global_nrs)
  clinical <- number(visit$clinical_lesions)
  chaq <- number(visit$chaq)
  symptomatic <- ifelse(is1(pain > 0) | is1(sites > 0), 1, ifelse(is1(pain == 0) | is1(sites == 0), 0, NA))
  open <- function(marker) !is.na(marker$low) & is.na(marker$elevated)
  inflamed <- ifelse(least > 0 | is1(fever == 1) | is1(crp$elevated == 1) | is1(esr$elevated == 1), 1, ifelse(open(crp) | open(esr), NA, ifelse(whole & least == 0, 0, NA)))
  change <- held(visit$subjective_change)
  cdas <- pain + family + clinical

  imaging <- read("imaging")
  imaging$day <- day(imaging$imaged_on)
  observed <- read("lesion_observation")
  imaging <- imaging[imaging$modality %in% c("whole_body_mri", "regional_mri") & imaging$imaging %in% observed$imaging, ]
  imaging$visible <- vapply(imaging$imaging, function(i) sum(observed$imaging == i & observed$state != "not_visible"), 1L)

  first <- function(rows, distance, days) if (length(rows) == 0) NA_integer_ else rows[order(distance, days[rows], rows)][1]
  state_of <- function(b, v) {
    if (is.na(v)) return(NA)
    surely <- function(marker) is1(marker$elevated[b] == 1 & marker$high[v] < marker$low[b])
    perhaps <- function(marker) is1(marker$elevated[b] == 1 & marker$low[v] < marker$high[b])
    if (is1(symptomatic[v] == 0 & inflamed[v] == 0)) return("full_remission")
    if (is1(symptomatic[v] == 0) && least[v] == 0 && whole[v] && is.na(inflamed[v])) return(NA)
    if (is.na(change[v])) return(NA)
    if (change[v] != "improved") return("active")
    fell <- surely(crp) | surely(esr) | is1(local[b] > 0 & most[v] < local[b])
    if (fell) return("partial_remission")
    if (is.na(inflamed[b]) || is.na(inflamed[v])) return(NA)
    if (inflamed[b] == 0 && inflamed[v] == 0) return("partial_remission")
    if (perhaps(crp) || perhaps(esr)) NA else "active"
  }
  # Who is in remission or improved at the last visit after a day, by each definition; TRUE, FALSE or not known.
  well <- function(who, start) {
    mine <- which(visit$patient == who)
    d <- visit$day - start
    near <- mine[d[mine] >= -30 & d[mine] <= 14]
    b <- first(near, abs(d[near]), visit$day)
    after <- mine[d[mine] >= 1]
    v <- first(after, -d[after], visit$day)
    image <- which(imaging$patient == who)
    e <- imaging$day - start
    at <- image[e[image] >= -84 & e[image] <= 14]
    at <- first(at, abs(e[at]), imaging$day)
    later <- image[e[image] >= 1]
    same <- later[imaging$modality[later] %in% imaging$modality[at]]
    same <- first(same, -e[same], imaging$day)
    body <- later[imaging$modality[later] == "whole_body_mri"]
    body <- first(body, -e[body], imaging$day)
    part <- first(later, -e[later], imaging$day)
    state <- state_of(b, v)
    items <- function(visit_no, seen) {
      others <- c(physician[visit_no], family[visit_no], chaq[visit_no], imaging$visible[seen])
      list(low = c(esr$low[visit_no], others), high = c(esr$high[visit_no], others))
    }
    before <- items(b, at)
    now <- items(v, same)
    pedcno <- function(level) {
      # Yes or no where it holds of every two values that an item can have had, or of none.
      alike <- function(holds) {
        yes <- cbind(holds(before$low, now$low), holds(before$low, now$high), holds(before$high, now$low), holds(before$high, now$high))
        ifelse(rowSums(yes) == 4, TRUE, ifelse(rowSums(yes) == 0, FALSE, NA))
      }
      better <- alike(function(was, is) was > 0 & is <= (1 - level / 100) * was + 1e-9)
      worse <- alike(function(was, is) is > 1.3 * was + 1e-9)
      known <- !is.na(better) & !is.na(worse)
      if (is.na(v) || sum(known) < 3) return(NA)
      sum(better[known]) >= 3 && sum(worse[known]) <= 1
    }
    mri <- if (!is.na(body)) imaging$visible[body] == 0 else if (is.na(part) || imaging$visible[part] == 0) NA else FALSE
    c(state == "full_remission", state %in% c("full_remission", "partial_remission") | (if (is.na(state)) NA else FALSE), pedcno(30), pedcno(50), pedcno(70), pedcno(90), cdas[b] - cdas[v] >= 2.5, physician[v] < 4, mri, pain[v] <= 1)
  }
  who <- patient$patient
  diagnosed <- day(patient$diagnosed_on)
  matrix_of <- function(who, start) {
    m <- matrix(NA, length(who), length(DEFINITIONS), dimnames = list(NULL, DEFINITIONS))
    for (i in seq_along(who)) m[i, ] <- well(who[i], start[i])
    m
  }
  all <- matrix_of(who, diagnosed)
  for (one in DEFINITIONS) {
    put(paste0("outcome-well.", one, ".n"), sum(all[, one], na.rm = TRUE))
    put(paste0("outcome-well.", one, ".N"), sum(!is.na(all[, one])))
    put(paste0("outcome-well.", one, ".missing"), sum(is.na(all[, one])))
  }

  # Each two definitions.
  for (i in seq_along(DEFINITIONS)) for (j in seq_along(DEFINITIONS)) if (i < j) {
    id <- paste0("outcome-agreement-", DEFINITIONS[i], "-", DEFINITIONS[j], ".all")
    known <- !is.na(all[, i]) & !is.na(all[, j])
    m <- table(factor(all[known, i], c(TRUE, FALSE)), factor(all[known, j], c(TRUE, FALSE)))
    put(paste0(id, ".N"), sum(m))
    put(paste0(id, ".both-yes"), m[1, 1])
    put(paste0(id, ".first-only"), m[1, 2])
    put(paste0(id, ".second-only"), m[2, 1])
    put(paste0(id, ".both-no"), m[2, 2])
    put(paste0(id, ".agreed"), if (sum(m) == 0) NA else 100 * sum(diag(m)) / sum(m))
    limits <- c(NA, NA, NA)
    if (sum(m) > 0 && min(rowSums(m), colSums(m)) > 0) {
      p <- m / sum(m)
      r <- rowSums(p)
      s <- colSums(p)
      e <- sum(r * s)
      k <- (sum(diag(p)) - e) / (1 - e)
      a <- sum(diag(p) * (1 - (r + s) * (1 - k))^2)
      b <- (1 - k)^2 * (p[1, 2] * (s[1] + r[2])^2 + p[2, 1] * (s[2] + r[1])^2)
      half <- qnorm(0.975) * sqrt(max(0, a + b - (k - e * (1 - k))^2)) / ((1 - e) * sqrt(sum(m)))
      limits <- c(k, max(-1, k - half), min(1, k + half))
    }
    put(paste0(id, ".kappa"), limits[1])
    put(paste0(id, ".kappa-lower"), limits[2])
    put(paste0(id, ".kappa-upper"), limits[3])
  }

  # The classes of drugs in the order of their shares.
  of <- lapply(CLASSES, function(class) {
    rows <- drug[drug$drug_class == class & drug$patient %in% who & !is.na(drug$start), ]
    begun <- tapply(rows$start, rows$patient, min)
    matrix_of(names(begun), as.vector(begun))
  })
  N <- vapply(of, function(m) colSums(!is.na(m)), numeric(length(DEFINITIONS)))
  n <- vapply(of, function(m) colSums(m, na.rm = TRUE), numeric(length(DEFINITIONS)))
  dimnames(N) <- dimnames(n) <- list(DEFINITIONS, CLASSES)
  place_of <- function(one) ifelse(N[one, ] >= 5, n[one, ] / N[one, ], NA)
  for (one in DEFINITIONS) {
    share <- place_of(one)
    place <- rank(-share, ties.method = "min", na.last = "keep")
    for (class in CLASSES) {
      id <- paste0("outcome-order.", one, "/", class)
      put(paste0(id, ".n"), n[one, class])
      put(paste0(id, ".N"), N[one, class])
      put(paste0(id, ".place"), place[class])
    }
    against <- place_of("full_remission")
    both <- which(!is.na(share) & !is.na(against))
    order <- NA
    if (length(both) > 1) {
      pairs <- combn(both, 2)
      order <- sign(share[pairs[1, ]] - share[pairs[2, ]]) * sign(against[pairs[1, ]] - against[pairs[2, ]])
    }
    id <- paste0("outcome-order.", one)
    put(paste0(id, ".groups-placed"), sum(!is.na(share)))
    put(paste0(id, ".groups-compared"), length(both))
    put(paste0(id, ".pairs-same"), if (length(both) < 2) NA else sum(order == 1))
    put(paste0(id, ".pairs-reversed"), if (length(both) < 2) NA else sum(order == -1))
    put(paste0(id, ".pairs-level"), if (length(both) < 2) NA else sum(order == 0))
    put(paste0(id, ".tau"), if (length(both) < 2) NA else suppressWarnings(cor(share[both], against[both], method = "kendall")))
  }
  out
}

text <- json(list(versions = list(R = R.version.string), drawn = args[4], results = list(sample = recomputed(args[2]), drawn = recomputed(args[3]))))
cat(text, "\n", sep = "", file = args[5])
