import type { Agreement } from "@osteon/api";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { READING_WORDS } from "./reading-words.ts";
import { kappaOf } from "./use-readings.ts";

/** Kappa of each field, the poorest first. */
export function AgreementTable({
  table,
  agreement,
}: {
  readonly table: string;
  readonly agreement: readonly Agreement[];
}) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const format = useFormat();
  const ordered = [...agreement].sort((a, b) => (kappaOf(a) ?? 2) - (kappaOf(b) ?? 2));
  return (
    <table className="table agreement">
      <thead>
        <tr>
          <th scope="col">{says.field}</th>
          <th scope="col" className="number">
            {says.agreeing}
          </th>
          <th scope="col">{says.kappa}</th>
        </tr>
      </thead>
      <tbody>
        {ordered
          .map((one) => [one, kappaOf(one)] as const)
          .map(([{ field, rows, agreeing }, kappa]) => (
            <tr key={field}>
              <th scope="row">{book.label(table, field)}</th>
              <td className="number">{says.of(format.number(agreeing), format.number(rows))}</td>
              <td>
                {kappa === undefined ? (
                  <span className="quiet-text">{says.oneCategory}</span>
                ) : (
                  <span className="kappa">
                    <span className="number">{format.number(kappa, 2)}</span>
                    <svg viewBox="0 0 100 8" width="100" height="8" aria-hidden="true">
                      <rect width="100" height="8" rx="2" fill="var(--sunken)" />
                      <rect width={Math.max(0, kappa) * 100} height="8" rx="2" fill="var(--series-1)" />
                    </svg>
                  </span>
                )}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
