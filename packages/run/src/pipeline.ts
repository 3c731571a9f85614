import { createHash } from "node:crypto";
import { type Codebook, type ConsentCount, isOwnCode, type Problem } from "@osteon/codebook";
import { columnsResting, writeTables } from "@osteon/derive";
import { addTallies, type Tally } from "@osteon/engine";
import { estimate, type Inputs, type NotCollected, type Results, tallies, unlistedLevels } from "@osteon/estimate";
import {
  type Freeze,
  freeze,
  hashOfCharts,
  isUncollected,
  limitsIn,
  notCollected,
  otherwiseKept,
  outsidePeriod,
  outsidePeriodOf,
  uncollected,
} from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { type Protocol, protocolHash } from "@osteon/protocol";
import software from "../package.json" with { type: "json" };
import { deriveInParts, type InParts } from "./derive-in-parts.ts";
import { type Bars, noBars } from "./progress.ts";
import { type Evaluated, modelsOf } from "./study.ts";

/** What one run of a study hands from stage to stage. */
export interface StudyRun {
  readonly freeze: Freeze;
  readonly queries: readonly Problem[];
  readonly tallies: readonly Tally[];
  readonly results: Results;
}

export type RunOutcome =
  | { readonly ok: true; readonly run: StudyRun }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where the stages of a run put their files; `tables` may be left out where nobody will open them. */
export interface RunFolders {
  readonly freeze: string;
  readonly tables?: string;
}

/** Told the name of each stage as it begins. */
export type OnStage = (stage: string) => void;

/** What may be said of the charts of a run. */
export interface AskedOfCharts {
  /** Children who stayed out of the folder. */
  readonly left?: ConsentCount | undefined;
  /** A day of the calendar: the charts as they stood at its end. */
  readonly asOf?: string | undefined;
}

interface AskedOfRun extends AskedOfCharts {
  readonly bars?: Bars | undefined;
}

/** From a chart folder to results: reads, freezes, derives, tallies, estimates. Nothing is frozen while a problem stands. */
export async function runStudy(
  study: Evaluated,
  charts: string,
  folders: RunFolders,
  onStage: OnStage = () => {},
  { left, asOf, bars = noBars }: AskedOfRun = {},
): Promise<RunOutcome> {
  onStage("freeze");
  const bar = bars("freeze");
  const frozen = await freezeFolder(charts, folders.freeze, study.protocol, { left, asOf });
  bar.end();
  if (!frozen.ok) return frozen;
  const otherwise = otherwiseKept(frozen.value, study.protocol.needs);
  if (otherwise.length > 0) return { ok: false, problems: otherwise };
  onStage("derive");
  const { tallies: counted, results } = await analyse(study, frozen.value, { tables: folders.tables, bars });
  const queries = [
    ...frozen.queries,
    ...notCollected(frozen.value, modelsOf(study), study.protocol.needs),
    ...unlistedLevels(study.protocol, counted),
  ];
  return { ok: true, run: { freeze: frozen.value, queries, tallies: counted, results } };
}

/** The freeze stage alone: chart folder in, Parquet out, or every problem of both reading and checking at once. */
export async function freezeFolder(
  charts: string,
  directory: string,
  protocol: Protocol,
  { left, asOf }: AskedOfCharts = {},
) {
  const read = await readChartFolder(charts);
  const unreadable = read.problems.filter(({ severity }) => severity === "refused");
  const { checkCharts } = await import("@osteon/codebook");
  if (unreadable.length > 0)
    return { ok: false, problems: [...read.problems, ...checkCharts(read.charts, { book: read.book })] } as const;
  const said = {
    ...(read.notice === undefined ? {} : { notice: read.notice }),
    ...(read.plan === undefined ? {} : { plan: read.plan }),
    ...(left === undefined ? {} : { consent: left }),
    version: read.version,
    book: read.book,
    ...(asOf === undefined ? {} : { asOf }),
    today: new Date().toISOString().slice(0, 10),
  };
  return await freeze(read.charts, { directory, policy: "middle", study: protocol.id, ...said });
}

export interface Analysed {
  readonly tallies: readonly Tally[];
  readonly results: Results;
}

