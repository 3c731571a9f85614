import type { AuditEntry } from "@osteon/api";
import { type CellChange, type Recorded, recordedChanges } from "@osteon/codebook";

/** One thing that happened to a row, in cells as the codebook writes them. */
export interface Episode {
  readonly seq: string;
  readonly at: string;
  readonly actor: string;
  readonly kind: "entered" | "changed" | "deleted";
  readonly reason: string | null;
  /** It was part of an import, or of taking one back. */
  readonly imported: boolean;
  /** The status it then had, where that changed. */
  readonly status?: "draft" | "complete" | undefined;
  readonly cells: readonly CellChange[];
}

const KINDS = { insert: "entered", update: "changed", delete: "deleted" } as const;

/** What happened to a row, oldest first; of one field alone where one is named. Writes that changed no cell and no status are left out. */
export function storyOf(table: string, entries: readonly AuditEntry[], field?: string): readonly Episode[] {
  let row: Recorded = {};
  const story: Episode[] = [];
  for (const entry of entries) {
    const kind = KINDS[entry.action as keyof typeof KINDS];
    if (kind === undefined) continue;
    const before: Recorded = { ...row, ...entry.before };
    const after: Recorded = kind === "deleted" ? {} : { ...row, ...entry.after };
    const cells = recordedChanges(table, kind === "entered" ? {} : before, after).filter(
      (change) => field === undefined || change.field === field,
    );
    const moved = before.row_status !== after.row_status && kind === "changed" && field === undefined;
    if (cells.length > 0 || moved || (kind !== "changed" && field === undefined))
      story.push({
        seq: String(entry.seq),
        at: entry.at,
        actor: entry.actor,
        kind,
        reason: entry.reason === "" ? null : entry.reason,
        imported: entry.batch !== null && entry.batch !== "",
        status: moved || kind === "entered" ? (after.row_status as Episode["status"]) : undefined,
        cells,
      });
    row = after;
  }
  return story;
}
