# The Dresden study in R, from CSV of a freeze: the same derivation and the main estimates, as a statistician would
# write them with data.table and survival. Usage: Rscript derivation.R <folder of CSV> <answer.json>
# Every rule is that of studies/schnabel-2017/protocol.ts; the numbers at the top are the protocol's.
suppressPackageStartupMessages({ library(data.table); library(survival) })
setDTthreads(0)
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
clock <- function() proc.time()[["elapsed"]]

FIRST <- as.integer(as.Date("2004-01-01")); LAST <- as.integer(as.Date("2015-12-31"))
POINTS <- data.table(time_point = c("week2", "month3", "month6", "month12", "month24", "last"),
  target = c(14L, 91L, 183L, 365L, 730L, 100000L), first = c(7L, 36L, 137L, 274L, 548L, 1L),
  last = c(35L, 136L, 273L, 547L, 912L, 100000L), carries = c(TRUE, TRUE, TRUE, TRUE, TRUE, FALSE))
LINES <- data.table(line_class = c("any", "antibiotic", "nsaid", "steroid", "dmard", "tnf_inhibitor", "bisphosphonate"),
  step = c(0L, 0L, 1L, 2L, 2L, 3L, 3L), responds = c(TRUE, TRUE, TRUE, TRUE, FALSE, TRUE, TRUE),
  alone = c(FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, FALSE), whole_body = c(FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, FALSE))
BASELINE <- c(-30L, 14L); CONCOMITANT <- 30L; FEVER <- 380L; CRP_ABOVE <- 5000L; ESR_ABOVE <- 15000L
RELAPSE_MRI <- c(-30L, 60L); LINE_MRI <- c(60L, 400L); DIAGNOSIS_MRI <- c(-90L, 30L); YEAR_MRI <- c(183L, 547L)
POINTS_OF <- c(count = 13L, symmetric = 10L, sclerosis = 10L, temperature = 9L, place = 8L, several = 7L, crp = 6L)

started <- clock()
read <- function(table, columns) fread(file.path(folder, paste0(table, ".csv")), select = columns, na.strings = "")
patient <- read("patient", c("patient_no", "cohort", "sex", "born_epoch_day", "onset_epoch_day", "diagnosed_epoch_day",
  "last_contact_epoch_day", "consent"))
visit <- read("visit", c("visit_no", "patient_no", "visited_epoch_day", "subjective_change", "pain_nrs", "painful_sites",
  "swelling", "redness", "heat", "reduced_range", "abnormal_gait", "temperature_cel_x10"))
laboratory <- read("laboratory", c("laboratory_no", "patient_no", "visit_no", "sampled_epoch_day", "analyte", "value_x1000",
  "lower_limit_x1000", "upper_limit_x1000", "finding"))
imaging <- read("imaging", c("imaging_no", "patient_no", "imaged_epoch_day", "modality"))
lesion <- read("lesion", c("lesion_no", "patient_no", "bone", "side"))
observation <- read("lesion_observation", c("lesion_observation_no", "patient_no", "imaging_no", "lesion_no", "state", "marginal_sclerosis"))
treatment <- read("treatment", c("treatment_no", "patient_no", "drug", "drug_class", "started_epoch_day", "stopped_epoch_day", "stop_reason"))
antibiotic <- read("antibiotic", c("antibiotic_no", "patient_no", "route", "started_epoch_day", "stopped_epoch_day"))
manifestation <- read("manifestation", c("patient_no", "kind", "noticed_epoch_day", "distant_from_lesions"))
sequela <- read("sequela", c("patient_no", "kind"))
biopsy <- read("biopsy", c("patient_no", "finding"))
effect <- read("adverse_effect", c("patient_no", "treatment_no", "effect"))
bone <- read("codebook_bone", c("bone", "region"))
loaded <- clock()

# Study patients
study <- patient[diagnosed_epoch_day %between% c(FIRST, LAST) & cohort %chin% c("cno", "bacterial_osteomyelitis") &
  (is.na(consent) | consent != "withdrawn")]
setkey(study, patient_no)

# Signs of each visit
marker <- laboratory[analyte %chin% c("crp", "esr") & !is.na(visit_no) & !is.na(value_x1000)]
marker[, elevated := value_x1000 > fcoalesce(upper_limit_x1000, fifelse(analyte == "crp", CRP_ABOVE, ESR_ABOVE))]
marker <- dcast(marker[, .(value = max(value_x1000), elevated = max(elevated), no = min(laboratory_no)), by = .(visit_no, analyte)],
  visit_no ~ analyte, value.var = c("value", "elevated", "no"))
