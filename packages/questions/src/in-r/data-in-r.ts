import type { DataColumn } from "@osteon/interop";
import { daysOf, wordsBetween } from "../rows/cells.ts";
import { columnNamed, isCode } from "../rows/columns.ts";
import { conditionInR } from "../rows/condition.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import type { RowChoices } from "../shared-asked.ts";
import { rName, rText, rVector } from "./r-words.ts";

/** Lines of R that read a file into a data frame `d`, of the rows asked for, the columns named as they were read here. */
export function dataInR(rows: ChosenRows, columns: readonly string[]): readonly string[] {
  const {
    whole,
    conditions,
    source: { path, choices },
  } = rows;
  const used = [...new Set([...columns, ...conditions.map(({ column }) => column.name)])].map((name) =>
    columnNamed(whole, name),
  );
  const numbers = used.filter(isPlain).map(({ name }) => name);
  return [
    ...readingInR(path, rows, choices),
    ...(numbers.length === 0 ? [] : [`numbers <- ${rVector(numbers)}`, "d[numbers] <- lapply(d[numbers], as.numeric)"]),
    ...used.filter((column) => !isPlain(column)).flatMap((column) => columnInR(column, choices)),
    ...(conditions.length === 0
      ? []
      : [`d <- d[which(${conditions.map((own) => `(${conditionInR(own)})`).join(" & ")}), ]`]),
  ];
}

/** Numbers that R reads as they stand. */
const isPlain = (column: DataColumn): boolean =>
  column.kind === "number" &&
  column.decimal !== "comma" &&
  column.said === undefined &&
  column.takenForMissing === undefined &&
  peoplesSigns(column).length === 0 &&
  !isCode(column);

function readingInR(
  path: string,
  { whole: { written, rowNumbers } }: ChosenRows,
  { missing }: RowChoices,
): readonly string[] {
  const words = wordsBetween(missing ?? "", ",");
  if (/\.parquet$/i.test(path))
    return [`d <- as.data.frame(arrow::read_parquet(${rText(path)}))`, ...missingInR(words)];
  if (written === undefined)
    return [
      `j <- jsonlite::fromJSON(${rText(path)})`,
      "d <- as.data.frame(j$rows)",
      "names(d) <- j$columns$name",
      ...missingInR(words),
    ];
  const { separator, encoding } = written;
  const more = [
    ...(separator === "," ? [] : [`sep = ${rText(separator)}`]),
    ...(encoding === "UTF-8" ? [] : [`fileEncoding = ${rText(encoding)}`]),
  ].map((part) => `, ${part}`);
  return [
    `d <- read.csv(${rText(path)}, colClasses = "character", check.names = FALSE, strip.white = TRUE, na.strings = ${rVector(["", "NA", ".", ...words])}${more.join("")})`,
    // R leaves out blank lines and keeps rows of blank cells.
    ...(rowNumbers.some((row, place) => row !== place + 2) ? ["d <- d[rowSums(!is.na(d)) > 0, , drop = FALSE]"] : []),
  ];
}

const missingInR = (words: readonly string[]): readonly string[] =>
  words.length === 0 ? [] : [`d[] <- lapply(d, function(x) replace(x, as.character(x) %in% ${rVector(words)}, NA))`];

function columnInR(column: DataColumn, { belowLimit, aboveLimit }: RowChoices): readonly string[] {
  const at = `d$${rName(column.name)}`;
  const aside = column.takenForMissing ?? [];
  const gone = aside.length === 0 ? [] : [`${at}[${at} %in% ${rVector(aside)}] <- NA`];
  if (column.kind === "text") {
    const format = daysOf(column) === undefined ? undefined : dateFormat(column.values);
    return format === undefined ? gone : [...gone, `${at} <- as.Date(as.character(${at}), "${format}")`];
  }
  if (isCode(column)) return gone;
  const rules = [
    ["<\u2264", belowLimit],
    [">\u2265", aboveLimit],
  ] as const;
  const limits = rules.flatMap(([signs, rule]) =>
    rule === undefined || column.said === undefined
      ? []
      : [
          `limit <- grepl("^[${signs}]", ${at})`,
          ...(rule === "drop" ? [`${at}[limit] <- NA`] : [`${at} <- sub("^[${signs}]=? *", "", ${at})`]),
          ...(rule === "half" ? [`half <- limit`] : []),
        ],
  );
  const halved = limits.includes("half <- limit") ? [`${at}[half] <- ${at}[half] / 2`] : [];
  return [...gone, ...limits, `${at} <- as.numeric(${plainNumber(at, column)})`, ...halved];
}

/** Cells as R reads numbers: decimal points, a minus sign of its own, and no sign between thousands, where some cell has one. */
function plainNumber(at: string, column: Extract<DataColumn, { kind: "number" }>): string {
  const { decimal, said } = column;
  if (said !== undefined) return `sub(",", ".", ${at}, fixed = TRUE)`;
  const without = peoplesSigns(column).reduce(
    (cell, sign) => `gsub(${rText(sign)}, "${MINUS.test(sign) ? "-" : ""}", ${cell}, fixed = TRUE)`,
    at,
  );
  return decimal === "comma" ? `sub(",", ".", ${without}, fixed = TRUE)` : without;
}

const MINUS = /[\u2010-\u2013\u2212\uff0d]/;

/** The signs in the cells of a column of numbers that only people write: between thousands, and other minus signs. */
function peoplesSigns({ written = [], decimal }: Extract<DataColumn, { kind: "number" }>): readonly string[] {
  const signs = decimal === "comma" ? /[^\d,eE+-]/g : /[^\d.eE+-]/g;
  return [...new Set(written.flatMap((text) => text?.match(signs) ?? []))];
}

function dateFormat(values: readonly (string | null)[]): string {
  const [first = ""] = values.filter((value) => value !== null);
  if (/^\d{4}-/.test(first)) return "%Y-%m-%d";
  if (/^\d{4}/.test(first)) return first.includes("/") ? "%Y/%m/%d" : "%Y.%m.%d";
  if (first.includes(".")) return "%d.%m.%Y";
  const sign = first.includes("/") ? "/" : "-";
  const isDayFirst = values.some((value) => value !== null && Number(/^\d+/.exec(value)?.[0]) > 12);
  return isDayFirst ? `%d${sign}%m${sign}%Y` : `%m${sign}%d${sign}%Y`;
}
