import type { StudyFigure } from "../outline/draw-figure.ts";
import type { Paragraph, Section } from "../prose/sentence.ts";
import { letters, type Markup } from "../svg/markup.ts";
import { element } from "./element.ts";
import { numberElement, type Trace } from "./table-element.ts";

/** A part of the report that the navigation names. */
export interface PagePart {
  readonly id: string;
  readonly title: string;
  readonly content: readonly Markup[];
}

export function partElement({ id, title, content }: PagePart): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, letters(title)),
    ...content,
  );
}

/** A figure drawn in place, with its caption; the same SVG is a file beside the report. */
export function figureElement({ id, title, caption, svg }: StudyFigure): Markup {
  return element(
    "figure",
    { id: `figure-${id}` },
    element("div", { class: "drawing", role: "group", tabindex: "0", "aria-label": title }, svg as Markup),
    element("figcaption", {}, element("strong", {}, letters(`${title}. `)), letters(caption)),
  );
}

export function paragraphElement(parts: Paragraph, trace: Trace): Markup {
  return element(
    "p",
    {},
    ...parts.map((part) => (typeof part === "string" ? letters(part) : numberElement(part, trace))),
  );
}

/** Sections of text under headings of the third level. */
export function sectionElements(sections: readonly Section[], trace: Trace): readonly Markup[] {
  return sections.flatMap(({ heading, paragraphs }) => [
    element("h3", {}, letters(heading)),
    ...paragraphs.map((paragraph) => paragraphElement(paragraph, trace)),
  ]);
}

/** Terms and what they are, as the provenance lists its hashes. */
export function termsElement(terms: readonly (readonly [term: string, is: string])[]): Markup {
  const rows = terms.map(([term, is]) =>
    element("div", {}, element("dt", {}, letters(term)), element("dd", {}, letters(is))),
  );
  return element("dl", {}, ...rows);
}