sign <- marker[visit[study[, .(patient_no)], on = "patient_no", nomatch = NULL], on = "visit_no"]
sign[, known := fcoalesce(swelling, 0L) + fcoalesce(redness, 0L) + fcoalesce(heat, 0L)]
sign[, most := fcoalesce(swelling, 1L) + fcoalesce(redness, 1L) + fcoalesce(heat, 1L)]
sign[, all_known := !is.na(swelling) & !is.na(redness) & !is.na(heat)]
sign[, local := fifelse(all_known | known > 0L, known, NA_integer_)]
sign[, fever := as.integer(temperature_cel_x10 > FEVER)]
sign[, symptomatic := fcase(fcoalesce(pain_nrs, 0L) > 0L | fcoalesce(painful_sites, 0L) > 0L, 1L,
  fcoalesce(pain_nrs, 1L) == 0L | fcoalesce(painful_sites, 1L) == 0L, 0L)]
sign[, inflamed := fcase(known > 0L | fcoalesce(fever, 0L) == 1L | fcoalesce(elevated_crp, 0L) == 1L | fcoalesce(elevated_esr, 0L) == 1L, 1L,
  all_known, 0L)]

# Lines of treatment
given <- rbind(treatment[, .(patient_no, line_class = drug_class, no = treatment_no, started_epoch_day, stopped_epoch_day, stop_reason)],
  antibiotic[, .(patient_no, line_class = "antibiotic", no = antibiotic_no, started_epoch_day, stopped_epoch_day, stop_reason = NA_character_)])
given[, failed_stop := fifelse(!is.na(stop_reason) & stop_reason == "inefficacy", stopped_epoch_day, NA_integer_)]
exposure <- given[, .(start = min(started_epoch_day), open = anyNA(stopped_epoch_day), stop = max(stopped_epoch_day, -1000000L, na.rm = TRUE),
  failed = max(failed_stop, -1000000L, na.rm = TRUE)), by = .(patient_no, line_class)]
exposure[, ineffective := fifelse(!open & failed == stop, stop, NA_integer_)][open == TRUE, stop := NA]
line <- rbind(exposure[study[, .(patient_no)], on = "patient_no", nomatch = NULL][, .(patient_no, line_class, start, stop, ineffective)],
  study[, .(patient_no, line_class = "any", start = diagnosed_epoch_day, stop = NA_integer_, ineffective = NA_integer_)])
line <- LINES[line, on = "line_class", nomatch = NULL]
stepped <- line[step > 0L, .(patient_no, line_class, step, start, stop)]
pair <- stepped[stepped, on = "patient_no", allow.cartesian = TRUE][line_class != i.line_class]
higher <- pair[step > i.step & start > i.start + CONCOMITANT, .(escalated = min(start)), by = .(patient_no, line_class = i.line_class)]
beside <- unique(pair[start <= i.start + CONCOMITANT & (is.na(stop) | stop >= i.start), .(patient_no, line_class = i.line_class)])
line[, `:=`(escalated = NA_integer_, concomitant = FALSE)]
line[higher, on = .(patient_no, line_class), escalated := i.escalated]
line[beside, on = .(patient_no, line_class), concomitant := TRUE]
line[, in_response := responds & !(alone & concomitant)]
line[study, on = "patient_no", `:=`(cohort = i.cohort, last_contact = i.last_contact_epoch_day, onset = i.onset_epoch_day, diagnosed = i.diagnosed_epoch_day)]
line[, id := .I]

# Visits against the start of their line
wide <- sign[, .(patient_no, visit_no, visited_epoch_day, subjective_change, symptomatic, inflamed, local, most, value_crp, value_esr, elevated_crp, elevated_esr)]
seen <- wide[line[, .(patient_no, id, line_class, start)], on = "patient_no", nomatch = NULL, allow.cartesian = TRUE]
seen[, day := visited_epoch_day - start]
base <- seen[day %between% BASELINE]
setorder(base, id)
base <- base[order(id, abs(day), day, visit_no)][!duplicated(id), .(id, b_visit = visit_no, b_inflamed = inflamed, b_local = local,
  b_crp = value_crp, b_esr = value_esr, b_crp_elevated = elevated_crp, b_esr_elevated = elevated_esr)]
