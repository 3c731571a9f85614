# Results of TNF-alpha inhibitor or pamidronate from the CSV charts alone. It shares nothing with the product: it reads the files, not a
# freeze, and follows the sentences of rules.ts. fisher.test, wilcox.test, survival::survfit and survdiff give tests and curves.
# Rscript tnfi-or-pamidronate.R <write-json.R> <sample charts> <drawn charts> <hash of the drawn charts> <file>
args <- commandArgs(TRUE)
source(args[1])
suppressPackageStartupMessages(library(survival))

MISSING <- c("", "unknown", "not done", "not applicable")
DRUGS <- c("pamidronate", "tnf_inhibitor")
MONTHS <- list(month6 = c(183, 137, 273), month12 = c(365, 274, 547))
REMISSION <- c("full_remission", "partial_remission")

held <- function(x) ifelse(x %in% MISSING, NA, x)
number <- function(x) as.numeric(held(x))
yes <- function(x) { x <- held(x); ifelse(is.na(x), NA, as.integer(x == "yes")) }
day <- function(x) {
  x <- held(x)
  full <- ifelse(is.na(x), NA, ifelse(nchar(x) == 7, paste0(x, "-15"), x))
  as.integer(as.Date(full))
}
is <- function(x) x %in% TRUE
by_key <- function(table, key) table[order(table[[key]], method = "radix"), ]

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
  }

  patient <- read("patient")
  patient <- patient[patient$cohort == "cno" & patient$consent != "withdrawn" & patient$status != "opted_out", ]
  patient$born <- day(patient$born_on)
  patient$diagnosed <- day(patient$diagnosed_on)
  patient$contact <- day(patient$last_contact_on)
  row.names(patient) <- patient$patient
  put("all-children.all.n", nrow(patient))

  # Signs of each visit.
  visit <- by_key(read("visit"), "visit")
  visit <- visit[visit$patient %in% patient$patient, ]
  visit$day <- day(visit$visited_on)
  laboratory <- read("laboratory")
  # Where the laboratory gives no more than a limit, all values on its side are possible: from `low` to `high`, by a hair inside an end that is not one of them.
  marker <- function(analyte, limit) {
    own <- laboratory[laboratory$analyte == analyte & !is.na(number(laboratory$value)), ]
    value <- number(own$value)
    side <- if (is.null(own$comparator)) rep("", nrow(own)) else own$comparator
    low <- ifelse(side %in% c("below", "at_most"), 0, ifelse(side == "above", value + 1e-6, value))
    high <- ifelse(side %in% c("above", "at_least"), Inf, ifelse(side == "below", value - 1e-6, value))
    upper <- ifelse(is.na(number(own$upper_limit)), limit, number(own$upper_limit))
    above <- ifelse(low > upper, 1, ifelse(high <= upper, 0, NA))
    of <- function(x) vapply(visit$visit, function(v) { y <- x[own$visit == v]; if (length(y) == 0) NA_real_ else max(y) }, 1)
    any_above <- vapply(visit$visit, function(v) {
      y <- above[own$visit == v]
      if (any(y %in% 1)) 1 else if (length(y) == 0 || anyNA(y)) NA_real_ else 0
    }, 1)
    data.frame(low = of(low), high = of(high), value = ifelse(of(low) == of(high), of(low), NA), elevated = any_above)
  }
  crp <- marker("crp", 5)
  esr <- marker("esr", 15)
  pain <- number(visit$pain_nrs)
  sites <- number(visit$painful_sites)
  visit$symptomatic <- ifelse(is(pain > 0) | is(sites > 0), 1, ifelse(is(pain == 0) | is(sites == 0), 0, NA))
  signs <- cbind(yes(visit$swelling), yes(visit$redness), yes(visit$heat))
  seen <- rowSums(signs, na.rm = TRUE)
  visit$local <- ifelse(seen > 0 | !is.na(rowSums(signs)), seen, NA)
  visit$at_most <- seen + rowSums(is.na(signs))
  fever <- number(visit$temperature_cel) > 38
  open <- function(marker) !is.na(marker$low) & is.na(marker$elevated)
  visit$inflamed <- ifelse(seen > 0 | is(fever) | is(crp$elevated == 1) | is(esr$elevated == 1), 1, ifelse(open(crp) | open(esr), NA, ifelse(is(rowSums(signs) == 0), 0, NA)))
  visit$change <- held(visit$subjective_change)

  closest <- function(rows, days, target) rows[order(abs(days[rows] - target), days[rows], rows)][1]
  # State at every visit after a start, against the closest visit from 30 days before to 14 days after it.
  course <- function(who, start) {
    mine <- which(visit$patient == who)
    near <- mine[visit$day[mine] - start >= -30 & visit$day[mine] - start <= 14]
    b <- if (length(near) == 0) NA_integer_ else closest(near, visit$day, start)
    after <- mine[visit$day[mine] > start]
    better <- visit$change[after] == "improved"
    surely <- function(marker) is(marker$elevated[b] == 1) & is(marker$high[after] < marker$low[b])
    perhaps <- function(marker) is(marker$elevated[b] == 1) & is(marker$low[after] < marker$high[b])
    reduced <- surely(crp) | surely(esr) | is(visit$local[b] > 0) & is(visit$at_most[after] < visit$local[b])
    by_limit <- is(rowSums(signs[after, , drop = FALSE]) == 0) & is.na(visit$inflamed[after])
    state <- ifelse(is(visit$symptomatic[after] == 0) & is(visit$inflamed[after] == 0), "full_remission",
      ifelse(is(visit$symptomatic[after] == 0) & by_limit, "undetermined",
      ifelse(is(better) & reduced, "partial_remission",
      ifelse(is(better) & is(visit$inflamed[b] == 0) & is(visit$inflamed[after] == 0), "partial_remission",
      ifelse(is(better) & (is.na(visit$inflamed[b]) | is.na(visit$inflamed[after])), "undetermined",
      ifelse(is(better) & (perhaps(crp) | perhaps(esr)), "undetermined",
      ifelse(is.na(better), "undetermined", "active")))))))
    list(baseline = b, visit = after, day = visit$day[after], state = state)
  }

  imaging <- by_key(read("imaging"), "imaging")
  imaging <- imaging[imaging$patient %in% patient$patient, ]
  imaging$day <- day(imaging$imaged_on)
  imaging$mri <- imaging$modality %in% c("whole_body_mri", "regional_mri")
  observed <- read("lesion_observation")
  counted <- function(states) vapply(imaging$imaging, function(i) sum(observed$imaging == i & observed$state %in% states), 1L)
  imaging$read <- imaging$imaging %in% observed$imaging
  imaging$new <- counted("new")
  imaging$active <- counted(c("active", "remaining"))
  imaging$visible <- counted(c("new", "active", "remaining"))

  # Relapses of each child: new symptoms with a new lesion on an MRI near the visit, the last telling visit before in remission.
  relapses <- lapply(setNames(patient$patient, patient$patient), function(who) {
    own <- course(who, patient[who, "diagnosed"])
    new <- imaging$day[imaging$patient == who & imaging$mri & imaging$new > 0]
    lesion <- vapply(own$day, function(d) any(new - d >= -30 & new - d <= 60), NA)
    flares <- is(visit$symptomatic[own$visit] == 1) & is(visit$change[own$visit] == "worse") & lesion
    telling <- which(flares | own$state %in% REMISSION)
    telling <- telling[order(own$day[telling], own$visit[telling])]
    before <- c(TRUE, flares[telling][-length(telling)])[seq_along(telling)]
    own$day[telling[flares[telling] & !before]]
  })

  # The drugs of each child.
  treatment <- read("treatment")
  treatment$start <- day(treatment$started_on)
  treatment$stop <- day(treatment$stopped_on)
  treatment$group <- ifelse(treatment$drug == "pamidronate", "pamidronate", ifelse(treatment$drug_class == "tnf_inhibitor", "tnf_inhibitor", NA))
  treatment <- treatment[!is.na(treatment$group) & treatment$patient %in% patient$patient, ]
  given <- unique(treatment[, c("patient", "group")])
  rows <- function(i) treatment[treatment$patient == given$patient[i] & treatment$group == given$group[i], ]
  every <- seq_len(nrow(given))
  given$start <- vapply(every, function(i) min(rows(i)$start), 1L)
  other <- vapply(every, function(i) { x <- given$start[given$patient == given$patient[i] & given$group != given$group[i]]; if (length(x) == 0) NA_integer_ else x }, 1L)
  given$place <- ifelse(is.na(other), "alone", ifelse(other > given$start + 14, "first", ifelse(other < given$start - 14, "second", "together")))
  given$other <- ifelse(given$place == "first", other, NA)
  ineffective <- vapply(every, function(i) {
    r <- rows(i)
    if (anyNA(r$stop) || !any(r$stop == max(r$stop) & r$stop_reason == "inefficacy")) NA_integer_ else max(r$stop)
  }, 1L)
  given$failed <- pmin(given$other, ineffective, na.rm = TRUE)
  compared <- given$place %in% c("alone", "first")
  of <- function(group, place) given$patient[given$group == group & given$place == place]
  put("drug-order.all.pamidronate_alone", length(of("pamidronate", "alone")))
  put("drug-order.all.tnf_inhibitor_alone", length(of("tnf_inhibitor", "alone")))
  put("drug-order.all.pamidronate_first", length(of("pamidronate", "first")))
  put("drug-order.all.tnf_inhibitor_first", length(of("tnf_inhibitor", "first")))
  put("drug-order.all.together", length(of("pamidronate", "together")))
  put("given-either.all.n", length(unique(given$patient)))
  put("given-both-in-turn.all.n", sum(given$place == "first"))

  # The child at day 0.
  courses <- lapply(every, function(i) course(given$patient[i], given$start[i]))
  zero <- vapply(courses, function(x) x$baseline, 1L)
  girl <- c(female = 1, male = 0)[patient[given$patient, "sex"]]
  fatigue <- as.numeric(number(visit$fatigue_nrs)[zero] >= 1)
  manifestation <- read("manifestation")
  arthritis <- vapply(every, function(i) {
    noticed <- day(manifestation$noticed_on[manifestation$patient == given$patient[i] & manifestation$kind == "arthritis"])
    as.numeric(any(is.na(noticed) | noticed <= given$start[i]))
  }, 1)
  lesions <- vapply(every, function(i) {
    d <- imaging$day - given$start[i]
    near <- which(imaging$patient == given$patient[i] & imaging$mri & imaging$read & d >= -84 & d <= 14)
    if (length(near) == 0) NA_real_ else as.numeric(imaging$visible[closest(near, d, 0)])
  }, 1)
  for (drug in DRUGS) {
    first <- compared & given$group == drug
    put(paste0("first-drug.", drug, ".n"), sum(first))
    put(paste0("drug-given.", drug, ".n"), sum(given$group == drug))
    share(paste0("start-girls.", drug), girl[first])
    share(paste0("start-fatigue.", drug), fatigue[first])
    share(paste0("start-arthritis.", drug), arthritis[first])
    share(paste0("first-failed.", drug), as.numeric(!is.na(given$failed))[first])
    numeric(paste0("start-age.", drug), ((given$start - patient[given$patient, "born"]) / 365.25)[first])
    numeric(paste0("start-lesions.", drug), lesions[first])
    numeric(paste0("start-crp.", drug), crp$value[zero][first])
    numeric(paste0("start-pain.", drug), pain[zero][first])
  }
  fisher <- function(x, y) { known <- !is.na(x) & !is.na(y); fisher.test(table(factor(x[known], 0:1), factor(y[known], 0:1)))$p.value }
  inhibitor <- as.numeric(given$group == "tnf_inhibitor")
  put("fatigue-and-drug.all.fisher-p", fisher(inhibitor[compared], fatigue[compared]))
  put("arthritis-and-drug.all.fisher-p", fisher(inhibitor[compared], arthritis[compared]))

  # Failure of pamidronate given first.
  own <- compared & given$group == "pamidronate"
  failed <- as.numeric(!is.na(given$failed))
  put("sex-and-failure.all.fisher-p", fisher(failed[own], girl[own]))
  ranks <- function(x) wilcox.test(x[own & failed == 1], x[own & failed == 0], exact = FALSE)$p.value
  put("lesions-and-failure.all.p", ranks(lesions))
  put("crp-and-failure.all.p", ranks(crp$value[zero]))
  for (state in 0:1) {
    name <- c("not_failed", "failed")[state + 1]
    share(paste0("pamidronate-girls.", name), girl[own & failed == state])
    numeric(paste0("pamidronate-lesions.", name), lesions[own & failed == state])
    numeric(paste0("pamidronate-crp.", name), crp$value[zero][own & failed == state])
  }

  # State and MRI under each drug.
  for (month in names(MONTHS)) {
    target <- MONTHS[[month]][1]
    point <- vapply(every, function(i) {
      d <- courses[[i]]$day - given$start[i]
      near <- which(d >= MONTHS[[month]][2] & d <= MONTHS[[month]][3])
      if (length(near) == 0) NA_integer_ else near[order(abs(d[near] - target), d[near], courses[[i]]$visit[near])][1]
    }, 1L)
    state <- vapply(every, function(i) {
      read <- if (is.na(point[i])) given$start[i] + target else courses[[i]]$day[point[i]]
      flares <- relapses[[given$patient[i]]]
      if (is(given$other[i] <= read)) "other_drug"
      else if (any(flares > given$start[i] & flares <= read)) "relapse"
      else if (is.na(point[i])) "not_seen"
      else courses[[i]]$state[point[i]]
    }, "")
    remission <- ifelse(state %in% c("not_seen", "undetermined"), NA, as.numeric(state %in% REMISSION))
    for (drug in DRUGS) {
      for (one in c("full_remission", "partial_remission", "active", "relapse", "other_drug"))
        put(paste0("drug-state.", drug, "/", month, ".", one), sum(given$group == drug & state == one))
      share(paste0("drug-remission.", drug, "/", month), remission[given$group == drug])
      share(paste0("first-remission.", drug, "/", month), remission[given$group == drug & compared])
      at <- vapply(every, function(i) courses[[i]]$visit[point[i]], 1L)
      numeric(paste0("drug-pain.", drug, "/", month), pain[at][given$group == drug])
    }
  }
  mri <- vapply(every, function(i) {
    d <- imaging$day - given$start[i]
    near <- which(imaging$patient == given$patient[i] & imaging$mri & d >= 274 & d <= 547)
    at <- if (length(near) == 0) NA else closest(near, d, 365)
    if (is(given$other[i] - given$start[i] <= if (is.na(at)) 365 else d[at])) "other_drug"
    else if (is.na(at)) "no_mri"
    else if (imaging$new[at] > 0) "new_lesion"
    else if (imaging$active[at] > 0) "remaining_activity"
    else "no_visible_lesion"
  }, "")
  for (drug in DRUGS) for (one in c("no_visible_lesion", "remaining_activity", "new_lesion", "other_drug"))
    put(paste0("mri-at-12-months.", drug, ".", one), sum(given$group == drug & mri == one))

  # Flares after response, and failure, by Kaplan-Meier.
  contact <- patient[given$patient, "contact"]
  response <- vapply(every, function(i) {
    own <- courses[[i]]$day[courses[[i]]$state %in% REMISSION & !is(courses[[i]]$day >= given$other[i])]
    if (length(own) == 0) NA_integer_ else min(own)
  }, 1L)
  flare <- vapply(every, function(i) {
    own <- relapses[[given$patient[i]]]
    own <- own[is(own > response[i]) & !is(own > given$other[i])]
    if (length(own) == 0) NA_integer_ else min(own)
  }, 1L)
  curve <- function(id, time, event, mine) {
    mine <- mine & !is.na(time) & time >= 0
    for (drug in DRUGS) {
      of <- mine & given$group == drug
      put(paste0(id, ".", drug, ".n"), sum(of))
      put(paste0(id, ".", drug, ".events"), sum(event[of]))
      fit <- survfit(Surv(time[of], event[of]) ~ 1, conf.type = "log-log")
      for (at in c(183, 365, 730)) if (at <= max(time[of])) put(paste0(id, ".", drug, ".survival@", at), summary(fit, times = at)$surv)
    }
    put(paste0(id, ".compared.log-rank-p"), survdiff(Surv(time[mine], event[mine]) ~ given$group[mine])$pvalue)
  }
  curve("flare-free", ifelse(is.na(flare), pmin(contact, given$other, na.rm = TRUE), flare) - response, as.numeric(!is.na(flare)), compared & !is.na(response))
  curve("first-kept", ifelse(is.na(given$failed), contact, given$failed) - given$start, failed, compared)
  for (drug in DRUGS) share(paste0("flared.", drug), as.numeric(!is.na(flare))[given$group == drug & !is.na(response)])
  out
}

text <- json(list(versions = list(R = R.version.string), drawn = args[4], results = list(sample = recomputed(args[2]), drawn = recomputed(args[3]))))
cat(text, "\n", sep = "", file = args[5])
