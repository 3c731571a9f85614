import type { ImageAgreement } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { LESION_WORDS, usePlaceName } from "../../patient/lesion-words.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useNames } from "../use-names.ts";
import { AGREEMENT_WORDS } from "./image-agreement-words.ts";

/** The links stand in one column; the arrow keys reach the others. */
const movedByKeys = (element: HTMLElement | null): void => {
  if (element !== null) element.tabIndex = 0;
};

/** So many are shown at once. */
const SHOWN = 50;

/** Every bone on which readers differ, with what each saw, and the way to the examination in the chart. */
export function Differences({ disagreements }: Pick<ImageAgreement, "disagreements">) {
  const says = useWords(AGREEMENT_WORDS);
  const words = useWords(LESION_WORDS);
  const book = useBook();
  const format = useFormat();
  const names = useNames();
  const placeName = usePlaceName();
  const [shown, setShown] = useState(SHOWN);
  if (disagreements.length === 0) return <p className="quiet-text">{says.noDifferences}</p>;
  const left = disagreements.length - shown;
  return (
    <div className="stack">
      <p className="quiet-text small">{says.differencesLead}</p>
      <div ref={movedByKeys} className="scrolls">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{says.child}</th>
              <th scope="col">{says.examination}</th>
              <th scope="col">{says.bone}</th>
              <th scope="col">{says.readings}</th>
            </tr>
          </thead>
          <tbody>
            {disagreements
              .slice(0, shown)
              .map(({ centre, patient, imaging, imagedOn, modality, bone, side, readings }) => (
                <tr key={`${centre} ${imaging} ${bone} ${side}`}>
                  <th scope="row" className="mono">
                    {patient}
                  </th>
                  <td>
                    <Link
                      to="/centres/$centre/patients/$patient/$table/$key"
                      params={{ centre, patient, table: "imaging", key: imaging }}
                    >
                      {book.cell("imaging", "modality", modality)}, {format.date(imagedOn)}
                    </Link>
                  </td>
                  <td>{placeName({ bone, side })}</td>
                  <td>
                    <ul className="plain">
                      {readings.map(({ reader, state }) => (
                        <li key={reader ?? ""}>
                          {reader === null ? says.first : names(reader)}:{" "}
                          <strong>{state === null ? says.none : words[state]}</strong>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? (
        <div className="row">
          <button type="button" onClick={() => setShown(shown + SHOWN)}>
            {says.more(format.number(Math.min(left, SHOWN)))}
          </button>
        </div>
      ) : null}
    </div>
  );
}
