# Results of the registry report from the CSV charts alone. It shares nothing with the product: it reads the files, not a freeze,
# and follows the sentences of rules.ts and of packages/cno/src/rules.ts.
# Rscript registry-report.R <write-json.R> <sample charts> <drawn charts> <hash of the drawn charts> <file>
args <- commandArgs(TRUE)
source(args[1])
invisible(Sys.setlocale("LC_ALL", "C.UTF-8"))

MISSING <- c("", "unknown", "not done", "not applicable")
VISIT_ITEMS <- c("pain", "patient_global", "physician_global", "weight", "esr", "crp", "chaq")
CLASSES <- c("nsaid", "steroid", "dmard", "tnf_inhibitor", "bisphosphonate", "other")

charts_of <- function(folder) function(table) {
  read.csv(file.path(folder, paste0(table, ".csv")), colClasses = "character", check.names = FALSE, encoding = "UTF-8", na.strings = character())
}
held <- function(x) ifelse(x %in% MISSING, NA, x)
number <- function(x) as.numeric(held(x))
# A month is its 15th, a year its 1st of July (of a year without a leap day: day 182).
day <- function(x) {
  x <- held(x)
  full <- ifelse(is.na(x), NA, ifelse(nchar(x) == 4, paste0(x, "-01-01"), ifelse(nchar(x) == 7, paste0(x, "-01"), x)))
  as.integer(as.Date(full)) + ifelse(is.na(x), 0L, ifelse(nchar(x) == 4, 181L, ifelse(nchar(x) == 7, 14L, 0L)))
}
yes <- function(x) ifelse(held(x) == "yes", 1, 0)
year_of <- function(d) format(as.Date(d, origin = "1970-01-01"), "%Y")

wilson <- function(n, N) {
  z <- qnorm(0.975)
  p <- n / N
  middle <- (p + z^2 / (2 * N)) / (1 + z^2 / N)
  half <- z / (1 + z^2 / N) * sqrt(p * (1 - p) / N + z^2 / (4 * N^2))
  100 * c(max(0, middle - half), min(1, middle + half))
}

