import { comparatorSign, missingReasonOf, type Problem } from "@osteon/codebook";
import { type KeyboardEvent, useId, useState } from "react";
import { tableNamed } from "../book/registry-book.ts";
import { ChoiceButtons } from "../controls/choice-buttons.tsx";
import { NumberBox } from "../controls/number-box.tsx";
import { WhichIsMeant } from "../controls/which-is-meant.tsx";
import { useProblemWords } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import type { LaboratoryLine } from "./laboratory-lines.ts";
import { isSaid, judged, resultCells } from "./result-words.ts";
import { Sparkline } from "./sparkline.tsx";
import type { RowWords } from "./visit-state.ts";
import { LABORATORY_WORDS } from "./visit-words.ts";

interface Parts {
  readonly line: LaboratoryLine;
  readonly row: RowWords | undefined;
  readonly readOnly: boolean;
  readonly takesLimits: boolean;
  readonly problems: readonly Problem[];
  readonly onType: (words: Readonly<Record<string, string>>) => void;
}

const FINDINGS = ["positive", "negative"] as const;
const BOXES = ".result-value .answer-box input";

/** One analyte: its last value, its course, the box, unit and limits; what lies outside is marked while it is typed. */
export function ResultLine({ line, row, readOnly, takesLimits, problems, onType }: Parts) {
  const { name, analyte, unit, lower, upper, from, last, points } = line;
  const id = useId();
  const says = useWords(LABORATORY_WORDS);
  const book = useBook();
  const format = useFormat();
  const language = useLanguage();
  const toldOf = useProblemWords();
  const [open, setOpen] = useState(false);
  const words = row?.words ?? {};
  const cells = resultCells(analyte.code, { ...words, unit }, language);
  const limits = { lower: cells.lower_limit || lower, upper: cells.upper_limit || upper };
  const verdict = isSaid(words) ? judged(cells, limits.lower, limits.upper) : undefined;
  const title = book.cell("laboratory", "analyte", analyte.code);
  const isStated = takesLimits || (cells.lower_limit ?? "") !== "" || (cells.upper_limit ?? "") !== "";
  const shown = problems.filter(({ where }) => where.column !== "sampled_on");
  const number = (cell: string) => (missingReasonOf(cell) === undefined ? Number(cell) : undefined);
  const told =
    verdict !== undefined
      ? says[verdict]
      : cells.value === "not done" || cells.finding === "not done"
        ? says.notDone
        : "";
  const [valueField, findingField] = ["value", "finding"].map((one) =>
    tableNamed("laboratory").fields.find((field) => field.name === one),
  );
  const shared = {
    label: title,
    invalid: shown.some(({ severity }) => severity === "refused"),
    describedBy: `${id}-told`,
    readOnly,
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "F2") {
      event.preventDefault();
      setOpen(!open);
    }
    const isLine = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (!isLine || event.altKey || analyte.scale === "finding") return;
    event.preventDefault();
    const all = event.currentTarget.closest(".results")?.querySelectorAll<HTMLInputElement>(BOXES) ?? [];
    const boxes = [...all].filter((box) => box.getClientRects().length > 0);
    const next = boxes[boxes.indexOf(event.currentTarget) + (event.key === "ArrowDown" ? 1 : -1)];
    next?.focus();
    next?.select();
  };
  return (
    <div className={`result ${verdict ?? ""}`} data-place-of={`results/${name}`} data-analyte={analyte.code}>
      <span className="result-name" aria-hidden="true" title={title}>
        {title}
      </span>
      <span className="result-last">
        {last === undefined ? (
          <span className="quiet-text">–</span>
        ) : (
          <>
            <span className="number">
              {resultSays(last.cells, format.decimal, (cell) => book.cell("laboratory", "finding", cell))}
            </span>{" "}
            <span className="quiet-text small">{format.date(last.cells.sampled_on)}</span>
          </>
        )}
      </span>
      <Sparkline
        points={points}
        lower={number(limits.lower)}
        upper={number(limits.upper)}
        next={isSaid(words) && (cells.value ?? "") !== "" ? finite(number(cells.value ?? "")) : undefined}
        label={says.courseOf(points.map(({ value }) => format.number(value, value % 1 === 0 ? 0 : 1)).join(", "))}
      />
      <span className="result-value" data-field={analyte.scale === "finding" ? "finding" : "value"}>
        {analyte.scale === "finding" ? (
          findingField === undefined ? null : (
            <ChoiceButtons
              {...shared}
              table="laboratory"
              choices={FINDINGS}
              field={findingField}
              typed={words.finding ?? ""}
              onType={(said) => onType({ finding: said })}
            />
          )
        ) : valueField === undefined ? null : (
          <NumberBox
            {...shared}
            field={valueField}
            typed={words.value ?? ""}
            onKey={keys}
            onType={(value) => onType({ value })}
          />
        )}
      </span>
      <button
        type="button"
        tabIndex={-1}
        className={isStated ? "quiet result-norm" : "quiet result-norm remembered"}
        aria-expanded={open}
        title={from === null ? undefined : says[`limitsFrom_${from}`]}
        onClick={() => setOpen(!open)}
      >
        <span className="unseen">{says.details(title)}</span> <span>{unit === "" ? "–" : unit}</span>{" "}
        <span className="number">{limitsSay(limits.lower, limits.upper, format.decimal)}</span>
      </button>
      <span id={`${id}-told`} className="result-told" aria-live="polite">
        {told === "" ? null : <span className={`result-verdict ${verdict ?? "none"}`}>{told}</span>}
        {shown.map((problem) => (
          <span key={problem.code + problem.says} className={problem.severity === "refused" ? "wrong" : "asks"}>
            {toldOf(problem).says} {toldOf(problem).fix}
          </span>
        ))}
        {valueField === undefined ? null : (
          <WhichIsMeant
            field={valueField}
            typed={words.value ?? ""}
            readOnly={readOnly}
            onType={(value) => onType({ value })}
          />
        )}
        {analyte.scale !== "titre" || findingField === undefined ? null : (
          <ChoiceButtons
            {...shared}
            table="laboratory"
            choices={FINDINGS}
            field={findingField}
            typed={words.finding ?? ""}
            onType={(said) => onType({ finding: said })}
          />
        )}
      </span>
      {open ? (
        <div className="result-details">
          {analyte.reported.length > 1 ? (
            <label className="field" data-field="unit">
              <span className="label">{says.unit}</span>
              <select value={unit} disabled={readOnly} onChange={(event) => onType({ unit: event.target.value })}>
                {analyte.reported.map((one) => (
                  <option key={one.unit}>{one.unit}</option>
                ))}
              </select>
            </label>
          ) : null}
          {(["lower_limit", "upper_limit"] as const).map((field) => (
            <label key={field} className="field" data-field={field}>
              <span className="label">{field === "lower_limit" ? says.lower : says.upper}</span>
              <input
                value={words[field] ?? ""}
                placeholder={field === "lower_limit" ? format.decimal(lower) : format.decimal(upper)}
                readOnly={readOnly}
                inputMode="decimal"
                autoComplete="off"
                onChange={(event) => onType({ [field]: event.target.value })}
              />
            </label>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

function limitsSay(lower: string, upper: string, decimal: (cell: string) => string): string {
  const [low, high] = [lower, upper].map((cell) => (missingReasonOf(cell) === undefined ? decimal(cell) : ""));
  if (low !== "" && high !== "") return `${low}–${high}`;
  return high !== "" ? `≤ ${high}` : low !== "" ? `≥ ${low}` : "";
}

function resultSays(
  cells: Readonly<Record<string, string>>,
  decimal: (cell: string) => string,
  finding: (cell: string) => string,
): string {
  const { value = "", comparator } = cells;
  return missingReasonOf(value) === undefined
    ? `${comparatorSign(comparator)}${decimal(value)}`
    : finding(cells.finding ?? "");
}
