import { Field } from "../design/field.tsx";
import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { type Draft, type Offered, replaced, type Told, without } from "./choosing-data.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";
import { ConditionPart, newCondition } from "./condition-part.tsx";

export interface DraftParts {
  readonly offered: Offered;
  readonly draft: Draft;
  readonly told: Told | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Who is counted: days of diagnosis, and conditions that must all hold. */
export function PopulationPart({ offered, draft, told, onChange }: DraftParts) {
  const says = useWords(CHOOSING_WORDS);
  const format = useFormat();
  const { population, diagnosed } = draft;
  const counted = (place: number): string | undefined => {
    const one = told?.children?.conditions[place];
    return one && says.of(format.number(one.met), format.number(one.notMet), format.number(one.notKnown));
  };
  return (
    <Panel title={says.who}>
      <div className="stack">
        <p className="quiet-text">{says.whoLead}</p>
        <div className="grid">
          {(["from", "to"] as const).map((end) => (
            <Field key={end} label={end === "from" ? says.diagnosedFrom : says.diagnosedTo}>
              <input
                type="date"
                value={diagnosed?.[end] === EVER[end] ? "" : (diagnosed?.[end] ?? "")}
                onChange={({ target }) =>
                  onChange({ diagnosed: periodOf({ ...EVER, ...diagnosed, [end]: target.value || EVER[end] }) })
                }
              />
            </Field>
          ))}
        </div>
        {keyed(population, () => "condition").map(({ key, item: one, place }) => (
          <ConditionPart
            key={key}
            title={says.condition(place + 1)}
            offered={offered}
            condition={one}
            problem={told?.problems.find(({ where }) => where.column === `population.${place + 1}`)}
            counted={counted(place)}
            onChange={(changed) => onChange({ population: replaced(population, place, changed) })}
            onRemove={() => onChange({ population: without(population, place) })}
          />
        ))}
        <div className="row">
          <button
            type="button"
            disabled={population.length >= 12}
            onClick={() => onChange({ population: [...population, newCondition(offered)] })}
          >
            {says.addCondition}
          </button>
        </div>
      </div>
    </Panel>
  );
}

/** A period open at both ends is none. */
const EVER = { from: "1980-01-01", to: "2059-12-31" } as const;

const periodOf = ({ from, to }: { readonly from: string; readonly to: string }): Draft["diagnosed"] =>
  from === EVER.from && to === EVER.to ? undefined : { from, to };
