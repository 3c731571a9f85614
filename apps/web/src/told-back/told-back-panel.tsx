import type { ToldBack, TypedEncounter } from "@osteon/api";
import { Panel } from "../design/page.tsx";
import { presentOf } from "../patient/present-line.ts";
import { STATE_WORDS, stateWord } from "../patient/state-words.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { Lacks } from "./lacks.tsx";
import { PedcnoTold } from "./pedcno-told.tsx";
import { TOLD_BACK_WORDS } from "./told-back-words.ts";
import { useToldBack } from "./use-told-back.ts";
import "./told-back.css";

interface Parts {
  readonly centre: string;
  readonly patient: string;
  /** What stands in the form, every row as if it were complete; nothing where there is nothing to tell of. */
  readonly encounter: TypedEncounter | undefined;
}

/** Beside the form of a visit: score, state, response and doses as studies would derive them, with what is missing named. */
export function ToldBackPanel({ centre, patient, encounter }: Parts) {
  const says = useWords(TOLD_BACK_WORDS);
  const { told, error, isBehind } = useToldBack({ centre, patient, encounter });
  if (encounter === undefined) return null;
  return (
    <Panel title={says.title}>
      <div className="told-back stack" aria-busy={isBehind}>
        <p className="quiet-text small">{says.lead}</p>
        {told === undefined ? <p className="quiet-text">{error === null ? says.asking : says.failed}</p> : null}
        {told === undefined ? null : told.because === null ? <Told told={told} /> : <p>{says[told.because]}</p>}
      </div>
    </Panel>
  );
}

function Told({ told }: { readonly told: ToldBack }) {
  const says = useWords(TOLD_BACK_WORDS);
  const states = useWords(STATE_WORDS);
  const format = useFormat();
  const present = presentOf(told.lines);
  const { cdas, lastVisit } = told;
  return (
    <>
      <LeftOut told={told} />
      <dl className="told-back-list">
        <dt>{says.cdas}</dt>
        <dd>
          <strong>{cdas.value === null ? says.notKnown : format.number(cdas.value)}</strong>{" "}
          <span className="quiet-text small">
            {cdas.before === null ? says.cdasSays : says.cdasBefore(format.number(cdas.before))}
          </span>
          <Lacks lacks={cdas.lacks} />
        </dd>
        <dt>{says.remission}</dt>
        <dd>
          {told.noLines === null ? null : <p>{says[told.noLines]}</p>}
          {present === undefined ? null : <LineState line={present} />}
          <OtherLines lines={told.lines.filter(({ line }) => line !== present?.line)} />
        </dd>
        <dt>{says.pedcno}</dt>
        <dd className="stack">
          {present?.pedcno == null ? null : (
            <PedcnoTold
              title={says.againstStart(stateWord(states, present.line), format.date(present.startedOn))}
              pedcno={present.pedcno}
            />
          )}
          {lastVisit?.pedcno == null ? (
            <p className="quiet-text">{says.noVisitBefore}</p>
          ) : (
            <PedcnoTold title={says.againstVisit(format.date(lastVisit.visitedOn))} pedcno={lastVisit.pedcno} />
          )}
        </dd>
        <dt>{says.dose}</dt>
        <dd>
          <Doses drugs={told.drugs} />
        </dd>
      </dl>
    </>
  );
}

type Line = ToldBack["lines"][number];

function LineState({ line }: { readonly line: Line }) {
  const says = useWords(TOLD_BACK_WORDS);
  const states = useWords(STATE_WORDS);
  const format = useFormat();
  const name = stateWord(states, line.line);
  const since = says.since(name, format.date(line.startedOn));
  if (line.standing !== "judged" || line.state === null || line.reason === null)
    return <p>{line.standing === "day-zero" ? says.dayZero(name) : says.otherVisit}</p>;
  return (
    <div>
      <strong>{stateWord(states, line.state)}</strong>{" "}
      <span className="quiet-text small">
        {line.timePoint === null ? since : `${since}; ${says.standsFor(stateWord(states, line.timePoint))}`}
      </span>
      <p className="small">{stateWord(states, line.reason)}</p>
      <Lacks lacks={line.lacks} />
    </div>
  );
}

function OtherLines({ lines }: { readonly lines: readonly Line[] }) {
  const says = useWords(TOLD_BACK_WORDS);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{says.others}</summary>
      {lines.map((line) => (
        <LineState key={line.line} line={line} />
      ))}
    </details>
  );
}

function Doses({ drugs }: Pick<ToldBack, "drugs">) {
  const says = useWords(TOLD_BACK_WORDS);
  const book = useBook();
  const format = useFormat();
  if (drugs.length === 0) return <span className="quiet-text">{says.noDrugs}</span>;
  const lacking = { weight: says.weight, dose: says.noDose, "by-weight": says.bySurface };
  const amount = (dose: string | null): string => (dose === null ? "" : dose.replace(/^[\d.]+/, format.decimal));
  return (
    <ul className="plain">
      {drugs.map(({ treatment, drug, perKg, total, lacks }) => (
        <li key={treatment}>
          {book.cell("treatment", "drug", drug)}: {perKg === null ? null : <strong>{amount(perKg)}</strong>}{" "}
          {total === null ? null : `(${amount(total)})`}{" "}
          {lacks === null ? null : <span className="quiet-text">{lacking[lacks]}</span>}
        </li>
      ))}
    </ul>
  );
}

function LeftOut({ told }: { readonly told: ToldBack }) {
  const says = useWords(TOLD_BACK_WORDS);
  const book = useBook();
  if (told.leftOut.length === 0) return null;
  const fields = told.leftOut.map(({ where: { file, column = "", value = "" } }) => {
    const label = file === undefined ? column : book.label(file, column);
    return value === "" ? label : `${label} (${value})`;
  });
  return <p className="notice warn small">{says.leftOut([...new Set(fields)].join(", "))}</p>;
}
