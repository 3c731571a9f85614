import type { Result, Results } from "@osteon/estimate";

/** Results by hand: `{ "relapsed.all.n": 33 }`; null is not estimable. */
export function smallResults(values: Readonly<Record<string, number | null>>, notice?: string): Results {
  return {
    inputs: {
      study: "invented",
      title: "Invented",
      protocolHash: "p".repeat(64),
      freezeHash: "f".repeat(64),
      modelsHash: "m".repeat(64),
      resolutionPolicy: "middle",
      version: "0.0.0",
      ...(notice === undefined ? {} : { notice }),
    },
    results: Object.entries(values).map(([id, value]) => resultOf(id, value)),
  };
}

function resultOf(id: string, value: number | null): Result {
  const [path = "", day] = id.split("@");
  const [analysis = "", group = "", statistic = ""] = path.split(".");
  return {
    id,
    analysis,
    group,
    statistic,
    ...(day === undefined ? {} : { at: Number(day) }),
    value,
    ...(value === null ? { because: "beyond-follow-up" } : {}),
    unit: "",
    method: "by hand",
    tally: analysis,
  };
}
