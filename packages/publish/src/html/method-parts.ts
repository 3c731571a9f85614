import type { Results } from "@osteon/estimate";
import { formatFor, type Language } from "@osteon/words";
import { consentSentence } from "../prose/consent-sentence.ts";
import { frameWords } from "../prose/frame-words.ts";
import { assumptions } from "../prose/methods-section.ts";
import type { Section } from "../prose/sentence.ts";
import type { CitedNumber, ReportInput } from "../report-input.ts";
import { letters } from "../svg/markup.ts";
import { element } from "./element.ts";
import { type PagePart, sectionElements, termsElement } from "./page-parts.ts";
import type { Trace } from "./table-element.ts";

/** The methods section, from the protocol's own sentences. */
export function methodsPart(methods: readonly Section[], trace: Trace, language: Language): PagePart {
  return { id: "methods", title: frameWords(language).methods, content: sectionElements(methods, trace) };
}

/** Every place where the paper is silent, and what was chosen. */
export function assumptionsPart({ protocol, language, hasPaper }: ReportInput): PagePart {
  const says = frameWords(language);
  const all = assumptions(protocol);
  const items = all.map(({ says: sentence, source, paths }) =>
    element(
      "li",
      {},
      letters(sentence),
      element(
        "span",
        { class: "path" },
        letters(` ${paths.join(", ")}${source === undefined ? "" : ` (${says.from(source)})`}`),
      ),
    ),
  );
  return {
    id: "assumptions",
    title: says.assumptions,
    content: [
      element("p", {}, letters(says.silent(all.length, hasPaper))),
      element("ol", { class: "assumptions" }, ...items),
    ],
  };
}

/** Numbers of other studies that the paper quotes. */
export function citedPart(cited: readonly CitedNumber[], language: Language): PagePart {
  const items = cited.map(({ printed, quote, place }) =>
    element("li", {}, letters(`${printed}: «${quote}» (${place})`)),
  );
  return { id: "cited", title: frameWords(language).cited, content: [element("ul", {}, ...items)] };
}

/** What the results were made of. */
export function provenancePart({ inputs, results }: Results, language: Language): PagePart {
  const says = frameWords(language);
  const { study, freezeHash, protocolHash, modelsHash, resolutionPolicy, version } = inputs;
  const consent = consentSentence(inputs.consent, language);
  const traced = results.find(({ cells, value }) => cells !== undefined && value !== null && value > 0);
  return {
    id: "provenance",
    title: says.provenance,
    content: [
      termsElement([
        [says.study, study],
        ...(inputs.asOf === undefined ? [] : ([[says.asOf, formatFor(language).longDate(inputs.asOf)]] as const)),
        [says.freeze, freezeHash],
        [says.protocol, protocolHash],
        [says.models, modelsHash],
        [says.partialDates, says.resolvedTo(resolutionPolicy)],
        [says.software, `Osteon ${version}`],
        ...(consent === undefined ? [] : ([[says.consent, consent]] as const)),
      ]),
      element(
        "p",
        {},
        letters(says.tracing[0]),
        element("code", {}, letters(`${study} ${traced?.id ?? "RESULT"} --run FOLDER`)),
        letters(says.tracing[1]),
      ),
    ],
  };
}
