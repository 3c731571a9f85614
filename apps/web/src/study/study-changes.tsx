import { reachable } from "../design/reachable.ts";
import { useWords } from "../words/words.ts";
import { RUNS_WORDS } from "./runs-words.ts";

/** What changed from one lock of a study to another, as the server compares them. */
export interface LockChanges {
  readonly sameResults: boolean;
  readonly protocol: readonly { readonly path: string; readonly before?: string; readonly after?: string }[];
  readonly models: readonly { readonly name: string; readonly was: "added" | "removed" | "changed" }[];
  readonly others: readonly ("report" | "published" | "sensitivity")[];
}

/** A table of what a study says otherwise, place by place. Draws nothing where nothing changed. */
export function StudyChanges({ changes: { protocol, models, others } }: { readonly changes: LockChanges }) {
  const says = useWords(RUNS_WORDS);
  const was = { added: says.wasAdded, removed: says.wasRemoved, changed: says.wasChanged };
  if (protocol.length + models.length + others.length === 0) return null;
  return (
    <div ref={reachable} className="scrolls">
      <table className="table page-table stacks">
        <thead>
          <tr>
            <th scope="col">{says.place}</th>
            <th scope="col">{says.before}</th>
            <th scope="col">{says.after}</th>
          </tr>
        </thead>
        <tbody>
          {protocol.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row" className="mono small">
                {path}
              </th>
              <td data-head={says.before} lang="en">
                {before ?? "–"}
              </td>
              <td data-head={says.after} lang="en">
                {after ?? "–"}
              </td>
            </tr>
          ))}
          {models.map(({ name, was: how }) => (
            <tr key={`model ${name}`}>
              <th scope="row">{says.model(name)}</th>
              <td className="empty" />
              <td data-head={says.after}>{was[how]}</td>
            </tr>
          ))}
          {others.map((name) => (
            <tr key={name}>
              <th scope="row">{says[name]}</th>
              <td className="empty" />
              <td data-head={says.after}>{says.wasChanged}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
