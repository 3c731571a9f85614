import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { BACKUPS_WORDS } from "./backups-words.ts";

/** A backup as the trail noted it. */
export interface Kept {
  readonly at: string;
  readonly file: string;
  readonly told: { readonly rows: number; readonly encrypted?: boolean };
}

/** A drill as the trail noted it. */
export interface KeptDrill extends Kept {
  readonly told: { readonly rows: number; readonly differences: number };
}

/** Backups and drills in one list, the newest first. */
export function NotedTable({
  backups,
  drills,
}: {
  readonly backups: readonly Kept[];
  readonly drills: readonly KeptDrill[];
}) {
  const says = useWords(BACKUPS_WORDS);
  const format = useFormat();
  const lines = [
    ...backups.map((one) => ({
      ...one,
      what: says.backup,
      outcome: one.told.encrypted === true ? says.encrypted : says.plain,
    })),
    ...drills.map((one) => ({
      ...one,
      what: says.drill,
      outcome: one.told.differences > 0 ? says.failed(one.told.differences) : says.passed,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="scrolls">
      <table className="table noted">
        <thead>
          <tr>
            <th scope="col">{says.at}</th>
            <th scope="col">{says.what}</th>
            <th scope="col">{says.file}</th>
            <th scope="col" className="number">
              {says.rows}
            </th>
            <th scope="col">{says.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, what, file, told, outcome }) => (
            <tr key={`${at} ${what} ${file}`}>
              <td>{format.dateTime(at)}</td>
              <td>{what}</td>
              <td className="mono">{file}</td>
              <td className="number">{format.number(told.rows)}</td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
