/** Words of a grain that are not the name of a column, with the columns that tell one such row from another. */
const TERMS: Readonly<Record<string, readonly string[]>> = {
  patient: ["patient_no"],
  child: ["patient_no"],
  chart: ["patient_no"],
  line: ["patient_no", "line_class"],
  group: ["line_class"],
  "class of drugs": ["line_class"],
  infusion: ["course_no"],
  "core item": ["item"],
  freeze: [],
};

/** Words that may stand before a term and change nothing of the key. */
const ADJECTIVES = /^(?:(?:study|derived) )+/;
const LONGEST_TERM = 3;

/** What begins with an article says which rows there are: `patient with a plan and a lesion seen before it`. */
const ARTICLE = /^(?:a|an|the) /;

/** The columns in brackets, `(patient_no, time_point)`: an author may name them. */
const NAMED = /\(([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)*)\)/;

/**
 * The columns whose values tell the rows of a model apart, as its first line states: `One row per study patient and time point: ...` is
 * `patient_no, time_point`. Each thing is the column of its name, `visit` or `visit_no`, or a term of the charts; columns in
 * brackets are the key themselves. Nothing where a thing has no column. An empty key: there is one row at most.
 */
export function grainKey(grain: string, columns: readonly string[]): readonly string[] | undefined {
  const [head = ""] = grain.replace(/^One row per /, "").split(/[:.]/);
  const named = NAMED.exec(head)?.[1]?.split(", ");
  const things = head.split(/, | and /).filter((thing) => !ARTICLE.test(thing));
  const keys = named === undefined ? things.map((thing) => columnsOf(thing, columns)) : [named];
  const known = keys.flatMap((key) => (key?.every((column) => columns.includes(column)) ? [key] : []));
  return known.length === keys.length ? [...new Set(known.flat())] : undefined;
}

/** The longest beginning of the words that is a term or a column; what follows says which rows there are. */
function columnsOf(thing: string, columns: readonly string[]): readonly string[] | undefined {
  const words = thing.replace(ADJECTIVES, "").split(" ");
  for (let length = Math.min(words.length, LONGEST_TERM); length > 0; length--) {
    const term = words.slice(0, length).join(" ");
    const column = term.replaceAll(" ", "_");
    const found = [column, `${column}_no`].find((name) => columns.includes(name));
    if (found !== undefined) return [found];
    const known = Object.hasOwn(TERMS, term) ? TERMS[term] : undefined;
    if (known !== undefined) return known;
  }
  return undefined;
}
