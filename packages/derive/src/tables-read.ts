/** What a SELECT reads: a table or CTE by its plain name, a bracket (a query of its own, read elsewhere), or something else. */
export interface TableRead {
  /** As written: `visit`, `"visit"`, `'/a/file.csv'`, `read_csv`. */
  readonly text: string;
  readonly kind: "name" | "function" | "other";
  readonly alias?: string;
}

const TOKEN = /'(?:[^']|'')*'|"[^"]*"|[A-Za-z_][\w.]*|[(),]|[^\s\w(),'"]+|\d[\w.]*/g;
/** Words after which no table of the clause can follow. */
const ENDS = new Set("WHERE GROUP HAVING ORDER UNION SELECT WINDOW LIMIT".split(" "));
/** Words that stand behind a table and are no name of it. */
const BEHIND = new Set("ON JOIN LEFT RIGHT FULL INNER OUTER CROSS".split(" "));

/** Everything that stands where a table may stand: after FROM, after JOIN, and after a comma between two of them. */
export function tablesRead(sql: string): readonly TableRead[] {
  const code = sql.replaceAll(/--.*$/gm, "");
  const tokens = code.match(TOKEN) ?? [];
  const found: TableRead[] = [];
  const inFrom: boolean[] = [false];
  for (const [at, token] of tokens.entries()) {
    const word = token.toUpperCase();
    const depth = inFrom.length - 1;
    if (token === "(") inFrom.push(false);
    else if (token === ")") inFrom.pop();
    else if (ENDS.has(word)) inFrom[depth] = false;
    const begins = word === "FROM" && tokens[at - 1]?.toUpperCase() !== "DISTINCT";
    if (begins) inFrom[depth] = true;
    if (begins || word === "JOIN" || (token === "," && inFrom[depth] === true)) {
      const read = tableAt(tokens, at + 1);
      if (read !== undefined) found.push(read);
    }
  }
  return found;
}

function tableAt(tokens: readonly string[], at: number): TableRead | undefined {
  const text = tokens[at] ?? "";
  if (text === "(" || text === "") return undefined;
  if (tokens[at + 1] === "(") return { text, kind: "function" };
  const behind = tokens[at + 1]?.toUpperCase() === "AS" ? tokens[at + 2] : tokens[at + 1];
  const isAlias = behind !== undefined && /^[a-z_]\w*$/i.test(behind) && !isKeyword(behind);
  const kind = /^[a-z_]\w*$/i.test(text) ? "name" : "other";
  return { text, kind, ...(isAlias ? { alias: behind } : {}) };
}

const isKeyword = (word: string): boolean => ENDS.has(word.toUpperCase()) || BEHIND.has(word.toUpperCase());
