import type { Outcomes } from "@osteon/api";
import { addressOf, runs } from "@osteon/api";
import { useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { OpensNumber } from "./behind.tsx";
import { DrawnFigure } from "./figure-panel.tsx";
import { type HeadlineNumber, rangeOf } from "./outcomes.ts";
import { STUDY_WORDS } from "./study-words.ts";

const useOutcomes = (run: string) => useGet(runs.readOutcomes, { params: { run } }).data;

/** Each headline number: as the protocol has it, the lowest and highest of all combinations, and as printed. */
export function Headlines({ run }: { readonly run: string }) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const told = useOutcomes(run);
  if (told === undefined) return <Waiting />;
  const { headlines, outcomes } = told;
  const text = (value: number | null | undefined) => (value == null ? "–" : format.number(value));
  return (
    <div className="scrolls">
      <table className="table">
        <caption>{says.specifications(outcomes.length / headlines.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{says.headline}</th>
            {[says.lowest, says.primary, says.highest, says.printed].map((head) => (
              <th scope="col" key={head} className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {headlines.map(({ id, title, unit, published }) => {
            const own = outcomes.filter(({ headline }) => headline === id);
            const range = rangeOf(own);
            return (
              <tr key={id}>
                <th scope="row" lang="en">
                  {title} ({unit})
                </th>
                <td className="number">{text(range?.lowest)}</td>
                <td className="number">
                  <OpensNumber result={id} text={text(own.find(({ primary }) => primary)?.value)} />
                </td>
                <td className="number">{text(range?.highest)}</td>
                <td className="number">{text(published)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The specification chart of each headline number, and beneath it how far each choice lets the number move. */
export function SpecificationPanels({ run }: { readonly run: string }) {
  const told = useOutcomes(run);
  if (told === undefined) return null;
  return told.headlines.map((headline) => {
    const { id, title } = headline;
    const chart = id.replaceAll(/[^a-z0-9]+/g, "-");
    const file = addressOf(runs.watchSensitivity, { run });
    return (
      <Panel
        key={id}
        title={title}
        lang="en"
        flush
        actions={
          <span className="row small">
            {["svg", "png"].map((type) => (
              <a key={type} href={`${file}/${chart}.${type}`} download aria-label={`${title}, ${type.toUpperCase()}`}>
                {type.toUpperCase()}
              </a>
            ))}
          </span>
        }
      >
        <DrawnFigure
          path={`${file}/${chart}.svg`}
          alt={`${title} under every combination of the assumptions, from the lowest to the highest.`}
          size={told.chart}
        />
        <ByChoice outcomes={told} headline={headline} />
      </Panel>
    );
  });
}

function ByChoice({ outcomes: told, headline }: { readonly outcomes: Outcomes; readonly headline: HeadlineNumber }) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const own = told.outcomes.filter((one) => one.headline === headline.id);
  return (
    <details className="by-choice">
      <summary>{says.table}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.assumption}</th>
            <th scope="col">{says.choice}</th>
            <th scope="col" className="number">{`${says.lowest} – ${says.highest} (${headline.unit})`}</th>
          </tr>
        </thead>
        <tbody>
          {told.assumptions.flatMap(({ name, choices }) =>
            choices.map(({ label }, place) => {
              const range = rangeOf(own.filter(({ chosen }) => chosen[name] === label));
              return (
                <tr key={`${name} ${label}`}>
                  <th scope="row" lang="en">
                    {name}
                  </th>
                  <td>
                    <span lang="en">{label}</span>
                    {place === 0 ? ` (${says.primary})` : ""}
                  </td>
                  <td className="number">
                    {range === undefined
                      ? says.notEstimable
                      : `${format.number(range.lowest)} – ${format.number(range.highest)}`}
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </details>
  );
}
