# Results of the course under the treatment plans from the CSV charts alone. It shares nothing with the product: it reads the files,
# not a freeze, and follows the sentences of rules.ts. survival::survfit gives the curves.
# Rscript ctp-course.R <write-json.R> <sample charts> <drawn charts> <hash of the drawn charts> <file>
args <- commandArgs(TRUE)
source(args[1])
suppressPackageStartupMessages(library(survival))

MISSING <- c("", "unknown", "not done", "not applicable")
PLANS <- c("methotrexate", "bisphosphonate", "tnf_inhibitor")
STEP <- c(methotrexate = 1, bisphosphonate = 2, tnf_inhibitor = 3)
LONG <- c("humerus", "radius", "ulna", "femur", "tibia", "fibula")
ENDS <- c("epiphysis", "metaphysis", "proximal_metaphysis", "distal_metaphysis")
MONTHS <- list(month3 = c(91, 36, 136), month6 = c(183, 137, 273), month12 = c(365, 274, 547))

held <- function(x) ifelse(x %in% MISSING, NA, x)
number <- function(x) as.numeric(held(x))
day <- function(x) {
  x <- held(x)
  full <- ifelse(is.na(x), NA, ifelse(nchar(x) == 7, paste0(x, "-15"), x))
  as.integer(as.Date(full))
}
# Of conditions: any that is met decides for, none that could be decides against.
either <- function(...) { x <- c(...); if (any(x %in% TRUE)) TRUE else if (anyNA(x)) NA else FALSE }
both <- function(...) { x <- c(...); if (any(x %in% FALSE)) FALSE else if (anyNA(x)) NA else TRUE }

