import { BONES, tableNamed } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/request.ts";
import type { Chart } from "../api/shapes.ts";
import { readAgain } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { type LesionSeen, lesionsAt, marksOf, placeOf } from "../patient/lesion-states.ts";
import { LESION_WORDS, usePlaceName } from "../patient/lesion-words.ts";
import { SkeletonLegend } from "../skeleton/legend.tsx";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { type BonePlace, LESION_STATES } from "../skeleton/place.ts";
import { Skeleton } from "../skeleton/skeleton.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { NewLesion } from "./new-lesion.tsx";
import type { SavedAnswer } from "./save-state.ts";

interface Parts {
  readonly chart: Chart;
  readonly imaging: string;
  readonly readOnly: boolean;
}

/** What an examination shows, entered on the skeleton: known lesions are carried forward, new ones are chosen by their bone. */
export function ImagingLesions({ chart, imaging, readOnly }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const words = useWords(LESION_WORDS);
  const format = useFormat();
  const placeName = usePlaceName();
  const client = useQueryClient();
  const [place, setPlace] = useState<BonePlace>();
  const [error, setError] = useState<unknown>();
  const row = chart.rows.find(({ table, key }) => table === "imaging" && key === imaging);
  if (row === undefined) return null;
  if (row.status === "draft") {
    return (
      <Panel title={says.lesionsTitle}>
        <p className="quiet-text">{says.lesionsFirst}</p>
      </Panel>
    );
  }
  const seen = lesionsAt(chart, imaging);
  const marks = marksOf(seen);
  const stateWords = {
    new: words.new,
    active: words.active,
    remaining: words.remaining,
    not_visible: words.not_visible,
  };

  async function attempt(work: () => Promise<void>): Promise<void> {
    setError(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    }
    await readAgain(client, "/api/patients");
  }
  const observe = ({ lesion, observation }: LesionSeen, state: string) =>
    attempt(async () => {
      if (observation === undefined) await enter("lesion_observation", { imaging, lesion: lesion.key, state });
      else if (state === "")
        await send("DELETE", rowPath(observation.table, observation.key), undefined, {
          version: observation.version,
          reason: CORRECTED,
        });
      else
        await send(
          "PUT",
          rowPath(observation.table, observation.key),
          { cells: { ...observation.cells, state }, status: "complete", reason: CORRECTED },
          { version: observation.version },
        );
    });
  const enter = async (table: string, cells: Readonly<Record<string, string>>) => {
    const known = new Set(tableNamed(table).fields.map(({ name }) => name));
    const own = Object.fromEntries(
      Object.entries({ ...cells, patient: chart.patient }).filter(([name, cell]) => known.has(name) && cell !== ""),
    );
    return (
      await send<SavedAnswer>(
        "POST",
        `/api/charts/${table}`,
        { cells: own, status: "complete", centre: chart.centre },
        { key: crypto.randomUUID() },
      )
    ).body.row;
  };
  const open = seen.filter(({ state, before }) => state === undefined && before !== undefined);
  const asBefore = () =>
    attempt(async () => {
      for (const { lesion, before } of open)
        await enter("lesion_observation", {
          imaging,
          lesion: lesion.key,
          state: before?.state === "new" ? "active" : (before?.state ?? "active"),
        });
    });
  return (
    <Panel title={says.lesionsTitle}>
      <p className="quiet-text">{says.lesionsLead}</p>
      <div className="lesions">
        <div className="stack">
          <Skeleton
            marks={marks}
            label={(one) => {
              const mark = marks.find(
                ({ bone, side, level }) => bone === one.bone && side === one.side && level === one.level,
              );
              return `${placeName(one)}: ${mark === undefined ? words.healthy : `${words.count(mark.count ?? 1)}, ${stateWords[mark.state]}`}`;
            }}
            views={{ front: words.front, back: words.back, left: words.left, right: words.right }}
            {...(place === undefined ? {} : { chosen: place })}
            {...(readOnly ? {} : { onChoose: setPlace })}
          />
          <SkeletonLegend says={stateWords} />
        </div>
        <div className="stack">
          {readOnly ? null : (
            <label className="field">
              <span className="label">{says.orChoose}</span>
              <select
                value={place?.bone ?? ""}
                onChange={(event) => setPlace(event.target.value === "" ? undefined : placeIn(event.target.value))}
              >
                <option value="">{says.choose}</option>
                {BONES.map(({ code, paired }) => (
                  <option key={code} value={code}>
                    {placeName({ bone: code, side: paired ? "left" : "midline" }).split(",")[0]}
                  </option>
                ))}
              </select>
            </label>
          )}
          {place === undefined || readOnly ? null : (
            <NewLesion
              key={`${place.bone} ${place.side} ${place.level ?? ""}`}
              place={place}
              onClose={() => setPlace(undefined)}
              onEnter={(cells, state) =>
                attempt(async () => {
                  const lesion = await enter("lesion", cells);
                  await enter("lesion_observation", { imaging, lesion: lesion.key, state });
                  setPlace(undefined);
                })
              }
            />
          )}
          <Problems error={error} />
          <div className="scrolls">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.lesion}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col">{words.before}</th>
                </tr>
              </thead>
              <tbody>
                {seen.map((one) => (
                  <tr key={one.lesion.key}>
                    <th scope="row">{placeName(placeOf(one.lesion))}</th>
                    <td>
                      {readOnly ? (
                        one.state === undefined ? (
                          words.notLooked
                        ) : (
                          stateWords[one.state]
                        )
                      ) : (
                        <select
                          aria-label={`${placeName(placeOf(one.lesion))}: ${words.state}`}
                          value={one.state ?? ""}
                          onChange={(event) => void observe(one, event.target.value)}
                        >
                          <option value="">{words.notLooked}</option>
                          {LESION_STATES.map((state) => (
                            <option key={state} value={state}>
                              {stateWords[state]}
                            </option>
                          ))}
                        </select>
                      )}
                    </td>
                    <td className="quiet-text">
                      {one.before === undefined ? (
                        ""
                      ) : (
                        <>
                          <MarkSymbol state={one.before.state} /> {stateWords[one.before.state]},{" "}
                          {format.date(one.before.imaging.cells.imaged_on)}
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {readOnly || open.length === 0 ? null : (
            <p>
              <button type="button" onClick={() => void asBefore()}>
                {says.asBefore} ({open.length})
              </button>
            </p>
          )}
        </div>
      </div>
    </Panel>
  );
}

const CORRECTED = "read again on the examination";
const rowPath = (table: string, key: string): string => `/api/charts/${table}/${encodeURIComponent(key)}`;
const placeIn = (bone: string): BonePlace => ({
  bone,
  side: BONES.find(({ code }) => code === bone)?.paired === true ? "left" : "midline",
});