/** Derive, tally and estimate. Analysis tables are written into the folder `tables`, if one is named. */
export async function analyse(
  study: Evaluated,
  frozen: Freeze,
  { tables, ...parts }: InParts & { readonly tables?: string | undefined } = {},
): Promise<Analysed> {
  const { protocol } = study;
  const models = modelsOf(study);
  const counted = await deriveInParts(
    { protocol, models },
    frozen,
    async (engine, part) => {
      if (tables !== undefined) await writeTables(engine, tables, models, part);
      return { tallied: await tallies(engine, protocol), outside: await outsidePeriod(engine, protocol) };
    },
    { ...parts, writes: tables },
  );
  const whole = sumOf(counted.map(({ tallied }) => tallied));
  const outside = counted.reduce((sum, part) => sum + part.outside, 0);
  const inputs = await inputsWithLimits(study, frozen, outside);
  return { tallies: whole, results: estimate(protocol, whole, inputs) };
}

/** The tallies of all parts, added one by one. */
export function sumOf(parts: readonly (readonly Tally[])[]): readonly Tally[] {
  const [first = [], ...others] = parts;
  return others.reduce<readonly Tally[]>((sum, next) => sum.map((one, index) => added(one, next[index])), first);
}

function added(a: Tally, b: Tally | undefined): Tally {
  if (b === undefined) throw new Error(`a part has no tally ${a.spec.id}`);
  return addTallies(a, b);
}

/** What results were made of, with what those who show them say of the charts: how many results of laboratories are no more than a limit, and how many children were diagnosed outside the period. */
export async function inputsWithLimits(study: Evaluated, frozen: Freeze, counted?: number): Promise<Inputs> {
  const limitsOnly = await limitsIn(frozen);
  const outside = counted ?? (await outsidePeriodOf(frozen, study.protocol));
  return {
    ...inputsOf(study, frozen),
    ...(limitsOnly.length === 0 ? {} : { limitsOnly }),
    ...(outside === 0 ? {} : { outsidePeriod: outside }),
  };
}

/** What nobody asked for when the charts were kept, and what rests on it. */
function notCollectedThen({ version }: Pick<Freeze, "version">, models: Evaluated["models"]): NotCollected | undefined {
  const missing = uncollected({ version }, models);
  if (missing.length === 0) return undefined;
  return {
    version,
    fields: missing.map(({ label: [en, de] }) => ({ en, de })),
    columns: columnsResting(models, (table, column) => isUncollected(missing, table, column)),
  };
}

/** What results were made of; every result names it. */
export function inputsOf(
  { protocol, models }: Evaluated,
  { hash, policy, notice, consent, asOf, tables, unclassed, book, version: codebook }: Omit<Freeze, "directory">,
): Inputs {
  const missing = notCollectedThen({ version: codebook }, models);
  const charts = hashOfCharts({ tables });
  const text = createHash("sha256");
  for (const { name, sql } of [...models].sort((a, b) => (a.name < b.name ? -1 : 1))) text.update(`${name}\n${sql}\n`);
  return {
    study: protocol.id,
    title: protocol.title,
    protocolHash: protocolHash(protocol),
    freezeHash: hash,
    ...(charts === hash ? {} : { chartsHash: charts }),
    modelsHash: text.digest("hex"),
    resolutionPolicy: policy,
    version: software.version,
    ...(asOf === undefined ? {} : { asOf }),
    ...(notice === undefined ? {} : { notice }),
    ...(missing === undefined ? {} : { notCollected: missing }),
    ...(consent === undefined || Object.values(consent).every((count) => count === 0) ? {} : { consent }),
    ...(unclassed === undefined ? {} : { unclassed }),
    ...ownNames(book),
  };
}

/** What reports call the entries of a registry's own. */
function ownNames({ drugs, analytes }: Codebook): Pick<Inputs, "ownNames"> {
  const own = [...drugs, ...analytes].filter(({ code }) => isOwnCode(code));
  if (own.length === 0) return {};
  return { ownNames: Object.fromEntries(own.map(({ code, says, german = says }) => [code, { en: says, de: german }])) };
}
