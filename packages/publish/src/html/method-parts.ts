import type { Inputs } from "@osteon/estimate";
import type { Protocol } from "@osteon/protocol";
import { consentSentence } from "../prose/consent-sentence.ts";
import { assumptions } from "../prose/methods-section.ts";
import type { Section } from "../prose/sentence.ts";
import type { CitedNumber } from "../report-input.ts";
import { letters } from "../svg/markup.ts";
import { element } from "./element.ts";
import { type PagePart, sectionElements, termsElement } from "./page-parts.ts";
import type { Trace } from "./table-element.ts";

/** The methods section, from the protocol's own sentences. */
export function methodsPart(methods: readonly Section[], trace: Trace): PagePart {
  return { id: "methods", title: "Methods", content: sectionElements(methods, trace) };
}

/** Every place where the paper is silent, and what was chosen. */
export function assumptionsPart(protocol: Protocol): PagePart {
  const all = assumptions(protocol);
  const items = all.map(({ says, source, paths }) =>
    element(
      "li",
      {},
      letters(says),
      element(
        "span",
        { class: "path" },
        letters(` ${paths.join(", ")}${source === undefined ? "" : ` (from: ${source})`}`),
      ),
    ),
  );
  return {
    id: "assumptions",
    title: "Assumptions",
    content: [
      element(
        "p",
        {},
        letters(
          `Where the paper is silent the protocol chooses, and says so: ${all.length} assumptions. The command osteon sensitivity shows how the headline numbers move when they are decided otherwise.`,
        ),
      ),
      element("ol", { class: "assumptions" }, ...items),
    ],
  };
}

/** Numbers of other studies that the paper quotes. */
export function citedPart(cited: readonly CitedNumber[]): PagePart {
  const items = cited.map(({ printed, quote, place }) =>
    element("li", {}, letters(`${printed}: «${quote}» (${place})`)),
  );
  return { id: "cited", title: "Numbers cited from elsewhere", content: [element("ul", {}, ...items)] };
}

/** What the results were made of. */
export function provenancePart(inputs: Inputs): PagePart {
  const { study, freezeHash, protocolHash, modelsHash, resolutionPolicy, version } = inputs;
  const consent = consentSentence(inputs.consent);
  return {
    id: "provenance",
    title: "Provenance",
    content: [
      termsElement([
        ["Study", study],
        ["Freeze of the charts", freezeHash],
        ["Protocol", protocolHash],
        ["Models", modelsHash],
        ["Partial dates", `resolved to the ${resolutionPolicy} of their period`],
        ["Software", `Osteon ${version}`],
        ...(consent === undefined ? [] : ([["Consent", consent]] as const)),
      ]),
      element(
        "p",
        {},
        letters(
          "Every number carries the id of its row in results.json; point at it to see its method. The patients behind a count are listed by: osteon members ",
        ),
        element("code", {}, letters(`${study} relapsed.all.n --run FOLDER`)),
        letters(" and a child's own course by: osteon explain."),
      ),
    ],
  };
}
