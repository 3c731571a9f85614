import type { DrugGroups } from "@osteon/api";
import { Field } from "../design/field.tsx";
import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { useProblemWords } from "../design/told.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { type Groups, type Offered, replaced, type Told, without } from "./choosing-data.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";
import { ConditionPart, newCondition } from "./condition-part.tsx";
import { ListChoice } from "./list-choice.tsx";
import type { DraftParts } from "./population-part.tsx";

const KINDS = ["everyone", "class", "drug", "plan", "stratum"] as const;
const KIND_WORDS = {
  everyone: "byEveryone",
  class: "byClass",
  drug: "byDrug",
  plan: "byPlan",
  stratum: "byStratum",
} as const;

/** What is compared: nothing, groups by what children were given, or those with a condition and those without. */
export function GroupsPart({ offered, draft, told, onChange }: DraftParts) {
  const says = useWords(CHOOSING_WORDS);
  const { groups } = draft;
  const change = (changed: Groups) => onChange({ groups: changed });
  return (
    <Panel title={says.compare}>
      <div className="stack">
        <Field label={says.by}>
          <select value={groups.by} onChange={({ target }) => change(groupsBy(target.value as Groups["by"], offered))}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {says[KIND_WORDS[kind]]}
              </option>
            ))}
          </select>
        </Field>
        {groups.by === "stratum" ? (
          <ConditionPart
            title={says.parts}
            offered={offered}
            condition={groups.condition}
            problem={told?.problems.find(({ where }) => where.column === "groups.condition")}
            onChange={(condition) => change({ by: "stratum", condition })}
          />
        ) : null}
        {"members" in groups ? <DrugGroupList offered={offered} groups={groups} told={told} onChange={change} /> : null}
      </div>
    </Panel>
  );
}

/** What groups of a kind begin with. */
function groupsBy(by: Groups["by"], offered: Offered): Groups {
  if (by === "everyone") return { by };
  if (by === "stratum") return { by, condition: newCondition(offered) };
  const plans = offered.plans.map(({ classes, drugs }) => ({ classes: [...classes], drugs: [...drugs] }));
  return { by, members: "first", groups: by === "plan" ? plans : [{ classes: [], drugs: [] }] };
}

interface ListParts {
  readonly offered: Offered;
  readonly groups: DrugGroups;
  readonly told: Told | undefined;
  readonly onChange: (groups: DrugGroups) => void;
}

function DrugGroupList({ offered, groups, told, onChange }: ListParts) {
  const says = useWords(CHOOSING_WORDS);
  const language = useLanguage();
  const inWords = useProblemWords();
  const list = groups.groups;
  const isByClass = groups.by === "class";
  const options = (isByClass ? offered.classes : offered.drugs).map(({ code, label }) => ({
    code,
    label: label[language],
  }));
  return (
    <>
      {keyed(list, () => "group").map(({ key, item: one, place }) => {
        const problem = told?.problems.find(({ where }) => where.column === `groups.${place + 1}`);
        const title = says.group(place + 1);
        const set = (changed: Partial<typeof one>) =>
          onChange({ ...groups, groups: replaced(list, place, { ...one, ...changed }) });
        if (groups.by === "plan") return <p key={key}>{offered.plans[place]?.label[language]}</p>;
        return (
          <fieldset key={key} className="field condition">
            <legend>{title}</legend>
            <div className="condition-parts">
              <ListChoice
                label={isByClass ? says.byClass : says.byDrug}
                asks={says.addDrug}
                options={options}
                chosen={isByClass ? one.classes : one.drugs}
                wrong={problem === undefined ? undefined : `${inWords(problem).says} ${inWords(problem).fix}`}
                onChange={(chosen) => set(isByClass ? { classes: [...chosen] } : { drugs: [...chosen] })}
              />
              <Field label={says.groupName}>
                <input
                  value={one.name ?? ""}
                  maxLength={80}
                  onChange={({ target }) =>
                    onChange({ ...groups, groups: replaced(list, place, named(one, target.value)) })
                  }
                />
              </Field>
            </div>
            <div className="row between">
              <span />
              {list.length === 1 ? null : (
                <button
                  type="button"
                  className="quiet"
                  aria-label={says.removeNamed(title)}
                  onClick={() => onChange({ ...groups, groups: without(list, place) })}
                >
                  {says.remove}
                </button>
              )}
            </div>
          </fieldset>
        );
      })}
      {groups.by === "plan" ? null : (
        <div className="row">
          <button
            type="button"
            disabled={list.length >= 8}
            onClick={() => onChange({ ...groups, groups: [...list, { classes: [], drugs: [] }] })}
          >
            {says.addGroup}
          </button>
        </div>
      )}
      <Field label={says.members}>
        <select
          value={groups.members}
          onChange={({ target }) => onChange({ ...groups, members: target.value as DrugGroups["members"] })}
        >
          <option value="first">{says.membersFirst}</option>
          <option value="every">{says.membersEvery}</option>
        </select>
      </Field>
    </>
  );
}

type DrugGroup = DrugGroups["groups"][number];

/** A group without a name of its own is called after its drugs. */
function named({ name: _, ...group }: DrugGroup, name: string): DrugGroup {
  return name.trim() === "" ? group : { ...group, name };
}