recomputed <- function(folder) {
  read <- function(table) read.csv(file.path(folder, paste0(table, ".csv")), colClasses = "character", check.names = FALSE, encoding = "UTF-8", na.strings = character())
  out <- list()
  put <- function(id, value) out[[id]] <<- if (length(value) == 0 || is.na(value)) NA else value
  share <- function(id, x) {
    x <- x[!is.na(x)]
    put(paste0(id, ".n"), sum(x))
    put(paste0(id, ".N"), length(x))
    put(paste0(id, ".percent"), if (length(x) == 0) NA else 100 * mean(x))
  }
  numeric <- function(id, x) {
    x <- x[!is.na(x)]
    q <- if (length(x) == 0) rep(NA, 3) else quantile(x, c(0.25, 0.5, 0.75), type = 6, names = FALSE)
    put(paste0(id, ".n"), length(x))
    put(paste0(id, ".lower-quartile"), q[1])
    put(paste0(id, ".median"), q[2])
    put(paste0(id, ".upper-quartile"), q[3])
    put(paste0(id, ".sd"), if (length(x) < 2) NA else sd(x))
  }

  patient <- read("patient")
  patient <- patient[patient$cohort == "cno" & patient$consent != "withdrawn" & patient$status != "opted_out", ]
  put("all-children.all.n", nrow(patient))
  drug <- read("treatment")
  drug$start <- day(drug$started_on)
  drug$stop <- day(drug$stopped_on)
  drug$plan <- ifelse(drug$drug %in% c("methotrexate", "sulfasalazine"), "methotrexate", ifelse(drug$drug_class %in% PLANS, drug$drug_class, NA))
  visit <- read("visit")
  visit$day <- day(visit$visited_on)
  visit <- visit[order(visit$visit), ]
  if (is.null(visit$clinical_lesions)) visit$clinical_lesions <- ""
  laboratory <- read("laboratory")
  laboratory <- laboratory[laboratory$analyte == "esr" & !is.na(number(laboratory$value)), ]
  # Where the laboratory gives no more than a limit, all values on its side are possible: by a hair inside an end that is not one of them.
  value <- number(laboratory$value)
  side <- if (is.null(laboratory$comparator)) rep("", nrow(laboratory)) else laboratory$comparator
  low <- ifelse(side %in% c("below", "at_most"), 0, ifelse(side == "above", value + 1e-6, value))
  high <- ifelse(side %in% c("above", "at_least"), Inf, ifelse(side == "below", value - 1e-6, value))
  best <- function(x) vapply(visit$visit, function(v) { own <- x[laboratory$visit == v]; if (length(own) == 0) NA_real_ else max(own) }, 1)
  esr_low <- best(low)
  esr_high <- best(high)
  esr <- ifelse(esr_low == esr_high, esr_low, NA)
  imaging <- read("imaging")
  imaging$day <- day(imaging$imaged_on)
  imaging$mri <- imaging$modality %in% c("whole_body_mri", "regional_mri")
  observed <- read("lesion_observation")
  lesion <- read("lesion")
  observed <- merge(observed, lesion[, c("lesion", "bone", "side", "part")], by = "lesion")
  imaging$read <- imaging$imaging %in% observed$imaging
  imaging$visible <- vapply(imaging$imaging, function(i) sum(observed$imaging == i & observed$state != "not_visible"), 1L)
  imaging$active <- vapply(imaging$imaging, function(i) any(observed$imaging == i & observed$state != "not_visible"), TRUE)
  imaging$spine <- vapply(imaging$imaging, function(i) any(observed$imaging == i & observed$state != "not_visible" & grepl("vertebra|sacrum", observed$bone)), TRUE)
  imaging <- imaging[order(imaging$imaging), ]
  biopsy <- read("biopsy")
  manifestation <- read("manifestation")

  # The first plan.
  rows <- lapply(seq_len(nrow(patient)), function(i) {
    who <- patient$patient[i]
    own <- drug[drug$patient == who & !is.na(drug$plan), ]
    begun <- tapply(own$start, own$plan, min)
    begun <- begun[begun >= day(patient$diagnosed_on[i])]
    if (length(begun) == 0) return(NULL)
    together <- begun[begun <= min(begun) + 14]
    plan <- names(together)[which.max(STEP[names(together)])]
    later <- begun[begun > min(begun) + 14 & names(begun) != plan & !(plan == "tnf_inhibitor" & names(begun) == "methotrexate")]
    data.frame(patient = who, plan = plan, start = unname(begun[plan]), further = if (length(later) == 0) NA else min(later), born = day(patient$born_on[i]), diagnosed = day(patient$diagnosed_on[i]), contact = day(patient$last_contact_on[i]), girl = if (is.na(held(patient$sex[i]))) NA else patient$sex[i] == "female")
  })
  plan <- do.call(rbind, rows)
  put("without-plan.all.n", nrow(patient) - nrow(plan))
  for (one in PLANS) put(paste0("plan-begun.", one, ".n"), sum(plan$plan == one))

  # The visit of day 0: closest, from 30 days before to 14 days after, the earlier of two.
  closest <- function(rows, days, target) rows[order(abs(days[rows] - target), days[rows], rows)][1]
  plan$visit <- vapply(seq_len(nrow(plan)), function(i) {
    near <- which(visit$patient == plan$patient[i] & visit$day - plan$start[i] >= -30 & visit$day - plan$start[i] <= 14)
    if (length(near) == 0) NA_integer_ else closest(near, visit$day, plan$start[i])
  }, 1L)
  pain <- number(visit$pain_nrs)
  sites <- number(visit$painful_sites)
  symptomatic <- ifelse(pain %in% 1:10 | sites %in% 1:50, TRUE, ifelse(pain %in% 0 | sites %in% 0, FALSE, NA))

  met <- t(vapply(seq_len(nrow(plan)), function(i) {
    who <- plan$patient[i]
    zero <- plan$start[i]
    seen <- imaging[imaging$patient == who & imaging$day <= zero, ]
    recent <- seen[seen$mri & zero - seen$day <= 84, ]
    bone <- if (nrow(recent) == 0) FALSE else if (!any(recent$read)) NA else any(recent$active)
    spine <- if (nrow(recent) == 0) FALSE else if (!any(recent$read)) NA else any(recent$spine)
    nsaid <- drug[drug$patient == who & drug$drug_class == "nsaid" & drug$start < zero, ]
    taken <- pmin(ifelse(is.na(nsaid$stop), zero, nsaid$stop), zero) - nsaid$start
    long <- ifelse(taken < 28, FALSE, ifelse(is.na(nsaid$stop) & nsaid$stopped_on != "not applicable", NA, TRUE))
    v <- plan$visit[i]
    heat <- held(visit$heat[v]) == "yes"
    active <- either(bone, both(symptomatic[v], heat))
    of <- observed[observed$imaging %in% seen$imaging & observed$state != "not_visible", ]
    sides <- vapply(LONG, function(b) {
      side <- function(s) { x <- of[of$bone == b & of$side == s, ]; if (nrow(x) == 0) FALSE else if (any(x$part %in% ENDS)) TRUE else if (any(x$part %in% MISSING)) NA else FALSE }
      both(side("left"), side("right"))
    }, NA)
    told <- either(any(biopsy$patient == who & day(biopsy$taken_on) <= zero), any(manifestation$patient == who & manifestation$kind %in% c("crohn", "ulcerative_colitis", "psoriasis", "palmoplantar_pustulosis")), any(of$bone == "clavicle"), sides)
    c(age = zero - plan$born[i] <= 7670, oedema = bone, whole_body = any(seen$modality %in% c("whole_body_mri", "scintigraphy")), active = either(spine, both(either(long, FALSE), active)), told_apart = told)
  }, rep(NA, 5)))
  for (one in colnames(met)) {
    put(paste0("entry-condition.", one, ".met"), sum(met[, one] %in% TRUE))
    put(paste0("entry-condition.", one, ".not_met"), sum(met[, one] %in% FALSE))
    put(paste0("entry-condition.", one, ".not_known"), sum(is.na(met[, one])))
  }
  failed <- rowSums(!met, na.rm = TRUE)
  eligibility <- ifelse(failed > 0, "not_eligible", ifelse(rowSums(is.na(met)) > 0, "undecided", "eligible"))
  put("only-one-missing.all.n", sum(failed == 1))
  for (p in PLANS) for (one in c("eligible", "not_eligible", "undecided")) put(paste0("eligibility.", p, ".", one), sum(plan$plan == p & eligibility == one))

  # Children at day 0.
  at_zero <- function(column, times = 1) number(visit[[column]])[plan$visit] * times
  for (p in PLANS) {
    own <- plan$plan == p
    numeric(paste0("plan-age.", p), ((plan$start - plan$born) / 365.25)[own])
    numeric(paste0("since-diagnosis.", p), ((plan$start - plan$diagnosed) / 30.4375)[own])
    numeric(paste0("pain-at-entry.", p), at_zero("pain_nrs")[own])
    numeric(paste0("physician-global-at-entry.", p), at_zero("physician_global_nrs")[own])
    numeric(paste0("chaq-at-entry.", p), at_zero("chaq")[own])
    numeric(paste0("esr-at-entry.", p), esr[plan$visit][own])
    share(paste0("plan-girls.", p), plan$girl[own])
  }

  # PedCNO at the months of each plan.
  others <- function(v) c(number(visit$physician_global_nrs)[v], number(visit$patient_global_nrs)[v], number(visit$chaq)[v])
  well <- list()
  for (month in names(MONTHS)) {
    target <- MONTHS[[month]][1]
    from <- MONTHS[[month]][2]
    to <- MONTHS[[month]][3]
    now <- vapply(seq_len(nrow(plan)), function(i) {
      d <- visit$day - plan$start[i]
      near <- which(visit$patient == plan$patient[i] & d >= from & d <= to & d > 0)
      if (length(near) == 0) NA_integer_ else closest(near, d, target)
    }, 1L)
    read <- which(imaging$mri & imaging$read)
    items <- lapply(seq_len(nrow(plan)), function(i) {
      d <- imaging$day - plan$start[i]
      mine <- read[imaging$patient[read] == plan$patient[i]]
      first <- mine[d[mine] >= -84 & d[mine] <= 14]
      first <- if (length(first) == 0) NA else closest(first, d, 0)
      later <- mine[d[mine] >= from & d[mine] <= to & imaging$modality[mine] %in% imaging$modality[first]]
      later <- if (is.na(first) || length(later) == 0) NA else closest(later, d, target)
      at <- function(v, seen) list(low = c(esr_low[v], others(v), seen), high = c(esr_high[v], others(v), seen))
      list(before = at(plan$visit[i], imaging$visible[first]), now = at(now[i], imaging$visible[later]))
    })
    for (level in c(30, 50, 70, 90)) {
      state <- vapply(seq_along(items), function(i) {
        if (is.na(now[i])) return(NA)
        b <- items[[i]]$before
        n <- items[[i]]$now
        # Yes or no where it holds of every two values that an item can have had, or of none.
        alike <- function(holds) {
          yes <- cbind(holds(b$low, n$low), holds(b$low, n$high), holds(b$high, n$low), holds(b$high, n$high))
          ifelse(rowSums(yes) == 4, TRUE, ifelse(rowSums(yes) == 0, FALSE, NA))
        }
        is_better <- alike(function(was, is) was > 0 & is <= (1 - level / 100) * was + 1e-9)
        is_worse <- alike(function(was, is) is > 1.3 * was + 1e-9)
        known <- !is.na(is_better) & !is.na(is_worse)
        if (sum(known) < 3) return(NA)
        better <- sum(is_better[known])
        worse <- sum(is_worse[known])
        better >= 3 && worse <= 1
      }, NA)
      if (month == "month12") well[[paste0("pedcno", level)]] <- state
      for (p in PLANS) {
        share(paste0("pedcno", level, ".", p, "/", month), state[plan$plan == p])
        share(paste0("pedcno", level, "-eligible.", p, "/", month), state[plan$plan == p & eligibility == "eligible"])
      }
    }
    for (p in PLANS) numeric(paste0("plan-pain.", p, "/", month), number(visit$pain_nrs)[now][plan$plan == p])
    if (month != "month12") next

    # In remission or improved at 12 months by the other definitions; states are the registry report's to recompute.
    cdas <- number(visit$pain_nrs) + number(visit$patient_global_nrs) + number(visit$clinical_lesions)
    well$cdas_fall <- cdas[plan$visit] - cdas[now] >= 2.5
    well$severe_disease <- number(visit$physician_global_nrs)[now] < 4
    well$mri_inactive <- vapply(seq_len(nrow(plan)), function(i) {
      d <- imaging$day - plan$start[i]
      mine <- read[imaging$patient[read] == plan$patient[i]]
      mine <- mine[d[mine] >= from & d[mine] <= to]
      whole <- mine[imaging$modality[mine] == "whole_body_mri"]
      if (length(whole) > 0) return(imaging$visible[closest(whole, d, target)] == 0)
      if (length(mine) == 0 || imaging$visible[closest(mine, d, target)] == 0) NA else FALSE
    }, NA)
    well$low_pain <- number(visit$pain_nrs)[now] <= 1
  }
  for (one in names(well)) share(paste0("outcome-well.", one), well[[one]])
  for (pair in combn(names(well), 2, simplify = FALSE)) {
    id <- paste0("outcome-agreement-", pair[1], "-", pair[2], ".all")
    known <- !is.na(well[[pair[1]]]) & !is.na(well[[pair[2]]])
    x <- well[[pair[1]]][known]
    y <- well[[pair[2]]][known]
    chance <- mean(x) * mean(y) + mean(!x) * mean(!y)
    put(paste0(id, ".N"), sum(known))
    put(paste0(id, ".agreed"), if (length(x) == 0) NA else 100 * sum(x == y) / length(x))
    put(paste0(id, ".kappa"), if (length(unique(x)) < 2 || length(unique(y)) < 2) NA else (mean(x == y) - chance) / (1 - chance))
  }
  for (one in names(well)) {
    n <- vapply(PLANS, function(p) sum(well[[one]][plan$plan == p], na.rm = TRUE), 1L)
    N <- vapply(PLANS, function(p) sum(!is.na(well[[one]][plan$plan == p])), 1L)
    place <- rank(-ifelse(N >= 5, n / N, NA), ties.method = "min", na.last = "keep")
    for (p in PLANS) {
      put(paste0("outcome-order.", one, "/", p, ".n"), n[[p]])
      put(paste0("outcome-order.", one, "/", p, ".N"), N[[p]])
      put(paste0("outcome-order.", one, "/", p, ".place"), place[[p]])
    }
  }

  # Time to a further plan.
  time <- ifelse(is.na(plan$further), plan$contact, plan$further) - plan$start
  event <- as.numeric(!is.na(plan$further))
  for (p in PLANS) {
    own <- plan$plan == p & time >= 0
    put(paste0("plan-failure.", p, ".n"), sum(own))
    put(paste0("plan-failure.", p, ".events"), sum(event[own]))
    if (!any(own)) next
    fit <- survfit(Surv(time[own], event[own]) ~ 1, conf.type = "log-log")
    for (at in c(91, 183, 365)) if (at <= max(time[own])) put(paste0("plan-failure.", p, ".survival@", at), summary(fit, times = at)$surv)
  }
  out
}

text <- json(list(versions = list(R = R.version.string), drawn = args[4], results = list(sample = recomputed(args[2]), drawn = recomputed(args[3]))))
cat(text, "\n", sep = "", file = args[5])
