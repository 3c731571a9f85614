import { problems, type Row, storedRow, told } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { z } from "zod";
import { registryTables } from "../book/registry-book.ts";
import type { Typed } from "./typed-cells.ts";

/** What a person asked for: without it a draft goes by itself, and a complete row waits for its reason. */
export interface Wanted {
  readonly status: "complete";
  readonly reason: string;
}

/** One try to write, word for word as it was sent: sent again after a lost answer it writes once. */
export interface Attempt {
  readonly key: string;
  readonly version: number;
  readonly typed: Typed;
  readonly language?: Language;
  readonly status: Row["status"];
  readonly reason: string;
}

/**
 * What was typed and not yet confirmed by the server, kept on this device so that neither a lost connection nor a closed
 * tab loses a keystroke. It is taken away once the server confirms, or when the person discards it.
 */
export interface Kept {
  readonly place: string;
  readonly table: string;
  readonly patient: string;
  readonly centre: string;
  readonly cells: Typed;
  /** In which its words were typed; earlier releases did not note it. */
  readonly language?: Language;
  /** The row as it was read when typing began; none for a new one. */
  readonly row: Row | undefined;
  readonly since: string;
  readonly wanted?: Wanted | undefined;
  readonly attempt?: Attempt | undefined;
  /** The field that is being typed in may not be sent before it is left: half a pseudonym is one. */
  readonly held?: boolean | undefined;
  /** A save of it found nobody who answers. */
  readonly unanswered?: boolean | undefined;
  /** Why the registry did not take it. */
  readonly refused?: { readonly status: number; readonly problems: readonly Problem[] } | undefined;
}

const typed = z.record(z.string(), z.string());
const language = z.enum(["en", "de"]).optional();
const attempt = z.object({
  key: z.string(),
  version: z.number(),
  typed,
  language,
  status: z.enum(["draft", "complete"]),
  reason: z.string(),
});
const shape = z.object({
  place: z.string(),
  table: z.string(),
  patient: z.string(),
  centre: z.string(),
  cells: typed,
  language,
  row: storedRow.optional(),
  since: z.string(),
  wanted: z.object({ status: z.literal("complete"), reason: z.string() }).optional(),
  attempt: attempt.optional(),
  held: z.boolean().optional(),
  unanswered: z.boolean().optional(),
  refused: problems.extend({ status: z.number() }).optional(),
});

/** What a text of the device says of a row, and what of it this version has no place for. */
interface ReadWords {
  readonly kept: Kept | undefined;
  readonly foreign: string | undefined;
}

/** Reads what some version kept: words for fields that there are, and apart from them what is none of this version's. */
export function readWords(text: string): ReadWords {
  const read = told(shape, parsed(text));
  const table = registryTables().find(({ name }) => name === read?.table);
  if (read === undefined || table === undefined) return { kept: undefined, foreign: text === "" ? undefined : text };
  const names = new Set(table.fields.map(({ name }) => name));
  const [own, others] = [true, false].map((has) =>
    Object.fromEntries(Object.entries(read.cells).filter(([name]) => names.has(name) === has)),
  );
  const strangers = Object.entries(others ?? {}).filter(([, words]) => words.trim() !== "");
  return {
    kept: { ...read, row: read.row, cells: own ?? {} },
    foreign: strangers.length === 0 ? undefined : strangers.map(([name, words]) => `${name}: ${words}`).join("\n"),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
