import type { DataFile } from "@osteon/interop";
import type { ChosenRows } from "../data-analysis/rows-where.ts";
import { conditionInR } from "./condition.ts";
import { rName, rText, rVector } from "./r-words.ts";

/** The lines of R that read the same rows into a data frame `d`. */
export function rowsInR({ whole, conditions }: ChosenRows, count?: string): readonly string[] {
  return [
    readInR(whole),
    ...(conditions.length > 0 ? [`d <- d[which(${conditions.map(conditionInR).join(" & ")}), ]`] : []),
    ...(count === undefined ? [] : [`d <- d[rep(seq_len(nrow(d)), d$${rName(count)}), ] # a row stands for so many`]),
  ];
}

const SEPARATORS: Readonly<Record<string, string>> = { "\t": "\\t" };

function readInR({ file, columns, written }: DataFile): string {
  const name = rText(file);
  if (file.endsWith(".parquet")) return `d <- as.data.frame(arrow::read_parquet(${name}))`;
  if (file.endsWith(".json"))
    return `d <- (function(j) setNames(as.data.frame(j$rows), j$columns$name))(jsonlite::fromJSON(${name}))`;
  const words = new Set(["", "NA", ".", ...columns.flatMap(({ takenForMissing = [] }) => takenForMissing)]);
  const separator = written?.separator ?? ",";
  const options = [
    "check.names = FALSE",
    `na.strings = ${rVector([...words])}`,
    "strip.white = TRUE",
    ...(separator === "," ? [] : [`sep = "${SEPARATORS[separator] ?? separator}"`]),
    ...(written?.decimal === "comma" ? ['dec = ","'] : []),
    ...(written === undefined || written.encoding === "UTF-8" ? [] : [`fileEncoding = ${rText(written.encoding)}`]),
  ];
  return `d <- read.csv(${name}, ${options.join(", ")})`;
}

/** A column of `d` as a factor with its levels in their order. */
export const factorInR = (name: string, levels: readonly string[]): string =>
  `d$${rName(name)} <- factor(d$${rName(name)}, levels = ${rVector(levels)})`;
