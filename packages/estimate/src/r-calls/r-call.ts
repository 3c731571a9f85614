import type { Analysis, Protocol } from "@osteon/protocol";
import type { Result } from "../result.ts";
import { agreementCalls, rankingCalls } from "./definition-calls.ts";
import {
  associationCalls,
  breakdownCalls,
  type Calls,
  continuousCalls,
  countCalls,
  diagnosticCalls,
  shareCalls,
} from "./plain-calls.ts";
import { conditionsOf, groupConditions, rowsInR } from "./r-rows.ts";
import { survivalCalls } from "./survival-calls.ts";

/** How a number is had in R from the analysis table that it was counted in. */
export interface RCall {
  /** The analysis table, as `response`; the call reads `response.csv`. */
  readonly table: string;
  /** Packages beside base R and those that come with it. */
  readonly needs: readonly string[];
  /** Lines of R; the value of the last one is the number. */
  readonly call: string;
}

/** Statistics of a ranking that are those of a share in one group; the others hold groups against each other. */
const SHARES = /^(n|N|missing|percent|(wilson|clopper-pearson)-(lower|upper))$/;

/** The R call of a result; nothing where its analysis is none of the protocol's. */
export function rCall(
  protocol: Protocol,
  result: Pick<Result, "analysis" | "group" | "statistic" | "at">,
): RCall | undefined {
  const analysis = protocol.analyses[result.analysis];
  if (analysis === undefined) return undefined;
  const isOfAllGroups = analysis.kind === "ranking" && !SHARES.test(result.statistic);
  const {
    begins,
    answers,
    needs = {},
  } = isOfAllGroups ? rankingCalls(analysis, protocol, result.group) : callsOf(protocol, analysis, result);
  const answer = answers[result.statistic];
  if (answer === undefined) return undefined;
  const by = "by" in analysis && analysis.by !== undefined ? [analysis.by].flat() : [];
  const isCompared = result.group === "compared" || isOfAllGroups;
  const ofGroup = isCompared ? [] : groupConditions(result.group, by, protocol);
  const used = analysis.kind === "survival" ? ["survival"] : [];
  const other = needs[result.statistic];
  const packages = [...used, ...(other === undefined ? [] : [other])];
  const lines = [
    ...packages.map((name) => `library(${name})`),
    ...rowsInR(analysis.from, [...conditionsOf(analysis.where), ...ofGroup]),
    ...begins,
    answer,
  ];
  return { table: analysis.from, needs: other === undefined ? [] : [other], call: lines.join("\n") };
}

function callsOf(protocol: Protocol, analysis: Analysis, { statistic, at }: Pick<Result, "statistic" | "at">): Calls {
  switch (analysis.kind) {
    case "count":
      return countCalls;
    case "share":
    case "ranking":
      return shareCalls(analysis);
    case "breakdown":
      return breakdownCalls(analysis, statistic);
    case "continuous":
      return continuousCalls(analysis);
    case "survival":
      return survivalCalls(analysis, protocol, statistic, at);
    case "association":
      return associationCalls(analysis);
    case "agreement":
      return agreementCalls(analysis);
    case "diagnostic":
      return diagnosticCalls(analysis, at);
  }
}
