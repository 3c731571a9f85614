import type { RCall } from "@osteon/estimate";
import { frameWords } from "../prose/frame-words.ts";
import type { ReportInput } from "../report-input.ts";
import { letters, type Markup } from "../svg/markup.ts";
import { element } from "./element.ts";
import type { Trace } from "./table-element.ts";

/** Draws what shows numbers, and behind it, folded up, how each of them is had in R: a table itself stays as a journal takes it. */
export function withCalls(
  draw: (trace: Trace) => readonly Markup[],
  trace: Trace,
  input: Pick<ReportInput, "inR" | "language">,
): readonly Markup[] {
  const shown = new Set<string>();
  const content = draw((id) => {
    shown.add(id);
    return trace(id);
  });
  const calls = callsElement([...shown], input);
  return calls === undefined ? content : [...content, calls];
}

function callsElement(
  ids: readonly string[],
  { inR = () => undefined, language }: Pick<ReportInput, "inR" | "language">,
): Markup | undefined {
  // Numbers that are had alike stand together, in the order of the page.
  const alike = new Map<string, { readonly made: RCall; readonly ids: string[] }>();
  for (const id of ids) {
    const made = inR(id);
    if (made === undefined) continue;
    const own = alike.get(made.call) ?? { made, ids: [] };
    own.ids.push(id);
    alike.set(made.call, own);
  }
  if (alike.size === 0) return undefined;
  const all = [...alike.values()];
  const files = [...new Set(all.map(({ made }) => `${made.table}.csv`))];
  const needs = [...new Set(all.flatMap(({ made }) => made.needs))];
  const says = frameWords(language);
  return element(
    "details",
    { class: "in-r" },
    element("summary", {}, letters(says.inR)),
    element("p", {}, letters(says.inRTables(files.join(", ")))),
    needs.length === 0 ? undefined : element("p", {}, letters(says.inRNeeds(needs.join(", ")))),
    ...all.flatMap(({ made, ids: own }) => [
      element("p", { class: "ids" }, letters(own.join(", "))),
      element("pre", { lang: "en" }, letters(made.call)),
    ]),
  );
}