after <- base[seen[day > 0L], on = "id"]
yes <- function(test) !is.na(test) & test
after[, reduced := yes(b_crp_elevated == 1L & value_crp < b_crp) | yes(b_esr_elevated == 1L & value_esr < b_esr) | yes(b_local > 0L & most < b_local)]
after[, improved := yes(subjective_change == "improved")]
after[, state := fcase(yes(symptomatic == 0L & inflamed == 0L), "full_remission", improved & reduced, "partial_remission",
  improved & yes(b_inflamed == 0L & inflamed == 0L), "partial_remission", improved & (is.na(b_inflamed) | is.na(inflamed)), "undetermined",
  is.na(subjective_change), "undetermined", default = "active")]

# Relapses: a flare whose last telling visit before was a remission
finding <- observation[, .(n_new = sum(state == "new"), n_active = sum(state %chin% c("active", "remaining"))), by = imaging_no]
mri <- finding[imaging[modality %chin% c("whole_body_mri", "regional_mri")], on = "imaging_no"]
fresh <- mri[fcoalesce(n_new, 0L) > 0L, .(patient_no, imaging_no, imaged = imaged_epoch_day)]
near <- fresh[sign[, .(patient_no, visit_no, from = visited_epoch_day + RELAPSE_MRI[1], to = visited_epoch_day + RELAPSE_MRI[2])],
  on = .(patient_no, imaged >= from, imaged <= to), nomatch = NULL, .(visit_no = i.visit_no)]
any_visit <- after[line_class == "any"]
any_visit[, flares := yes(symptomatic == 1L) & yes(subjective_change == "worse") & visit_no %in% near$visit_no]
telling <- any_visit[flares | state %chin% c("full_remission", "partial_remission")][order(patient_no, visited_epoch_day, visit_no)]
telling[, before := shift(flares), by = patient_no]
relapse <- telling[flares & !is.na(before) & !before, .(patient_no, visit_no, relapse = visited_epoch_day)]
relapse[, ordinal := rowid(patient_no)]
first_since <- relapse[line[, .(patient_no, id, start)], on = .(patient_no, relapse > start), nomatch = NULL, .(id = i.id, day = x.relapse)][, .(relapse = min(day)), by = id]

# Outcome at each time point
lasting <- CJ(id = line$id, time_point = POINTS$time_point)
lasting <- POINTS[lasting, on = "time_point"]
lasting <- line[, .(id, line_class, cohort, in_response, start, last_contact, ineffective, escalated)][lasting, on = "id"]
candidate <- after[, .(id, day, visit_no, visited_epoch_day, state)][POINTS, on = .(day >= first, day <= last), nomatch = NULL, allow.cartesian = TRUE,
  .(id, time_point, visit_no, visited_epoch_day, state, distance = abs(x.day - target), at = x.day)]
setorder(candidate, id, time_point, distance, at, visit_no)
chosen <- candidate[!duplicated(candidate, by = c("id", "time_point"))]
response <- chosen[lasting, on = .(id, time_point)]
response[first_since, on = "id", relapse := i.relapse]
response[carries == FALSE, `:=`(relapse = NA, ineffective = NA, escalated = NA)]
response[, failed := pmin(ineffective, escalated, na.rm = TRUE)]
response[, at := fcoalesce(visited_epoch_day, start + target)]
response[, outcome := fcase(yes(relapse <= at) & relapse <= fcoalesce(failed, relapse), "relapse", yes(failed <= at), "inefficacy",
  yes(relapse <= at), "relapse", is.na(visit_no), "not_seen", rep(TRUE, .N), state)]

# Lesions, imaging, the clinical score
bone_of <- bone[lesion, on = "bone"][study[, .(patient_no, diagnosed_epoch_day)], on = "patient_no", nomatch = NULL]
around <- imaging[study[, .(patient_no, diagnosed_epoch_day)], on = "patient_no", nomatch = NULL]
around[, since := imaged_epoch_day - diagnosed_epoch_day]
early_imaging <- around[since %between% DIAGNOSIS_MRI]
bone_of[, at_diagnosis := lesion_no %in% observation[state != "not_visible" & imaging_no %in% early_imaging$imaging_no, lesion_no]]
mirrored <- bone_of[at_diagnosis == TRUE & side %chin% c("left", "right"), .(both = uniqueN(side) == 2L), by = .(patient_no, bone)][both == TRUE, unique(patient_no)]
pattern <- bone_of[, .(lesions = .N, early = sum(at_diagnosis), spine_early = any(region == "spine" & at_diagnosis),
  typical = any(at_diagnosis & (region == "spine" | bone %chin% c("clavicle", "sternum")))), by = patient_no]
