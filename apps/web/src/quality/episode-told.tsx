import type { CellChange } from "@osteon/codebook";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { Episode } from "./story-of.ts";
import { STORY_WORDS } from "./story-words.ts";
import { useNames } from "./use-names.ts";

/** What the registry itself writes as the reason where it moves the last contact: `chart.follow_contact`, step_37. */
const CONTACT_FOLLOWS = "The last contact follows the visits.";

interface Parts {
  readonly table: string;
  /** Where one field alone is told of. */
  readonly field?: string;
  readonly episode: Episode;
}

/** One thing that happened to a row: a sentence, and its cells where there are more than the sentence tells. */
export function EpisodeTold({ table, field, episode }: Parts) {
  return (
    <>
      <Sentence table={table} field={field} episode={episode} />
      <Cells table={table} episode={episode} alone={field !== undefined} />
    </>
  );
}

function Sentence({
  table,
  field,
  episode,
}: {
  readonly table: string;
  readonly field: string | undefined;
  readonly episode: Episode;
}) {
  const says = useWords(STORY_WORDS);
  const book = useBook();
  const format = useFormat();
  const names = useNames();
  const [when, who] = [format.dateTime(episode.at), names(episode.actor)];
  const [cell] = episode.cells;
  const told = useTold(table);
  const sentence = (): string => {
    if (episode.kind === "entered") {
      if (field !== undefined && cell !== undefined)
        return says.enteredField(when, who, book.label(table, field), told(cell, "is"));
      return episode.imported ? says.imported(when, who) : says.entered(when, who);
    }
    if (episode.kind === "deleted")
      return field !== undefined && cell !== undefined
        ? says.deletedField(when, who, book.label(table, field), told(cell, "was"))
        : says.deleted(when, who);
    if (cell === undefined) return says.kept(when, who);
    if (episode.cells.length > 1) return says.changedMany(when, who, episode.cells.length);
    return says.changed(when, who, book.label(table, cell.field), told(cell, "was"), told(cell, "is"));
  };
  const by = episode.imported && (episode.kind === "changed" || field !== undefined) ? says.byImport : "";
  return (
    <p>
      {sentence()}
      {by}
      {episode.reason === null
        ? "."
        : says.because(episode.reason === CONTACT_FOLLOWS ? says.contactFollows : episode.reason)}{" "}
      {episode.status === undefined ? null : (
        <span className={episode.status === "draft" ? "chip warn" : "chip good"}>
          {episode.status === "draft" ? says.asDraft : says.asComplete}
        </span>
      )}
    </p>
  );
}

/** A cell before or after, in words. */
function useTold(table: string): (cell: CellChange, side: "was" | "is") => string {
  const says = useWords(STORY_WORDS);
  const book = useBook();
  return (cell, side) => (cell[side] === "" ? says.blank : book.cell(table, cell.field, cell[side]));
}

/** The cells of an episode that touched more than one: open where something changed, folded where a row came or went. */
function Cells({
  table,
  episode,
  alone,
}: {
  readonly table: string;
  readonly episode: Episode;
  readonly alone: boolean;
}) {
  const says = useWords(STORY_WORDS);
  const book = useBook();
  const told = useTold(table);
  const changed = episode.kind === "changed";
  if (alone || episode.cells.length < (changed ? 2 : 1)) return null;
  return (
    <details open={changed}>
      <summary>{says.fields(episode.cells.length)}</summary>
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{says.field}</th>
              {episode.kind === "entered" ? null : <th scope="col">{says.was}</th>}
              {episode.kind === "deleted" ? null : <th scope="col">{says.is}</th>}
            </tr>
          </thead>
          <tbody>
            {episode.cells.map((cell) => (
              <tr key={cell.field}>
                <th scope="row">{book.label(table, cell.field)}</th>
                {episode.kind === "entered" ? null : <td>{told(cell, "was")}</td>}
                {episode.kind === "deleted" ? null : <td>{told(cell, "is")}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
