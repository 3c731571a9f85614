import type { Chart } from "@osteon/api";
import { useLesionName } from "../patient/lesion-words.ts";
import { useBook } from "../words/codebook-words.ts";
import type { VisitState } from "./visit-state.ts";

const TABLES: Readonly<Record<string, string>> = {
  visit: "visit",
  results: "laboratory",
  drugs: "treatment",
  begun: "treatment",
  effects: "adverse_effect",
  mri: "imaging",
};

/** The table of the row at a place of the page. */
export function tableAt(place: string): string {
  const [part = "", , , more] = place.split("/");
  if (place.startsWith("mri/seen/") || (place.startsWith("mri/found/") && more === "seen")) return "lesion_observation";
  return place.startsWith("mri/found/") ? "lesion" : (TABLES[part] ?? "visit");
}

/** What a place of the page is called: `CRP`, `Naproxen`, `Visit`. */
export function usePlaceWords(chart: Chart, state: VisitState): (place: string) => string {
  const book = useBook();
  const lesionName = useLesionName();
  const rowOf = (table: string, key: string) => chart.rows.find((row) => row.table === table && row.key === key);
  return (place) => {
    const [part = "", name = "", third = ""] = place.split("/");
    const table = tableAt(place);
    const drug = (code: string | undefined) => book.cell("treatment", "drug", code ?? "");
    const named =
      part === "results"
        ? book.cell("laboratory", "analyte", state.results[name]?.words.analyte || name)
        : part === "drugs"
          ? drug(rowOf("treatment", name)?.cells.drug)
          : part === "begun"
            ? drug(state.begun[name]?.words.drug)
            : part === "effects"
              ? book.cell("adverse_effect", "effect", state.effects[name]?.words.effect ?? "")
              : "";
    if (named !== "") return named;
    const lesion = name === "seen" ? rowOf("lesion", third) : undefined;
    return lesion === undefined ? book.one(table) : lesionName(lesion);
  };
}
