import { CODEBOOK_PROBLEMS, type Problem, placed } from "@osteon/codebook";
import { type Fault, faultsOf } from "@osteon/words";
import { needsProblems } from "./needs.ts";
import { PROTOCOL_PROBLEMS } from "./problems.ts";
import type { Protocol } from "./protocol.ts";
import type { Stated } from "./rule.ts";

const { refused } = faultsOf({ ...CODEBOOK_PROBLEMS, ...PROTOCOL_PROBLEMS });

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
      return [problem(`timePoints.${name}`, refused("time-points-overlap", { one: name, other, first, last }))];
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
        return [problem(`timePoints.${name}`, refused("window-empty", { first, last }))];
      }
      if (targetDay >= first && targetDay <= last) return [];
      return [problem(`timePoints.${name}`, refused("target-outside-window", { target: targetDay, first, last }))];
    },
  );
}

/** A window's days must stand in the sentence that describes it, or the two drift apart. */
function numbersInSentences({ timePoints }: Protocol): readonly Problem[] {
  return Object.entries(timePoints).flatMap(([name, { says, window }]) => {
    const printed = new Set(says.match(/\d+/g)?.map(Number));
    const unsaidDays = window.filter((day) => day < 10_000 && !printed.has(Math.abs(day)));
    if (unsaidDays.length === 0) return [];
    return [problem(`timePoints.${name}`, refused("sentence-disagrees", { days: unsaidDays }))];
  });
}

function unsaid(protocol: Protocol): readonly Problem[] {
  return statements(protocol).flatMap(({ path, stated }) =>
    stated.says.trim() === "" ? [problem(path, refused("says-nothing"))] : [],
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

const problem = (column: string, fault: Fault): Problem => placed(fault, { file: "protocol.ts", column });