pattern[, symmetric := patient_no %in% mirrored]
sclerosis <- observation[imaging_no %in% early_imaging$imaging_no & !is.na(marginal_sclerosis), .(sclerosis = max(marginal_sclerosis)), by = patient_no]
spine_seen <- observation[lesion_no %in% bone_of[region == "spine", lesion_no], .(active = any(state != "not_visible")), by = imaging_no]
spine_year <- spine_seen[around[modality %chin% c("whole_body_mri", "regional_mri") & since %between% YEAR_MRI], on = "imaging_no", nomatch = NULL]
spine_year <- spine_year[order(patient_no, abs(since - 365L), imaging_no)][!duplicated(patient_no), .(patient_no, spine_year = active)]
sampled <- laboratory[study[, .(patient_no, diagnosed_epoch_day)], on = "patient_no", nomatch = NULL][!is.na(value_x1000) | !is.na(finding)]
sampled[, since := sampled_epoch_day - diagnosed_epoch_day]
sampled <- sampled[since %between% BASELINE][order(patient_no, analyte, abs(since), since, laboratory_no)]
sampled <- sampled[!duplicated(sampled, by = c("patient_no", "analyte"))]
count <- sampled[analyte %chin% c("leukocytes", "thrombocytes") & !is.na(value_x1000),
  .(outside = any(yes(value_x1000 < lower_limit_x1000 | value_x1000 > upper_limit_x1000)),
    inside = sum(yes(value_x1000 >= lower_limit_x1000 & value_x1000 <= upper_limit_x1000))), by = patient_no]
count[, normal := fcase(outside, 0L, inside == 2L, 1L)]
values <- dcast(sampled, patient_no ~ analyte, value.var = "value_x1000")
at_start <- base[line[line_class == "any", .(id, patient_no)], on = "id", nomatch = NULL][, .(patient_no, visit_no = b_visit)]
at_start <- sign[, .(visit_no, fever, local, reduced_range, abnormal_gait, painful_sites, elevated_crp, elevated_esr)][at_start, on = "visit_no"]
profile <- copy(study)
profile[pattern, on = "patient_no", `:=`(lesions = i.lesions, early = i.early, typical = i.typical, symmetric = i.symmetric, spine_early = i.spine_early)]
profile[, imaged := patient_no %in% early_imaging$patient_no]
profile[sclerosis, on = "patient_no", sclerosis := i.sclerosis]
profile[count, on = "patient_no", normal_count := i.normal]
profile[spine_year, on = "patient_no", spine_year := i.spine_year]
profile[at_start, on = "patient_no", `:=`(fever = i.fever, local = i.local, painful_sites = i.painful_sites)]
profile <- values[profile, on = "patient_no"]
item <- profile[, .(patient_no, cohort, count = normal_count,
  symmetric = fifelse(imaged, as.integer(fcoalesce(symmetric, FALSE)), NA_integer_), sclerosis = fifelse(imaged, sclerosis, NA_integer_),
  temperature = 1L - fever, place = fifelse(imaged, as.integer(fcoalesce(typical, FALSE)), NA_integer_),
  several = fifelse(imaged, as.integer(fcoalesce(early, 0L) > 1L), NA_integer_), crp = as.integer(crp >= 10000))]
item[, score := as.integer(as.matrix(.SD) %*% POINTS_OF), .SDcols = names(POINTS_OF)]
noted <- dcast(rbind(manifestation[, .(patient_no, kind)], sequela), patient_no ~ kind, fun.aggregate = length, value.var = "kind")
profile <- noted[profile, on = "patient_no"]
profile[, relapses := 0L][relapse[, .N, by = patient_no], on = "patient_no", relapses := i.N]
profile[, presentation := fcase(diagnosed_epoch_day - onset_epoch_day >= 91L, "chronic", diagnosed_epoch_day - onset_epoch_day >= 14L, "subacute", default = "unclassified")]
profile[, focality := fcase(early == 1L, "unifocal", early > 1L, "multifocal")]
radiology <- mri[line[, .(id, patient_no, line_class, in_response, cohort, whole_body, start)], on = "patient_no", nomatch = NULL, allow.cartesian = TRUE]
radiology <- radiology[(modality == "whole_body_mri" | !whole_body) & (imaged_epoch_day - start) %between% LINE_MRI]
radiology <- radiology[order(id, abs(imaged_epoch_day - start - 365L), imaged_epoch_day, imaging_no)][!duplicated(id)]
radiology[, shows := fcase(fcoalesce(n_new, 0L) > 0L, "new_lesion", fcoalesce(n_active, 0L) > 0L, "remaining_activity", default = "no_visible_lesion")]
duration <- line[, .(days = fcoalesce(stop, last_contact) - start, before = start - onset), by = .(id, line_class, cohort)]
derived <- clock()

