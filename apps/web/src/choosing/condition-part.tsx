import type { ChosenField } from "@osteon/api";
import { Field } from "../design/field.tsx";
import { useProblemWords } from "../design/told.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import type { Condition, Offered, Told } from "./choosing-data.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";
import { FieldChoice } from "./field-choice.tsx";
import { ListChoice } from "./list-choice.tsx";

interface Parts {
  readonly title: string;
  readonly offered: Offered;
  readonly condition: Condition;
  readonly problem: Told["problems"][number] | undefined;
  /** How many children it holds of. */
  readonly counted?: string | undefined;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove?: () => void;
}

/** A condition on nothing yet: the shape asks for a field, so that the first of the list stands there. */
export const newCondition = ({ fields }: Offered): Condition =>
  conditionOn(fields.find(({ id }) => id === "lesion.region") ?? fields[0]);

/** A field with the comparison that suits it, and no value. */
function conditionOn(field: ChosenField | undefined): Condition {
  return {
    field: field?.id ?? "",
    comparison: field?.kind === "number" ? "at-least" : "is",
    values: [],
    when: "ever",
  };
}

/** One condition: a field, how it is compared, with what, and in which time of the child's life. */
export function ConditionPart({ title, offered, condition, problem, counted, onChange, onRemove }: Parts) {
  const says = useWords(CHOOSING_WORDS);
  const inWords = useProblemWords();
  const field = offered.fields.find(({ id }) => id === condition.field);
  if (field === undefined) return null;
  const wrong = problem === undefined ? undefined : `${inWords(problem).says} ${inWords(problem).fix}`;
  return (
    <fieldset className="field condition">
      <legend>{title}</legend>
      <div className="condition-parts">
        <Field label={says.field}>
          <FieldChoice
            fields={offered.fields}
            value={condition.field}
            asks={says.chooseField}
            onChoose={(id) => onChange(conditionOn(offered.fields.find((one) => one.id === id) ?? field))}
          />
        </Field>
        <Field label={says.comparison}>
          <select
            value={condition.comparison}
            onChange={({ target }) =>
              onChange({
                ...condition,
                comparison: target.value as Condition["comparison"],
                values: condition.values.slice(0, 1),
              })
            }
          >
            {comparisonsOf(field).map((comparison) => (
              <option key={comparison} value={comparison}>
                {says[COMPARISON_WORDS[field.kind === "choice" ? "list" : "one"][comparison]]}
              </option>
            ))}
          </select>
        </Field>
        {condition.comparison === "known" ? null : (
          <ValueInput field={field} condition={condition} wrong={wrong} onChange={onChange} />
        )}
        {field.once ? null : (
          <Field label={says.when}>
            <select
              value={condition.when}
              onChange={({ target }) => onChange({ ...condition, when: target.value as Condition["when"] })}
            >
              <option value="ever">{says.ever}</option>
              <option value="around-diagnosis">{says.aroundDiagnosis}</option>
              <option value="by-start">{says.byStart}</option>
            </select>
          </Field>
        )}
      </div>
      <div className="row between">
        <span className="quiet-text">{counted}</span>
        {onRemove === undefined ? null : (
          <button type="button" className="quiet" aria-label={says.removeNamed(title)} onClick={onRemove}>
            {says.remove}
          </button>
        )}
      </div>
    </fieldset>
  );
}

const COMPARISON_WORDS = {
  list: { is: "is", "is-not": "isNot", "at-least": "atLeast", "at-most": "atMost", known: "known" },
  one: { is: "isValue", "is-not": "isNotValue", "at-least": "atLeast", "at-most": "atMost", known: "known" },
} as const;

/** Times are counted in days: they are never just so many years. */
function comparisonsOf({ kind, table, unit }: ChosenField): readonly Condition["comparison"][] {
  if (kind !== "number") return ["is", "is-not", "known"];
  const isTime = table === "child" && unit.en !== "";
  return isTime ? ["at-least", "at-most", "known"] : ["at-least", "at-most", "is", "is-not", "known"];
}

function ValueInput({
  field,
  condition,
  wrong,
  onChange,
}: Pick<Parts, "condition" | "onChange"> & { readonly field: ChosenField; readonly wrong: string | undefined }) {
  const says = useWords(CHOOSING_WORDS);
  const language = useLanguage();
  const { values } = condition;
  const unit = field.unit[language];
  const label = unit === "" ? says.value : `${says.value} (${unit})`;
  if (field.kind === "choice")
    return (
      <ListChoice
        label={says.value}
        asks={says.value}
        options={field.choices.map(({ code, label: words }) => ({ code, label: words[language] }))}
        chosen={values}
        wrong={wrong}
        onChange={(chosen) => onChange({ ...condition, values: [...chosen] })}
      />
    );
  if (field.kind === "yes-no")
    return (
      <Field label={label} wrong={wrong}>
        <select
          value={values[0] ?? ""}
          onChange={({ target }) => onChange({ ...condition, values: valuesOf(target.value) })}
        >
          <option value=""> </option>
          <option value="yes">{says.yes}</option>
          <option value="no">{says.no}</option>
        </select>
      </Field>
    );
  return (
    <Field label={label} wrong={wrong}>
      <input
        value={written(values[0] ?? "", field, language)}
        maxLength={200}
        inputMode={field.kind === "number" ? "decimal" : "text"}
        onChange={({ target }) =>
          onChange({
            ...condition,
            values: valuesOf(field.kind === "number" ? target.value.replace(",", ".") : target.value),
          })
        }
      />
    </Field>
  );
}

const valuesOf = (value: string): string[] => (value.trim() === "" ? [] : [value]);

/** A number with the decimal sign of the language; both signs may be typed. */
const written = (value: string, { kind }: ChosenField, language: "en" | "de"): string =>
  kind === "number" && language === "de" ? value.replace(".", ",") : value;
