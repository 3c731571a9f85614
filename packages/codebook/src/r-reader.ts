/** The part of the R script that is the same for every codebook: how files become data frames. A cell it does not know stops it. */
export const R_READER = `read_charts <- function(from) {
  if (!file.exists(from)) stop("There is no ", from, ". Give the ZIP of the export, or the folder in which it was unpacked.")
  folder <- from
  if (!dir.exists(from)) {
    folder <- tempfile("osteon-")
    on.exit(unlink(folder, recursive = TRUE))
    utils::unzip(from, exdir = folder)
  }
  notice <- file.path(folder, "notice.txt")
  if (file.exists(notice)) message(paste(readLines(notice, encoding = "UTF-8"), collapse = "\\n"))
  charts <- list()
  for (table in names(osteon_codebook)) {
    file <- file.path(folder, paste0(table, ".csv"))
    if (!file.exists(file)) {
      warning(table, ".csv is not in the export; it is left out.", call. = FALSE)
      next
    }
    charts[[table]] <- osteon_read_table(file, table)
  }
  charts
}

osteon_read_table <- function(file, table) {
  fields <- osteon_codebook[[table]]$fields
  cells <- utils::read.csv(file, colClasses = "character", na.strings = character(0), check.names = FALSE,
                           encoding = "UTF-8", strip.white = FALSE)
  # A typed export begins with a mark by which spreadsheets know UTF-8.
  names(cells)[1] <- sub("^(\\ufeff|\\u00ef\\u00bb\\u00bf)", "", enc2utf8(names(cells)[1]))
  absent <- setdiff(names(fields), names(cells))
  if (length(absent) > 0) stop(table, ".csv has no column ", paste(absent, collapse = ", "), ". Export it again.")
  if (any(paste0(names(fields), "_missing") %in% names(cells))) cells <- osteon_untyped(cells, fields)
  columns <- list()
  for (name in names(fields)) {
    field <- fields[[name]]
    cell <- cells[[name]]
    known <- osteon_missing[if (field$required) "not-entered" else names(osteon_missing)]
    gone <- cell %in% known
    value <- ifelse(gone, NA_character_, cell)
    read <- osteon_value(value, field)
    strange <- unique(value[!is.na(value) & is.na(read)])
    if (length(strange) > 0) stop(table, ".csv, ", name, ": not in the codebook: ", paste(utils::head(strange, 5), collapse = ", "))
    columns[[name]] <- osteon_labelled(read, field)
    if (field$kind == "partial-date") {
      columns[[paste0(name, "_from")]] <- osteon_partial(value, FALSE)
      columns[[paste0(name, "_to")]] <- osteon_partial(value, TRUE)
    }
    if (!field$required) {
      reason <- names(osteon_missing)[match(ifelse(gone, cell, NA_character_), osteon_missing)]
      columns[[paste0(name, "_missing")]] <- factor(reason, levels = names(osteon_missing))
    }
  }
  frame <- as.data.frame(columns, stringsAsFactors = FALSE)
  attr(frame, "label") <- osteon_codebook[[table]]$says
  frame
}

# The cells of a typed export as those of the charts: reasons where values are missing, yes and no, texts without their guard.
osteon_untyped <- function(cells, fields) {
  for (name in names(fields)) {
    kind <- fields[[name]]$kind
    cell <- cells[[name]]
    if (kind == "yes-no") cell <- c("TRUE" = "yes", "FALSE" = "no")[cell]
    if (kind %in% c("key", "reference", "text")) cell <- gsub("(^|;)'('*[-=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20])", "\\\\1\\\\2", cell)
    cell <- unname(cell)
    cell[is.na(cell)] <- ""
    reason <- cells[[paste0(name, "_missing")]]
    if (!is.null(reason)) cell <- ifelse(cell == "" & reason != "", unname(osteon_missing[reason]), cell)
    cells[[name]] <- cell
  }
  cells
}

osteon_value <- function(value, field) {
  switch(field$kind,
    "choice" = factor(value, levels = field$codes, labels = field$words),
    "yes-no" = c(yes = TRUE, no = FALSE)[value],
    "integer" = suppressWarnings(as.integer(value)),
    "decimal" = suppressWarnings(as.numeric(value)),
    "date" = as.Date(value, format = "%Y-%m-%d"),
    "partial-date" = ifelse(grepl("^[0-9]{4}(-[0-9]{2}){0,2}$", value), value, NA_character_),
    value)
}

osteon_labelled <- function(read, field) {
  read <- if (is.factor(read)) read else unname(read)
  attr(read, "label") <- field$label
  if (!is.null(field$unit)) attr(read, "unit") <- field$unit
  if (!is.null(field$codes)) attr(read, "codes") <- stats::setNames(field$codes, field$words)
  read
}

# The first or last day that a partial date may mean.
osteon_partial <- function(value, last) {
  year <- as.integer(substr(value, 1, 4))
  month <- suppressWarnings(as.integer(substr(value, 6, 7)))
  whole <- as.Date(ifelse(!is.na(value) & nchar(value) == 10, value, NA_character_), format = "%Y-%m-%d")
  begun <- ifelse(is.na(month), 1L, month)
  if (last) begun <- ifelse(is.na(month), 13L, month + 1L)
  text <- sprintf("%04d-%02d-01", year + (begun - 1L) %/% 12L, (begun - 1L) %% 12L + 1L)
  text[is.na(value)] <- NA_character_
  day <- as.Date(text, format = "%Y-%m-%d")
  if (last) day <- day - 1
  day[!is.na(whole)] <- whole[!is.na(whole)]
  day
}

osteon_label <- function(column) attr(column, "label")
osteon_unit <- function(column) attr(column, "unit")
osteon_codes <- function(column) unname(attr(column, "codes")[as.character(column)])
`;
