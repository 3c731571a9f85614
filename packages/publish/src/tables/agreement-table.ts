import { agreementId } from "@osteon/protocol";
import type { Pair } from "@osteon/words";
import { textOf } from "../outline/fill.ts";
import type { AgreementTable } from "../outline/outline.ts";
import type { Reading } from "../outline/read-results.ts";
import { reasonWords } from "../prose/reason-words.ts";
import { type PageCell, type PageTable, plain, shown } from "./page-table.ts";

const CONSTANT: Pair = { en: "one says the same of all", de: "eine sagt von allen dasselbe" };

const KEY: Pair = {
  en: "Below the diagonal: Cohen's kappa (95 % limits). Above it: children whom both judge, and in how many of them they agree.",
  de: "Unter der Diagonale: Cohens Kappa (95 %-KI). Darüber: Kinder, die beide beurteilen, und bei wie vielen davon sie übereinstimmen.",
};

/** Each two results, once as kappa and once as the children whom both judge; columns have the numbers of the rows. */
export function agreementTable(reading: Reading, { id, title, of, results, notes }: AgreementTable): PageTable {
  return {
    id,
    title,
    heads: ["", ...results.map((_, place) => String(place + 1))],
    rows: results.map(({ name: own, label }, row) => ({
      label: `${row + 1} ${label}`,
      cells: results.map(({ name: other }, column) => {
        if (row === column) return plain("–");
        const pair = row < column ? agreementId(of, own, other) : agreementId(of, other, own);
        return row < column ? judgedCell(reading, `${pair}.all`) : kappaCell(reading, `${pair}.all`);
      }),
    })),
    notes: [KEY[reading.language], ...notes.map((note) => textOf(reading, note))],
  };
}

function kappaCell(reading: Reading, group: string): PageCell {
  const kappa = `${group}.kappa`;
  const { because } = reading.row(kappa);
  if (reading.value(kappa) === null) {
    const why = because === "no-variation" ? CONSTANT[reading.language] : reasonWords(because, reading.language);
    return shown(`NE: ${why}`, kappa);
  }
  const limits = reading.span(`${group}.kappa-lower`, `${group}.kappa-upper`, 2);
  return shown(`${reading.text(kappa, 2)} (${limits})`, kappa);
}

function judgedCell(reading: Reading, group: string): PageCell {
  const judged = `${group}.N`;
  const agreed = `${group}.agreed`;
  const share = reading.value(agreed) === null ? "" : ` (${reading.text(agreed)} %)`;
  return shown(`${reading.text(judged)}${share}`, judged);
}
