# write_reference(name, answers): writes name.json beside the scripts, with the versions that answered. Sourced by the others.
# Numbers have 17 significant digits; NA and NaN become null, infinite values "Inf" and "-Inf"; list(...) keeps length one an array.
numeral <- function(x) {
  text <- sprintf("%.17g", x)
  text[is.na(x)] <- "null"
  text[is.infinite(x)] <- ifelse(x[is.infinite(x)] > 0, '"Inf"', '"-Inf"')
  text
}
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x) && !is.null(names(x))) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  if (is.list(x)) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
  text <- if (is.character(x)) paste0('"', x, '"') else numeral(as.numeric(x))
  if (length(x) == 1) text else paste0("[", paste(text, collapse = ","), "]")
}
many <- function(x) if (length(x) == 1) list(x) else as.vector(x)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
write_reference <- function(name, answers, packages = character()) {
  versions <- c(R = R.version.string, vapply(packages, function(p) as.character(packageVersion(p)), ""))
  cat(json(c(list(versions = as.list(versions)), answers)), "\n", sep = "", file = file.path(here, paste0(name, ".json")))
}