# Estimates
cno <- profile[cohort == "cno"]
first <- relapse[ordinal == 1L]
cno[first, on = "patient_no", relapse_day := i.relapse]
cno[, `:=`(time = fcoalesce(relapse_day, last_contact_epoch_day) - diagnosed_epoch_day, event = as.integer(!is.na(relapse_day)))]
fit <- survfit(Surv(time, event) ~ 1, data = cno, conf.type = "log-log")
at <- summary(fit, times = c(365, 1826), extend = TRUE)$surv
by_focality <- survdiff(Surv(time, event) ~ focality, data = cno)
by_presentation <- survdiff(Surv(time, event) ~ presentation, data = cno)
continuous <- c("leukocytes", "thrombocytes", "neutrophils", "lymphocytes", "monocytes", "crp", "esr", "lesions", "painful_sites")
table_one <- lapply(cno[, intersect(continuous, names(cno)), with = FALSE], function(x) {
  x <- as.numeric(x[!is.na(x)])
  c(n = length(x), mean = mean(x), sd = sd(x), quantile(x, c(0, 0.5, 1), type = 6),
    ks = suppressWarnings(ks.test(x, "pnorm", mean(x), sd(x), exact = FALSE)$p.value),
    shapiro = shapiro.test(if (length(x) > 5000) x[seq_len(5000)] else x)$p.value)
})
spans <- duration[cohort == "cno", .(n = .N, median = median(days), before = median(before, na.rm = TRUE)), by = line_class]
counted <- response[cohort == "cno" & in_response, .N, by = .(line_class, time_point, outcome)]
shares <- counted[, {
  limits <- suppressWarnings(prop.test(N[1], sum(N), correct = FALSE)$conf.int)
  .(lower = limits[1], upper = limits[2])
}, by = .(line_class, time_point)]
radiological <- radiology[cohort == "cno" & in_response, .N, by = .(line_class, shows)]
cno[, marked := local > 0L]
ranks <- c(suppressWarnings(wilcox.test(crp ~ marked, data = cno, exact = FALSE)$p.value),
  suppressWarnings(cor.test(cno$crp, cno$lesions, method = "spearman", exact = FALSE)$p.value))
scored <- item[!is.na(score)]
truth <- scored$cohort == "cno"
rank_sum <- sum(rank(scored$score)[truth])
area <- (rank_sum - sum(truth) * (sum(truth) + 1) / 2) / (as.numeric(sum(truth)) * sum(!truth))
jansson <- lapply(c(39, 29), function(cut) c(sensitivity = mean(scored$score[truth] >= cut), specificity = mean(scored$score[!truth] < cut)))
estimated <- clock()

# The answer
number <- function(x) ifelse(is.na(x), "null", trimws(formatC(x, digits = 15, format = "g")))
status <- tryCatch(readLines("/proc/self/status"), error = function(e) character())
peak <- as.numeric(gsub("\\D", "", grep("^VmHWM", status, value = TRUE)))
counted[, key := paste0(line_class, "/", time_point, "/", fifelse(outcome %chin% c("not_seen", "undetermined"), paste0("other:", outcome), outcome))]
median_days <- quantile(fit, 0.5)$quantile[[1]]
json <- sprintf('{"loadSeconds":%s,"deriveSeconds":%s,"estimateSeconds":%s,"peakMegabytes":%s,"R":"%s","dataTable":"%s","survival":"%s","headline":{"response":{%s},"relapseFree":{"n":%d,"events":%d,"median":%s,"s365":%s,"s1826":%s},"jansson":{"39":[%s],"29":[%s],"area":%s}}}',
  number(loaded - started), number(derived - loaded), number(estimated - derived), number(if (length(peak)) peak / 1024 else NA),
  paste(R.version$major, R.version$minor, sep = "."), packageVersion("data.table"), packageVersion("survival"),
  paste0('"', counted$key, '":', counted$N, collapse = ","), nrow(cno), sum(cno$event), number(median_days / 30.4375), number(at[1]), number(at[2]),
  paste(number(jansson[[1]]), collapse = ","), paste(number(jansson[[2]]), collapse = ","), number(area))
writeLines(json, arguments[2])
