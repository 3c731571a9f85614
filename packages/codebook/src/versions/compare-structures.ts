import type { FieldStructure, Structure, TableStructure } from "./structure.ts";

/** What a generated step must not do, with what a person has to decide and write. */
export interface Refusal {
  /** `visit.weight_kg`. */
  readonly about: string;
  readonly says: string;
  readonly byHand: string;
}

/** How a codebook differs from the one that is locked. */
export interface Comparison {
  /** `visit.height_cm`, `treatment.drug: etanercept`, in the order of the codebook. */
  readonly added: readonly string[];
  /** Wider limits, longer texts, rules that went. */
  readonly widened: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** What became of the codebook since it was locked. `open` is the version that new entries belong to. */
export function compareStructures(was: Structure, is: Structure, open: number): Comparison {
  const added: string[] = [];
  const widened: string[] = [];
  const refusals: Refusal[] = [];
  const note = { added, widened, refusals, open };
  for (const name of Object.keys(was).filter((one) => is[one] === undefined))
    refusals.push(refusal(name, "The table is gone: every row of it would be lost.", MOVE));
  for (const [name, table] of Object.entries(is)) {
    const before = was[name];
    if (before !== undefined) compareTables(name, before, table, note);
    else {
      added.push(name);
      const fields = Object.values(table.fields);
      const late = [table, ...fields].every(({ since }) => since === open);
      if (!late) refusals.push(wrongSince(name, "The table, each of its fields and", open));
    }
  }
  return { added, widened, refusals };
}

interface Notes {
  readonly added: string[];
  readonly widened: string[];
  readonly refusals: Refusal[];
  readonly open: number;
}

const MOVE =
  "Leave it in the codebook, or write a step that moves what stands there, drops it and makes the view anew.";
const refusal = (about: string, says: string, byHand: string): Refusal => ({ about, says, byHand });
const wrongSince = (about: string, what: string, open: number): Refusal =>
  refusal(
    about,
    `${what} all that is new belongs to version ${open} of the codebook.`,
    `Write \`since: ${open}\` at the entry.`,
  );

function compareTables(table: string, was: TableStructure, is: TableStructure, notes: Notes): void {
  const { added, widened, refusals, open } = notes;
  const isNew = (field: string): boolean => was.fields[field] === undefined;
  for (const name of Object.keys(was.fields).filter((one) => is.fields[one] === undefined))
    refusals.push(refusal(`${table}.${name}`, "The field is gone: what was entered there would be lost.", MOVE));
  for (const [name, field] of Object.entries(is.fields)) {
    const about = `${table}.${name}`;
    const before = was.fields[name];
    if (before !== undefined) compareFields(about, before, field, notes);
    else {
      added.push(about);
      if (field.since !== open) refusals.push(wrongSince(about, "The field and", open));
      if (field.required)
        refusals.push(
          refusal(
            about,
            "A new field cannot be required: no row of before has it, and a value that nobody entered is none.",
            `Leave it optional, or write a step that fills it: \`update chart.${table} set ${name} = ... where ...\`, then asks for it of complete rows.`,
          ),
        );
    }
  }
  for (const rule of was.rules.filter((one) => !is.rules.includes(one))) widened.push(`${table}: ${rule}`);
  for (const rule of is.rules.filter((one) => !was.rules.includes(one))) {
    added.push(`${table}: ${rule}`);
    // A rule asks nothing of rows in which its condition is empty; of `not-before` either end is one.
    const [code, first = "", second = ""] = rule.split(" ");
    const asksOldRows = code === "not-before" ? !isNew(first) && !isNew(second) : !isNew(second);
    if (asksOldRows)
      refusals.push(
        refusal(
          `${table}: ${rule}`,
          "The rule may be broken by complete rows of before, and the database would refuse the step.",
          `Write a step that mends them or makes them drafts, and sets \`complete_rows_obey\` of chart.${table} anew.`,
        ),
      );
  }
}

function compareFields(about: string, was: FieldStructure, is: FieldStructure, notes: Notes): void {
  const { added, widened, refusals, open } = notes;
  const other = (["kind", "unit", "table", "required", "since", "reciprocal", "list"] as const).find(
    (one) => was[one] !== is[one],
  );
  if (other !== undefined)
    refusals.push(
      refusal(
        about,
        `Its ${other} was ${was[other] ?? "none"} and is ${is[other] ?? "none"}: what was entered would mean something else.`,
        other === "since" ? `Write \`since: ${was.since}\` as it was.` : "Leave it, and enter a field beside it.",
      ),
    );
  for (const code of Object.keys(was.choices ?? {}).filter((one) => is.choices?.[one] === undefined))
    refusals.push(refusal(`${about}: ${code}`, "The choice is gone: rows that hold it would be refused.", NARROW));
  for (const [code, since] of Object.entries(is.choices ?? {})) {
    const before = was.choices?.[code];
    if (before === since) continue;
    if (before === undefined) added.push(`${about}: ${code}`);
    if (since !== (before ?? open)) refusals.push(wrongSince(`${about}: ${code}`, "The choice and", before ?? open));
  }
  for (const one of ["maxLength", "decimals"] as const) {
    const [before = 0, now = 0] = [was[one], is[one]];
    if (now > before) widened.push(`${about}: ${one} ${now}`);
    if (now < before) refusals.push(refusal(about, `Its ${one} was ${before} and is ${now}.`, NARROW));
  }
  const [[low, high], [lower, higher]] = [was.possible ?? [0, 0], is.possible ?? [0, 0]];
  if (lower > low || higher < high)
    refusals.push(refusal(about, `It could be ${low} to ${high} and can be ${lower} to ${higher}.`, NARROW));
  else if (lower < low || higher > high) widened.push(`${about}: possible ${lower} to ${higher}`);
}

const NARROW =
  "Leave it, narrow what is plausible in place of what is possible, or write a step that mends the rows and sets the check anew.";
