import type { Chart, Row } from "@osteon/api";
import { limitInWords, tableNamed } from "@osteon/codebook";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { DAY_FIELDS, rowsOf } from "./chart-rows.ts";
import { placeOf } from "./lesion-states.ts";
import { usePlaceName } from "./lesion-words.ts";

/** A cell as a person reads it; where it names another row, what that row is beside its number. */
export function useCellWords(chart: Chart): (row: Row, field: string) => string {
  const book = useBook();
  const format = useFormat();
  const placeName = usePlaceName();
  const nameOf = ({ table, cells }: Row): string => {
    if (table === "lesion") return placeName(placeOf({ cells }));
    const day = format.date(cells[DAY_FIELDS[table] ?? ""]);
    const what =
      table === "imaging"
        ? book.cell(table, "modality", cells.modality ?? "")
        : table === "treatment"
          ? book.cell(table, "drug", cells.drug ?? "")
          : "";
    return [what, day].filter((part) => part !== "").join(" ");
  };
  return (row, field) => {
    const cell = row.cells[field] ?? "";
    const own = tableNamed(row.table).fields.find(({ name }) => name === field);
    const type = own?.type;
    if (own === undefined || type?.kind !== "reference")
      return own === undefined ? cell : limitInWords(own, row.cells, book.cell(row.table, field, cell));
    const named = rowsOf(chart, type.table).find(({ key }) => key === cell);
    const name = named === undefined ? "" : nameOf(named);
    return name === "" ? cell : `${name} (${cell})`;
  };
}
