import { type Protocol, statements } from "@osteon/protocol";
import { statedIn } from "../prose/methods-section.ts";
import type { ReportInput } from "../report-input.ts";
import { needsOf, piecesOf } from "./fill.ts";
import { type Outline, tablesOf } from "./outline.ts";

/** What a study says in English, each text with its German one. */
export type Catalogue = Readonly<Record<string, string>>;

/** A text that a report shows, and the place that says it first. */
export interface ShownText {
  readonly place: string;
  readonly text: string;
}

/** Keys of an outline under which words stand; under all others stand ids and codes. */
const WORDS = new Set([
  ...["title", "label", "caption", "description", "heading", "says", "head", "known", "more", "notComparable"],
  ...["timeLabel", "survivalLabel", "axis", "number", "below"],
  ...["heads", "notes", "lines", "paragraphs", "cells"],
]);

type Change = (text: string, place: string) => string;

/** The outline with each of its texts changed. */
function eachText(outline: Outline, change: Change): Outline {
  const walk = (value: unknown, place: string, isWords: boolean): unknown => {
    if (typeof value === "string") return isWords ? change(value, place) : value;
    if (Array.isArray(value))
      return value.map((one, index) => walk(one, `${place}.${nameIn(one) ?? index + 1}`, isWords));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        walk(part, place === "" ? key : `${place}.${key}`, WORDS.has(key) || place === "labels"),
      ]),
    );
  };
  return walk(outline, "", false) as Outline;
}

function nameIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const named = value as { readonly id?: string; readonly figure?: { id: string }; readonly table?: { id: string } };
  return named.id ?? named.figure?.id ?? named.table?.id;
}

/** Whether a template has words, beside numbers and signs; those of `plural` stand within the braces. */
const hasWords = (text: string): boolean =>
  /\p{L}/u.test(
    piecesOf(text)
      .map((piece) => (typeof piece === "string" ? piece : piece.args.join(" ")))
      .join(" "),
  );

/** `months` is a word, `mg/l` is none. */
const isWord = (unit: string): boolean => /^\p{L}{4,}$/u.test(unit);

/** Every text with words that a report of this study shows, once each. What a paper printed, and where, is quoted and is none. */
export function shownTexts(outline: Outline, protocol: Protocol): readonly ShownText[] {
  const found = new Map<string, string>();
  const add = (text: string, place: string): string => {
    if (hasWords(text) && !found.has(text)) found.set(text, place);
    return text;
  };
  eachText(outline, (text, place) => add(text, `report.ts ${place}`));
  add(protocol.title, "protocol.ts title");
  const told = [
    ...statedIn(protocol, outline.methods),
    ...statements(protocol).filter(({ stated }) => stated.assumption === true),
  ];
  for (const { path, stated } of told) add(stated.says, `protocol.ts ${path}.says`);
  const titled = new Set(titlesShown(outline));
  for (const [id, analysis] of Object.entries(protocol.analyses)) {
    if (titled.has(id)) add(analysis.title, `protocol.ts analyses.${id}.title`);
    if ("unit" in analysis && isWord(analysis.unit)) add(analysis.unit, `protocol.ts analyses.${id}.unit`);
  }
  return [...found].map(([text, place]) => ({ text, place }));
}

/** Analyses whose titles are the labels of rows. */
const titlesShown = (outline: Outline): readonly string[] =>
  tablesOf(outline).flatMap((table) => {
    if (table.kind === "normality") return table.of;
    if (table.kind !== "characteristics") return [];
    return table.sections.flatMap(({ rows }) => rows.filter((row) => typeof row === "string"));
  });

/** What a report shows and the catalogue has not: where it has all, the report is offered in German. */
export const lacking = (shown: readonly ShownText[], catalogue: Catalogue): readonly ShownText[] =>
  shown.filter(({ text }) => !Object.hasOwn(catalogue, text));

/** Texts whose German names other results than they do. */
export const namesOthers = (shown: readonly ShownText[], catalogue: Catalogue): readonly ShownText[] =>
  shown.filter(({ text }) => Object.hasOwn(catalogue, text) && named(text) !== named(catalogue[text] ?? ""));

const named = (template: string): string =>
  piecesOf(template)
    .flatMap((piece) => (typeof piece === "string" ? [] : needsOf(piece)))
    .sort()
    .join(" ");

/** The entries that a report can show: a study may take whole catalogues over. `also` are those it may need beside its own texts. */
export function usedOf(shown: readonly ShownText[], catalogue: Catalogue, also: readonly string[] = []): Catalogue {
  const texts = [...shown.map(({ text }) => text), ...also];
  return Object.fromEntries(
    texts.flatMap((text) => (Object.hasOwn(catalogue, text) ? [[text, catalogue[text] ?? text]] : [])),
  );
}

/** The input of the same report in German; what the catalogue has not stays as it is. Results keep their numbers and ids. */
export function inGerman(input: ReportInput, catalogue: Catalogue): ReportInput {
  const say = (text: string): string => (Object.hasOwn(catalogue, text) ? (catalogue[text] ?? text) : text);
  const { protocol, outline, results } = input;
  const { notice } = results.inputs;
  return {
    ...input,
    language: "de",
    protocol: protocolIn(protocol, say),
    outline: eachText(outline, say),
    results: {
      inputs: { ...results.inputs, ...(notice === undefined ? {} : { notice: say(notice) }) },
      results: results.results.map((result) => ({ ...result, unit: say(result.unit) })),
    },
  };
}

function protocolIn(protocol: Protocol, say: (text: string) => string): Protocol {
  const said = (value: unknown): unknown => {
    if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === "says" && typeof part === "string" ? say(part) : said(part),
      ]),
    );
  };
  const sentences = said(protocol) as Protocol;
  const analyses = Object.entries(sentences.analyses).map(([id, analysis]) => [
    id,
    { ...analysis, title: say(analysis.title), ...("unit" in analysis ? { unit: say(analysis.unit) } : {}) },
  ]);
  return {
    ...sentences,
    title: say(protocol.title),
    source: say(protocol.source),
    analyses: Object.fromEntries(analyses),
  };
}
