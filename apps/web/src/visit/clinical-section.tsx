import type { Field } from "@osteon/codebook";
import { useMemo } from "react";
import { tableNamed } from "../book/registry-book.ts";
import { consequencesOf } from "../entry/consequences.ts";
import { valueBefore } from "../entry/value-before.ts";
import { byDay, rowsOf } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { FieldOfRow } from "./field-of-row.tsx";
import { goOn } from "./go-through.ts";
import { More } from "./more.tsx";
import { Section } from "./section.tsx";
import { usualFields } from "./usual-fields.ts";
import type { VisitParts } from "./visit-parts.ts";
import { VISIT_WORDS } from "./visit-words.ts";

/** What was asked, seen and felt: the usual fields in sight, the rest folded, each with the value before. */
export function ClinicalSection({ state, chart, day, readOnly, change, problemsAt }: VisitParts) {
  const says = useWords(VISIT_WORDS);
  const table = tableNamed("visit");
  const { key, words } = state.visit;
  const { usual, rest } = useMemo(() => {
    const before = byDay(rowsOf(chart, "visit"))
      .filter(
        ({ key: own, status, cells }) =>
          own !== key && status === "complete" && (day === "" || (cells.visited_on ?? "") <= day),
      )
      .reverse();
    return usualFields(table, before);
  }, [chart, table, key, day]);
  const before = useMemo(
    () => valueBefore(table, chart, { key, cells: { visited_on: day } }),
    [table, chart, key, day],
  );
  const said = rest.filter(({ name }) => (words[name] ?? "") !== "");
  const shown = usual.filter(({ name }) => name !== "visited_on");
  const type = (typed: Record<string, string>) =>
    change((before) => ({ ...before, visit: { ...before.visit, words: { ...before.visit.words, ...typed } } }));
  const field = ({ name }: Field) => {
    return (
      <FieldOfRow
        key={name}
        table="visit"
        place="visit"
        {...{ name, words, chart, readOnly }}
        problems={problemsAt("visit")}
        before={before(name)}
        onType={(typed) => type({ [name]: typed, ...consequencesOf("visit", name, typed, words) })}
      />
    );
  };
  const [numbers, signs, last] = inGroups(shown);
  return (
    <Section name="clinical" title={says.clinical}>
      <div className="visit-fields">{numbers.map(field)}</div>
      {signs.length === 0 ? null : (
        <div className="visit-signs">
          <NoneOfThese
            signs={signs.filter(({ name }) => (words[name] ?? "") === "")}
            readOnly={readOnly}
            onNone={(names) => type(Object.fromEntries(names.map((name) => [name, "no"])))}
          />
          <div className="visit-fields">{signs.map(field)}</div>
        </div>
      )}
      <div className="visit-fields">{last.map(field)}</div>
      {rest.length === 0 ? null : (
        <More title={says.more(rest.length)} isSaid={said.length > 0}>
          <div className="visit-fields">{rest.map(field)}</div>
        </More>
      )}
    </Section>
  );
}

/** The questions of yes and no that stand together, and what stands before and behind them. */
function inGroups(fields: readonly Field[]): readonly [before: Field[], signs: Field[], behind: Field[]] {
  const from = fields.findIndex(({ type }) => type.kind === "yes-no");
  if (from < 0) return [[...fields], [], []];
  const length = fields.slice(from).findIndex(({ type }) => type.kind !== "yes-no");
  const to = length < 0 ? fields.length : from + length;
  return [fields.slice(0, from), fields.slice(from, to), fields.slice(to)];
}

/** Answers no to all signs that are still open, and goes on behind them. */
function NoneOfThese({
  signs,
  readOnly,
  onNone,
}: {
  readonly signs: readonly Field[];
  readonly readOnly: boolean;
  readonly onNone: (names: readonly string[]) => void;
}) {
  const says = useWords(VISIT_WORDS);
  const book = useBook();
  const names = signs.map(({ name }) => name);
  return (
    <p className="row none-of-these">
      <button
        type="button"
        data-step="signs"
        disabled={readOnly || signs.length === 0}
        title={says.noneHint(names.map((name) => book.label("visit", name)).join(", "))}
        onClick={(event) => {
          onNone(names);
          const form = event.currentTarget.closest("[data-visit-form]");
          const signsGroup = event.currentTarget.closest(".visit-signs");
          const radios = [...(signsGroup?.querySelectorAll("[role=radiogroup]") ?? [])];
          const final = radios.at(-1)?.querySelector("input:last-of-type") ?? event.currentTarget;
          if (form !== null) goOn(form, final);
        }}
      >
        {says.noneOfThese}
      </button>
      <span className="quiet-text small">{names.map((name) => book.label("visit", name)).join(" · ")}</span>
    </p>
  );
}
