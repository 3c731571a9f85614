import type { Model } from "./model.ts";

/** A model, as far as it matters here. */
type Reading = Pick<Model, "name" | "sql">;

/** One entry of a list of columns: the name that it gets, and every name that stands in it. */
interface Item {
  readonly alias: string;
  readonly names: readonly string[];
}

const TOKEN = /'(?:[^']|'')*'|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?|[(),]/g;
const ENDS = new Set(["FROM", "UNION", "WHERE"]);

/**
 * The columns of models, as `model.column`, whose value is made of columns of charts that `isSource` names, through however many models. By the
 * names alone: a column may be named that another of the same name rests on, and none is left out but what a filter decides.
 */
export function columnsResting(
  models: readonly Reading[],
  isSource: (table: string, column: string) => boolean,
): readonly string[] {
  const items = new Map(models.map(({ name, sql }) => [name, itemsOf(sql)]));
  const reads = new Map(models.map(({ name, sql }) => [name, tablesIn(sql)]));
  const known = new Map<string, boolean>();
  const rests = (model: string, column: string): boolean => {
    const place = `${model}.${column}`;
    const before = known.get(place);
    if (before !== undefined) return before;
    known.set(place, false);
    const own = items.get(model) ?? [];
    const tables = reads.get(model) ?? [];
    const found = own
      .filter(({ alias }) => alias === column)
      .flatMap(({ names }) => names)
      .some((written) => {
        const [name = "", qualifier] = written.split(".").reverse();
        const among = tables.filter(
          ({ table, alias }) => qualifier === undefined || [table, alias].includes(qualifier),
        );
        const isIn = ({ table }: Reads): boolean => isSource(table, name) || (items.has(table) && rests(table, name));
        return among.some(isIn) || (name !== column && rests(model, name));
      });
    known.set(place, found);
    return found;
  };
  return models.flatMap(({ name }) => {
    const columns = [...new Set((items.get(name) ?? []).map(({ alias }) => alias))];
    return columns.filter((column) => rests(name, column)).map((column) => `${name}.${column}`);
  });
}

const codeOf = (sql: string): string => sql.replaceAll(/--.*$/gm, "");

interface Reads {
  readonly table: string;
  readonly alias: string | undefined;
}

const tablesIn = (sql: string): readonly Reads[] =>
  [...codeOf(sql).matchAll(/\b(?:FROM|JOIN)\s+([a-z_]\w*)(?:\s+AS\s+([a-z_]\w*))?/gi)].map(([, table = "", alias]) => ({
    table,
    alias,
  }));

/** The entries of every list of columns of a statement, those of its CTEs and brackets too. */
function itemsOf(sql: string): readonly Item[] {
  const found: Item[] = [];
  const lists: { depth: number; words: string[] }[] = [];
  let depth = 0;
  const end = () => {
    const words = lists.at(-1)?.words ?? [];
    const names = words.filter((word) => /^[a-z_][\w.]*$/.test(word));
    const alias = names.at(-1);
    if (alias !== undefined)
      found.push({ alias: alias.replace(/^.*\./, ""), names: words.at(-2) === "AS" ? names.slice(0, -1) : names });
    const list = lists.at(-1);
    if (list !== undefined) list.words = [];
  };
  for (const [token] of codeOf(sql).matchAll(TOKEN)) {
    const list = lists.at(-1);
    const word = token.toUpperCase();
    const isAtList = list !== undefined && list.depth === depth;
    if (token === "(") depth++;
    else if (token === ")") {
      if (isAtList) {
        end();
        lists.pop();
      }
      depth--;
    } else if (word === "SELECT") lists.push({ depth, words: [] });
    else if (isAtList && token === ",") end();
    else if (isAtList && ENDS.has(word)) {
      end();
      lists.pop();
    } else list?.words.push(token);
  }
  return found;
}
