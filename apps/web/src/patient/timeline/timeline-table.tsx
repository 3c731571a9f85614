import { isoDate } from "@osteon/codebook";
import { Link } from "@tanstack/react-router";
import type { ChildName } from "../../api/addresses.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import type { Track } from "./tracks.ts";

/** The same as the drawing, line by line. */
export function TimelineTable({ centre, patient, tracks }: ChildName & { readonly tracks: readonly Track[] }) {
  const says = useWords(TIMELINE_WORDS);
  const format = useFormat();
  const all = tracks
    .flatMap((track) => track.happenings.map((happening) => ({ track: track.label, ...happening })))
    .sort((a, b) => a.day - b.day);
  return (
    <details>
      <summary>{says.table}</summary>
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{says.day}</th>
              <th scope="col">{says.until}</th>
              <th scope="col">{says.track}</th>
              <th scope="col">{says.what}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ day, until, goesOn, track, table, key, kind, says: words }) => (
              <tr key={`${track} ${table} ${key} ${kind} ${day}`}>
                <td>{format.date(isoDate(day))}</td>
                <td>{until === undefined ? "" : goesOn ? says.goesOn : format.date(isoDate(until))}</td>
                <td>{track}</td>
                <td>
                  <Link to="/centres/$centre/patients/$patient/$table/$key" params={{ centre, patient, table, key }}>
                    {words}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
