import type { Problem } from "@osteon/codebook";
import { needsProblems } from "./needs.ts";
import type { Protocol } from "./protocol.ts";
import type { Stated } from "./rule.ts";

/** What is wrong with a protocol that types cannot see. An empty list means it can be run. */
export function lintProtocol(protocol: Protocol): readonly Problem[] {
  return [
    ...overlaps(protocol),
    ...targets(protocol),
    ...numbersInSentences(protocol),
    ...unsaid(protocol),
    ...needsProblems(protocol.needs),
  ];
}

/** Two time points that can pick the same visit would count it twice in one figure. */
function overlaps({ timePoints }: Protocol): readonly Problem[] {
  const inFigure = Object.entries(timePoints).filter(([, point]) => point.carries);
  return inFigure.flatMap(([name, { window }], index) =>
    inFigure.slice(index + 1).flatMap(([other, { window: otherWindow }]) => {
      const first = Math.max(window[0], otherWindow[0]);
      const last = Math.min(window[1], otherWindow[1]);
      if (first > last) return [];
      return [
        problem(
          "time-points-overlap",
          `timePoints.${name}`,
          `${name} and ${other}: windows share days ${first}..${last}`,
          "Let one window end where the next begins.",
        ),
      ];
    }),
  );
}

function targets({ timePoints }: Protocol): readonly Problem[] {
  return Object.entries(timePoints).flatMap(
    ([
      name,
      {
        targetDay,
        window: [first, last],
      },
    ]) => {
      if (first > last) {
        return [
          problem(
            "window-empty",
            `timePoints.${name}`,
            `window ${first}..${last} ends before it starts`,
            "Swap the two days.",
          ),
        ];
      }
      if (targetDay >= first && targetDay <= last) return [];
      return [
        problem(
          "target-outside-window",
          `timePoints.${name}`,
          `target ${targetDay} is not in ${first}..${last}`,
          "Move the target or the window.",
        ),
      ];
    },
  );
}

/** A window's days must stand in the sentence that describes it, or the two drift apart. */
function numbersInSentences({ timePoints }: Protocol): readonly Problem[] {
  return Object.entries(timePoints).flatMap(([name, { says, window }]) => {
    const printed = new Set(says.match(/\d+/g)?.map(Number));
    const unsaidDays = window.filter((day) => day < 10_000 && !printed.has(Math.abs(day)));
    if (unsaidDays.length === 0) return [];
    return [
      problem(
        "sentence-disagrees",
        `timePoints.${name}`,
        `the sentence does not mention day ${unsaidDays.join(" or ")}`,
        "Mend the sentence or the window.",
      ),
    ];
  });
}

function unsaid(protocol: Protocol): readonly Problem[] {
  return statements(protocol).flatMap(({ path, stated }) =>
    stated.says.trim() === ""
      ? [problem("says-nothing", path, "the entry has no sentence", "Write the sentence it implements.")]
      : [],
  );
}

/** Every entry of a protocol that carries a sentence, with its path. */
export function statements(protocol: Protocol): readonly { readonly path: string; readonly stated: Stated }[] {
  const found: { path: string; stated: Stated }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (isStated(value)) found.push({ path, stated: value });
    for (const [name, part] of Object.entries(value)) walk(part, path === "" ? name : `${path}.${name}`);
  };
  walk(protocol, "");
  return found;
}

function isStated(value: object): value is Stated {
  return "says" in value && typeof value.says === "string";
}

function problem(code: string, column: string, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file: "protocol.ts", column }, says, fix };
}
