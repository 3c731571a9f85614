import type { Section } from "@osteon/api";
import { keyed } from "../design/keyed.ts";
import { Shown } from "./behind.tsx";
import { useReportLanguage } from "./report-language.ts";

/** Parts of a text whose numbers can be opened. */
export function Sections({ sections }: { readonly sections: readonly Section[] }) {
  const lang = useReportLanguage();
  return (
    <div className="prose" lang={lang}>
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading} aria-label={heading}>
          <h3>{heading}</h3>
          {keyed(paragraphs, textOf).map(({ key, item: parts }) => (
            <p key={key}>
              {keyed(parts, (part) => textOf([part])).map(({ key: own, item: part }) =>
                typeof part === "string" ? part : <Shown key={own} cell={part} />,
              )}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

const textOf = (parts: Section["paragraphs"][number]): string =>
  parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
