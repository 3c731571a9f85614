import type { Me } from "@osteon/api";
import { useMe } from "../api/me.ts";
import { useBook } from "../words/codebook-words.ts";
import { bilingual, useLanguage, useWords } from "../words/words.ts";
import { roleWords } from "./roles.ts";

const WORDS = bilingual({
  kept: [
    (role: string, tables: string) => `Kept from your role (${role}): ${tables}.`,
    (role: string, tables: string) => `Ihrer Rolle (${role}) vorenthalten: ${tables}.`,
  ],
  ask: [
    "An administrator decides which roles see which tables.",
    "Die Verwaltung legt fest, welche Rollen welche Tabellen sehen.",
  ],
});

/** The tables that are kept from the person at a centre, or at any, of those that are asked about; in the order of the codebook. */
export function keptTables(me: Me, { centre, of }: KeptAsked): readonly Me["kept"][number][] {
  return me.kept.filter(
    (one) => (centre === undefined || one.centre === centre) && (of === undefined || of.includes(one.table)),
  );
}

export interface KeptAsked {
  readonly centre?: string | undefined;
  /** Names of tables; without them all. */
  readonly of?: readonly string[] | undefined;
}

/** Whether a table is kept from the person at a centre: nothing is asked of it there, and nothing offered. */
export const isKept = (me: Me, centre: string, table: string): boolean =>
  keptTables(me, { centre, of: [table] }).length > 0;

/** That tables are kept from the person's role, so that what is empty is not taken for missing. Draws nothing where none is. */
export function KeptNote({ centre, of, children }: KeptAsked & { readonly children?: string }) {
  const says = useWords(WORDS);
  const language = useLanguage();
  const book = useBook();
  const kept = keptTables(useMe(), { centre, of });
  if (kept.length === 0) return null;
  const roles = [...new Set(kept.flatMap((one) => one.roles))].map((role) => roleWords(role, language));
  const tables = [...new Set(kept.map(({ table }) => table))].map((table) => book.many(table));
  return (
    <p className="notice" data-kept>
      {says.kept(roles.join(", "), tables.join(", "))} {children ?? says.ask}
    </p>
  );
}
