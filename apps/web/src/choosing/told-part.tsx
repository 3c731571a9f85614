import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import type { Draft } from "./choosing-data.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";
import { FieldChoice } from "./field-choice.tsx";
import { ChosenList, ListChoice } from "./list-choice.tsx";
import type { DraftParts } from "./population-part.tsx";

/** What is told of the children: at day 0, at time points, and until an event. */
export function ToldPart({ offered, draft, onChange }: DraftParts) {
  const says = useWords(CHOOSING_WORDS);
  const language = useLanguage();
  const { timePoints, outcomes, events } = draft;
  const points = offered.timePoints.map(({ name, label }) => ({ code: name, label: label[language] }));
  return (
    <Panel title={says.told}>
      <div className="stack">
        <FieldList list="characteristics" label={says.atStart} {...{ offered, draft, onChange }} />
        <Checks
          label={says.points}
          options={points}
          chosen={timePoints}
          onChange={(chosen) => onChange({ timePoints: inOrder(points, chosen) })}
        />
        <ListChoice
          label={says.outcomes}
          asks={says.addOutcome}
          options={offered.outcomes.map(({ id, label }) => ({ code: id, label: label[language] }))}
          chosen={outcomes}
          onChange={(chosen) => onChange({ outcomes: [...chosen] })}
        />
        <FieldList list="course" label={says.course} {...{ offered, draft, onChange }} />
        <Checks
          label={says.events}
          options={offered.events.map(({ code, label }) => ({ code, label: label[language] }))}
          chosen={events}
          onChange={(chosen) =>
            onChange({ events: offered.events.flatMap(({ code }) => (chosen.includes(code) ? [code] : [])) })
          }
        />
      </div>
    </Panel>
  );
}

const inOrder = (options: readonly { readonly code: string }[], chosen: readonly string[]): string[] =>
  options.flatMap(({ code }) => (chosen.includes(code) ? [code] : []));

interface FieldListParts extends Pick<DraftParts, "offered" | "draft" | "onChange"> {
  readonly list: "characteristics" | "course";
  readonly label: string;
}

function FieldList({ list, label, offered, draft, onChange }: FieldListParts) {
  const says = useWords(CHOOSING_WORDS);
  const language = useLanguage();
  const chosen = draft[list];
  const fields = offered.fields.filter(
    ({ id, atStart, inCourse }) => (list === "course" ? inCourse : atStart) && !chosen.includes(id),
  );
  const set = (ids: string[]) => onChange({ [list]: ids } as Partial<Draft>);
  return (
    <div className="stack list-choice">
      <Field label={label}>
        <FieldChoice fields={fields} value="" asks={`${says.addField} …`} onChoose={(id) => set([...chosen, id])} />
      </Field>
      <ChosenList
        chosen={chosen.map((id) => ({
          code: id,
          label: offered.fields.find((field) => field.id === id)?.label[language] ?? id,
        }))}
        onRemove={(id) => set(chosen.filter((one) => one !== id))}
      />
    </div>
  );
}

interface ChecksParts {
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Checks({ label, options, chosen, onChange }: ChecksParts) {
  return (
    <fieldset className="field plain">
      <legend className="label">{label}</legend>
      <div className="row">
        {options.map(({ code, label: words }) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
              }
            />{" "}
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
