import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import type { Figure } from "./pages-data.ts";
import { STUDY_WORDS } from "./study-words.ts";

interface Parts {
  readonly run: string;
  readonly figure: Figure | undefined;
}

/** A figure of the report with its caption and files. Its numbers stand in the table beneath. */
export function FigurePanel({ run, figure }: Parts) {
  const says = useWords(STUDY_WORDS);
  if (figure === undefined) return null;
  const path = `/api/runs/${run}/report/figures/${figure.id}`;
  return (
    <Panel
      title={figure.title}
      actions={
        <nav className="row small" aria-label={says.figureFiles(figure.title)}>
          <a href={`${path}.svg`} download>
            SVG
          </a>
          <a href={`${path}.png`} download>
            PNG
          </a>
        </nav>
      }
    >
      <figure className="report-figure">
        <img src={`${path}.svg`} alt={`${figure.title}. ${figure.caption}`} lang="en" />
        <figcaption className="quiet-text small" lang="en">
          {figure.caption}
        </figcaption>
      </figure>
    </Panel>
  );
}
