import { type ClipboardEvent, useMemo, useState } from "react";
import { tableNamed, useRegistryBook } from "../book/registry-book.ts";
import { DateBox } from "../controls/date-box.tsx";
import { ListedChoices } from "../entry/listed-choices.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { useDayWords } from "./drugs-section.tsx";
import { laboratoryLines } from "./laboratory-lines.ts";
import { More } from "./more.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { isPrintout } from "./paste-results.ts";
import { ResultLine } from "./result-line.tsx";
import { isSaid } from "./result-words.ts";
import { Section } from "./section.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { readName, withSampleDay } from "./visit-state.ts";
import { LABORATORY_WORDS, VISIT_WORDS } from "./visit-words.ts";

/** The laboratory of the visit: a line for each analyte that the centre usually measures. */
export function LaboratorySection({ state, read, standing, day, readOnly, change, problemsAt }: VisitParts) {
  const says = useWords(LABORATORY_WORDS);
  const visit = useWords(VISIT_WORDS);
  const format = useFormat();
  const book = useBook();
  const registry = useRegistryBook();
  const [pasting, setPasting] = useState<{ readonly text: string; readonly from: string }>();
  const { shown, more } = useMemo(
    () => laboratoryLines(standing, state.results, registry),
    [standing, state.results, registry],
  );
  const lines = [...shown, ...more];
  const sampled = tableNamed("laboratory").fields.find(({ name }) => name === "sampled_on");
  const dayWords = useDayWords(day);
  const type = (name: string, words: Readonly<Record<string, string>>) => {
    const stored = read[readName("laboratory", state.results[name]?.key ?? "")];
    change(
      (before) => {
        const own = before.results[name] ?? { words: { analyte: name } };
        const now = { ...own, words: { ...own.words, ...words } };
        const { [name]: _gone, ...others } = before.results;
        // A line that was emptied again says nothing; one that the registry has is then taken back.
        const isEmpty =
          now.key === undefined && !isSaid(now.words) && !Object.keys(words).some((one) => one !== "value");
        return { ...before, results: isEmpty ? others : { ...before.results, [name]: now } };
      },
      stored === undefined ? [] : [stored],
    );
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (readOnly || !isPrintout(text)) return;
    event.preventDefault();
    const from = event.target instanceof Element ? event.target.closest("[data-place-of]") : null;
    const place = from instanceof HTMLElement ? (from.dataset.placeOf ?? "") : "";
    setPasting({ text, from: place.replace("results/", "") });
  };
  const count = Object.values(state.results).filter(({ words }) => isSaid(words)).length;
  const line = (one: (typeof lines)[number]) => (
    <ResultLine
      key={one.name}
      line={one}
      row={state.results[one.name]}
      readOnly={readOnly}
      takesLimits={state.takesLimits}
      problems={problemsAt(`results/${one.name}`)}
      onType={(words) => type(one.name, words)}
    />
  );
  const analyteField = tableNamed("laboratory").fields.find(({ name }) => name === "analyte");
  return (
    <Section
      name="laboratory"
      title={visit.laboratory}
      told={count === 0 ? undefined : format.number(count)}
      actions={
        readOnly ? undefined : (
          <button type="button" onClick={() => setPasting({ text: "", from: "" })}>
            {says.paste} …
          </button>
        )
      }
    >
      <div className="results" onPaste={paste}>
        <div className="result-head" aria-hidden="true">
          <span>{says.analyte}</span>
          <span>{says.last}</span>
          <span>{says.course}</span>
          <span>{says.value}</span>
          <span>
            {says.unit} · {says.normal}
          </span>
        </div>
        {shown.map(line)}
        {more.length === 0 ? null : (
          <More title={says.moreAnalytes(more.length)} isSaid={more.some(({ name }) => name in state.results)}>
            {more.map(line)}
          </More>
        )}
      </div>
      <p className="quiet-text small">{says.hint}</p>
      <div className="row result-foot">
        {sampled === undefined ? null : (
          <div className="field result-day">
            <span className="label" aria-hidden="true">
              {says.sampledOn}
            </span>
            <DateBox
              field={sampled}
              label={says.sampledOn}
              typed={state.sampledOn === "" ? dayWords : state.sampledOn}
              readOnly={readOnly}
              onType={(words) =>
                change((before) => withSampleDay(before, words, before.sampledOn === "" ? dayWords : before.sampledOn))
              }
            />
          </div>
        )}
        <label className="takes-limits" title={says.limitsHint}>
          <input
            type="checkbox"
            checked={state.takesLimits}
            disabled={readOnly}
            onChange={(event) => {
              const takesLimits = event.target.checked;
              change((before) => ({ ...before, takesLimits }));
            }}
          />{" "}
          {says.takesLimits}
        </label>
        {readOnly || analyteField === undefined ? null : (
          <span className="field add-analyte">
            <span className="label">{says.addAnalyte}</span>
            <ListedChoices
              table="laboratory"
              field={analyteField}
              typed=""
              cells={{}}
              chart={undefined}
              label={says.addAnalyte}
              invalid={false}
              describedBy={undefined}
              readOnly={false}
              onType={(code) => code !== "" && type(code, { analyte: code })}
            />
          </span>
        )}
      </div>
      {pasting === undefined ? null : (
        <PasteDialog
          {...pasting}
          lines={lines}
          typed={state.results}
          nameOf={(code) => book.cell("laboratory", "analyte", code)}
          onClose={() => setPasting(undefined)}
          onTake={(taken) => {
            for (const { analyte = "", value, finding = "", unit } of taken)
              type(analyte, { analyte, value, finding, ...(unit === undefined ? {} : { unit }) });
            setPasting(undefined);
          }}
        />
      )}
    </Section>
  );
}