recomputed <- function(folder) {
  read <- charts_of(folder)
  out <- list()
  put <- function(id, value) out[[gsub('"', '\\"', id, fixed = TRUE)]] <<- if (length(value) == 0 || is.na(value)) NA else value
  share <- function(id, x) {
    x <- x[!is.na(x)]
    n <- sum(x)
    N <- length(x)
    put(paste0(id, ".n"), n)
    put(paste0(id, ".N"), N)
    put(paste0(id, ".percent"), if (N == 0) NA else 100 * n / N)
    limits <- if (N == 0) c(NA, NA) else wilson(n, N)
    put(paste0(id, ".wilson-lower"), limits[1])
    put(paste0(id, ".wilson-upper"), limits[2])
  }
  numeric <- function(id, x) {
    x <- x[!is.na(x)]
    q <- if (length(x) == 0) rep(NA, 3) else quantile(x, c(0.25, 0.5, 0.75), type = 6, names = FALSE)
    put(paste0(id, ".n"), length(x))
    put(paste0(id, ".lower-quartile"), q[1])
    put(paste0(id, ".median"), q[2])
    put(paste0(id, ".upper-quartile"), q[3])
    put(paste0(id, ".maximum"), if (length(x) == 0) NA else max(x))
    put(paste0(id, ".mean"), if (length(x) == 0) NA else mean(x))
    put(paste0(id, ".sd"), if (length(x) < 2) NA else sd(x))
  }
  by <- function(of, id, x, levels) for (level in sort(unique(levels))) of(paste0(id, ".", level), x[levels == level])

  patient <- read("patient")
  patient <- patient[!(patient$consent == "withdrawn" | patient$status == "opted_out"), ]
  controls <- sum(patient$cohort == "bacterial_osteomyelitis")
  patient <- patient[patient$cohort == "cno", ]
  of_study <- function(table) { rows <- read(table); rows[rows$patient %in% patient$patient, ] }
  born <- day(patient$born_on)
  onset <- day(patient$onset_on)
  diagnosed <- day(patient$diagnosed_on)
  contact <- day(patient$last_contact_on)
  who <- patient$patient

  visit <- of_study("visit")
  visit$day <- day(visit$visited_on)
  visit <- visit[order(visit$patient, visit$visit), ]
  now <- max(contact, visit$day)
  last_of <- function(p) { own <- visit[visit$patient == p, ]; if (nrow(own) == 0) NA_character_ else own$visit[own$day == max(own$day)][1] }
  last <- vapply(who, last_of, "", USE.NAMES = FALSE)
  last_row <- visit[match(last, visit$visit), ]
  first_day <- vapply(who, function(p) { own <- visit$day[visit$patient == p]; if (length(own) == 0) NA_integer_ else min(own) }, 1L, USE.NAMES = FALSE)

  # Children, diagnosis.
  put("children.all.n", nrow(patient))
  put("controls.all.n", controls)
  put(paste0("as-of.", as.character(as.Date(now, origin = "1970-01-01")), ".n"), nrow(patient))
  enrolled <- year_of(ifelse(is.na(first_day), diagnosed, first_day))
  for (year in unique(enrolled)) put(paste0("enrolled-by-year.", year, ".n"), sum(enrolled == year))
  for (centre in unique(patient$centre)) put(paste0("enrolled-by-centre.", centre, ".n"), sum(patient$centre == centre))
  year <- year_of(diagnosed)
  for (one in unique(year)) put(paste0("diagnosed-by-year.", one, ".n"), sum(year == one))
  girl <- ifelse(is.na(held(patient$sex)), NA, as.numeric(patient$sex == "female"))
  share("girls.all", girl)
  by(share, "girls-by-year", girl, year)
  numeric("age-at-diagnosis.all", (diagnosed - born) / 365.25)
  by(numeric, "age-by-centre", (diagnosed - born) / 365.25, patient$centre)
  by(numeric, "age-by-year", (diagnosed - born) / 365.25, year)
  numeric("delay.all", (diagnosed - onset) / 30.4375)
  by(numeric, "delay-by-year", (diagnosed - onset) / 30.4375, year)
  by(numeric, "delay-by-centre", (diagnosed - onset) / 30.4375, patient$centre)

  # Imaging around diagnosis: from 90 days before to 30 days after.
  imaging <- of_study("imaging")
  since <- day(imaging$imaged_on) - diagnosed[match(imaging$patient, who)]
  near <- imaging[since >= -90 & since <= 30, ]
  observed <- of_study("lesion_observation")
  observed <- observed[observed$imaging %in% near$imaging, ]
  looked <- as.numeric(who %in% observed$patient)
  wbmri <- as.numeric(who %in% near$patient[near$modality == "whole_body_mri"])
  share("whole-body-mri.all", wbmri)
  by(share, "whole-body-mri-by-centre", wbmri, patient$centre)
  visible <- unique(observed[observed$state != "not_visible", c("patient", "lesion")])
  lesions <- ifelse(looked == 1, vapply(who, function(p) sum(visible$patient == p), 1), NA)
  numeric("lesions.all", lesions)
  share("multifocal.all", as.numeric(lesions > 1))
  lesion <- of_study("lesion")
  spinal <- lesion$lesion[grepl("vertebra|sacrum|coccyx", lesion$bone)]
  spine <- ifelse(looked == 1, as.numeric(who %in% visible$patient[visible$lesion %in% spinal]), NA)
  share("spine.all", spine)
  share("spine-on-whole-body-mri.all", spine[wbmri == 1])

  # Follow-up.
  unseen <- now - ifelse(is.na(last_row$day), diagnosed, last_row$day)
  state <- ifelse(patient$status == "dead", "died", ifelse(patient$status == "lost" | unseen > 457, "lost", "in_follow_up"))
  for (one in c("in_follow_up", "lost", "died")) put(paste0("follow-up-state.all.", one), sum(state == one))
  by(share, "in-follow-up-by-centre", as.numeric(state == "in_follow_up"), patient$centre)
  put("loss-reason.all.recorded_as_lost", sum(state == "lost" & patient$status == "lost"))
  put("loss-reason.all.no_reason_recorded", sum(state == "lost" & patient$status != "lost"))
  numeric("follow-up.all", (contact - diagnosed) / 365.25)
  numeric("since-last-visit.all", unseen[state == "in_follow_up"] / 30.4375)
  for (one in 2004:2026) {
    from <- as.integer(as.Date(paste0(one, "-01-01")))
    to <- as.integer(as.Date(paste0(one, "-12-31")))
    there <- diagnosed <= to & contact >= from
    if (!any(there)) next
    seen <- who[there] %in% visit$patient[visit$day >= from & visit$day <= to]
    share(paste0("seen-by-year.", one), as.numeric(seen))
  }

  # Drugs.
  drug <- of_study("treatment")
  drug$start <- day(drug$started_on)
  drug$stop <- day(drug$stopped_on)
  drug$runs <- ifelse(!is.na(drug$stop), as.numeric(drug$stop >= now), ifelse(drug$stopped_on == "not applicable", 1, NA))
  running <- function(rows) if (nrow(rows) == 0) 0 else if (any(rows$runs %in% 1)) 1 else if (anyNA(rows$runs)) NA else 0
  effect <- of_study("adverse_effect")
  share("drug-runs.all", vapply(who, function(p) running(drug[drug$patient == p, ]), 1)[state == "in_follow_up"])
  first_start <- sapply(CLASSES, function(class) vapply(who, function(p) {
    own <- drug$start[drug$patient == p & drug$drug_class == class]
    if (length(own) == 0) NA_integer_ else min(own)
  }, 1L))
  first_start <- matrix(first_start, nrow = length(who), dimnames = list(NULL, CLASSES))
  for (class in CLASSES) {
    of_class <- drug[drug$drug_class == class, ]
    ever <- as.numeric(who %in% of_class$patient)
    share(paste0("class-ever.", class), ever)
    runs <- vapply(who, function(p) running(of_class[of_class$patient == p, ]), 1)
    share(paste0("class-now.", class), runs[state == "in_follow_up"])
    harmed <- as.numeric(who %in% of_class$patient[of_class$treatment %in% effect$treatment])
    share(paste0("class-effects.", class), harmed[ever == 1])
    for (one in 2004:2026) {
      from <- as.integer(as.Date(paste0(one, "-01-01")))
      to <- as.integer(as.Date(paste0(one, "-12-31")))
      there <- diagnosed <= to & contact >= from
      if (!any(there)) next
      given <- vapply(who[there], function(p) {
        own <- of_class[of_class$patient == p & of_class$start <= to, ]
        if (nrow(own) == 0) return(0)
        until <- ifelse(!is.na(own$stop), own$stop, ifelse(own$stopped_on == "not applicable", now, own$start))
        if (any(until >= from)) 1 else if (any(is.na(own$stop) & own$stopped_on != "not applicable")) NA else 0
      }, 1)
      share(paste0("class-by-year.", one, "/", class), given)
    }
  }
  for (one in unique(drug$drug)) put(paste0("drug-ever.", one, ".n"), length(unique(drug$patient[drug$drug == one])))
  ranked <- t(apply(first_start, 1, function(starts) order(starts, seq_along(starts), na.last = TRUE)))
  given <- rowSums(!is.na(first_start))
  first <- ifelse(given > 0, CLASSES[ranked[, 1]], "none")
  second <- ifelse(given > 1, CLASSES[ranked[, 2]], "none")
  for (a in c(CLASSES, "none")) put(paste0("first-class.all.", a), sum(first == a))
  for (a in CLASSES) for (b in c(CLASSES, "none")) put(paste0("second-class.", a, ".", b), sum(first == a & second == b))
  at <- function(place) first_start[cbind(seq_along(who), ranked[, place])]
  numeric("to-first-class.all", ifelse(given > 0, at(1) - diagnosed, NA) / 30.4375)
  numeric("to-second-class.all", ifelse(given > 1, at(2) - at(1), NA) / 30.4375)

  # Adverse effects.
  put("effects.all.n", nrow(effect))
  for (one in unique(effect$effect)) {
    put(paste0("effects-by-kind.", one, ".n"), sum(effect$effect == one))
    put(paste0("effect-severity.", one, ".moderate"), sum(effect$effect == one & effect$severity == "moderate"))
  }

  # Signs at visits: the highest CRP and ESR of a visit, elevated above the laboratory's limit or else 5 mg/l and 15 mm/h. Where the
  # laboratory gives no more than a limit, all values on its side are possible: from `low` to `high`, by a hair inside an end that is not one of them.
  laboratory <- of_study("laboratory")
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
      if (any(own %in% 1)) 1 else if (length(own) == 0 || anyNA(own)) NA else 0
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
  is1 <- function(x) x %in% TRUE
  symptomatic <- ifelse(is1(pain > 0) | is1(sites > 0), 1, ifelse(is1(pain == 0) | is1(sites == 0), 0, NA))
  open <- function(marker) !is.na(marker$low) & is.na(marker$elevated)
  inflamed <- ifelse(least > 0 | is1(fever == 1) | is1(crp$elevated == 1) | is1(esr$elevated == 1), 1, ifelse(open(crp) | open(esr), NA, ifelse(whole & least == 0, 0, NA)))
  change <- held(visit$subjective_change)
  # The visit closest to diagnosis, from 30 days before to 14 days after; of two equally close ones the earlier.
  baseline <- vapply(seq_along(who), function(i) {
    rows <- which(visit$patient == who[i] & visit$day - diagnosed[i] >= -30 & visit$day - diagnosed[i] <= 14)
    if (length(rows) == 0) return(NA_integer_)
    rows[order(abs(visit$day[rows] - diagnosed[i]), visit$day[rows], visit$visit[rows])][1]
  }, 1L)
  outcome <- vapply(seq_along(who), function(i) {
    rows <- which(visit$patient == who[i] & visit$day > diagnosed[i])
    if (length(rows) == 0) return("not_seen")
    v <- rows[visit$day[rows] == max(visit$day[rows])][1]
    b <- baseline[i]
    surely <- function(marker) is1(marker$elevated[b] == 1 & marker$high[v] < marker$low[b])
    perhaps <- function(marker) is1(marker$elevated[b] == 1 & marker$low[v] < marker$high[b])
    fell <- surely(crp) | surely(esr) | is1(local[b] > 0 & most[v] < local[b])
    if (is1(symptomatic[v] == 0 & inflamed[v] == 0)) return("full_remission")
    by_limit <- least[v] == 0 && whole[v] && is.na(inflamed[v])
    if (is1(symptomatic[v] == 0) && by_limit) return("undetermined")
    if (is.na(change[v])) return("undetermined")
    if (change[v] != "improved") return("active")
    if (fell) return("partial_remission")
    if (is.na(inflamed[b]) || is.na(inflamed[v])) return("undetermined")
    if (inflamed[b] == 0 && inflamed[v] == 0) return("partial_remission")
    if (perhaps(crp) || perhaps(esr)) "undetermined" else "active"
  }, "")
  for (one in c("full_remission", "partial_remission", "active")) put(paste0("state-at-last.all.", one), sum(outcome == one))
  full <- ifelse(outcome %in% c("not_seen", "undetermined"), NA, as.numeric(outcome == "full_remission"))
  share("remission.all", full)
  by(share, "remission-by-centre", full, patient$centre)
  numeric("pain-at-diagnosis.all", pain[baseline])
  numeric("pain-at-last.all", number(last_row$pain_nrs))
  numeric("patient-global-at-last.all", number(last_row$patient_global_nrs))
  numeric("physician-global-at-diagnosis.all", number(visit$physician_global_nrs)[baseline])
  numeric("physician-global-at-last.all", number(last_row$physician_global_nrs))

  # Completeness.
  recorded <- cbind(pain, number(visit$patient_global_nrs), number(visit$physician_global_nrs), number(visit$weight_kg), esr$low, crp$low, number(visit$chaq))
  recorded <- matrix(!is.na(recorded), ncol = length(VISIT_ITEMS))
  for (i in seq_along(VISIT_ITEMS)) {
    share(paste0("complete-at-visits.", VISIT_ITEMS[i]), as.numeric(recorded[, i]))
    at_last <- recorded[match(last, visit$visit), i] %in% TRUE
    share(paste0("complete.", VISIT_ITEMS[i]), as.numeric(at_last))
    for (centre in unique(patient$centre)) put(paste0("complete-by-centre.", centre, "/", VISIT_ITEMS[i], ".n"), sum(at_last[patient$centre == centre]))
  }
  share("complete.whole_body_mri", wbmri)
  share("complete.lesion_count", looked)
  share("complete.drugs", as.numeric(who %in% drug$patient))
  out
}

text <- json(list(versions = list(R = R.version.string), drawn = args[4], results = list(sample = recomputed(args[2]), drawn = recomputed(args[3]))))
cat(text, "\n", sep = "", file = args[5])
