import type { Chart, Row } from "@osteon/api";
import { tableNamed } from "@osteon/codebook";
import { useCallback } from "react";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { DAY_FIELDS, rowsOf } from "./chart-rows.ts";
import { useLesionName } from "./lesion-words.ts";

/** What a row is called in words: what it is, what of, and when; a lesion by its bone and part. Numbers say nothing to people. */
export function useRowName(chart: Chart): (row: Row) => string {
  const book = useBook();
  const format = useFormat();
  const lesionName = useLesionName();
  return useCallback(
    (row) => {
      const one = book.one(row.table);
      if (row.table === "lesion") return `${one}: ${lesionName(row)}`;
      const lesion = rowsOf(chart, "lesion").find(({ key }) => key === row.cells.lesion);
      const telling = tableNamed(row.table).fields.find(({ type }) => type.kind === "choice");
      const what =
        lesion === undefined
          ? book.cell(row.table, telling?.name ?? "", row.cells[telling?.name ?? ""] ?? "")
          : lesionName(lesion);
      const day = format.date(row.cells[DAY_FIELDS[row.table] ?? ""] ?? "");
      const parts = [row.table === "visit" ? "" : what, day].filter((part) => part !== "");
      return parts.length === 0 ? one : `${one}: ${parts.join(", ")}`;
    },
    [book, format, lesionName, chart],
  );
}
