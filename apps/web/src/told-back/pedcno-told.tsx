import type { ToldPedcno } from "@osteon/api";
import { Mark } from "../design/mark.tsx";
import { reachable } from "../design/reachable.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { TOLD_BACK_WORDS } from "./told-back-words.ts";

interface Parts {
  readonly title: string;
  readonly pedcno: ToldPedcno;
}

/** Each level of the response with its answer, and the five items behind it, before and now. */
export function PedcnoTold({ title, pedcno: { items, levels } }: Parts) {
  const says = useWords(TOLD_BACK_WORDS);
  const language = useLanguage();
  const format = useFormat();
  const shown = (range: ToldPedcno["items"][number]["now"]) => {
    if (range === null) return <span className="missing-item">{says.missing}</span>;
    if (range.highest === null) return `≥ ${format.number(range.lowest)}`;
    if (range.highest === range.lowest) return format.number(range.lowest);
    return `${format.number(range.lowest)}–${format.number(range.highest)}`;
  };
  const tooFew = levels.every(({ state }) => state === "too_few_items");
  return (
    <div>
      <p className="small">{title}</p>
      {tooFew ? (
        <p>
          <strong>{says.notKnown}</strong>: {says.too_few_items}
        </p>
      ) : (
        <ul className="plain pedcno-levels" aria-label={says.levels}>
          {levels.map(({ level, percent, state }) => (
            <li key={level}>
              ≥ {format.number(percent)} %:{" "}
              <Mark kind={state === "response" ? "done" : "none"} says={says[state]} shown />
            </li>
          ))}
        </ul>
      )}
      <div ref={reachable} className="scrolls">
        <table className="table small">
          <thead>
            <tr>
              <th scope="col">{says.item}</th>
              <th scope="col" className="number">
                {says.before}
              </th>
              <th scope="col" className="number">
                {says.now}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ item, title: name, before, now }) => (
              <tr key={item}>
                <th scope="row">{name[language]}</th>
                <td className="number">{shown(before)}</td>
                <td className="number">{shown(now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
