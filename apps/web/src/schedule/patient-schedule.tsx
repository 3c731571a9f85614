import type { ToldSchedule } from "@osteon/api";
import type { ChildName } from "../api/addresses.ts";
import { may, useMe } from "../api/me.ts";
import { Mark } from "../design/mark.tsx";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { VisitLink } from "../design/visit-link.tsx";
import { isKept, KeptNote } from "../frame/kept-note.tsx";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import { useChildSchedule } from "./use-child-schedule.ts";
import { StripHead, WindowStrip } from "./window-strip.tsx";
import { WindowLine } from "./window-words.tsx";
import { markOf, nextVisit } from "./windows.ts";
import "./schedule.css";

/** The visits expected of one child: what is next, and each window with its visit. */
export function PatientSchedule({ centre, patient }: ChildName) {
  const says = useWords(SCHEDULE_WORDS);
  const me = useMe();
  const told = useChildSchedule({ centre, patient });
  return (
    <Panel id="schedule" title={says.expected}>
      <Problems error={told.error} />
      <KeptNote centre={centre} of={["treatment"]} />
      {told.isPending && !isKept(me, centre, "treatment") ? (
        <Waiting />
      ) : told.data === undefined ? null : (
        <Windows told={told.data} />
      )}
    </Panel>
  );
}

function Windows({ told: { centre, patient, asOf, windows, timePoints } }: { readonly told: ToldSchedule }) {
  const says = useWords(SCHEDULE_WORDS);
  const language = useLanguage();
  const format = useFormat();
  const next = nextVisit(windows);
  const me = useMe();
  const writes = may(me, "chart write", centre) && !isKept(me, centre, "visit");
  if (windows.length === 0) return <p className="quiet-text">{says.noWindows}</p>;
  return (
    <>
      <p>{next === undefined ? says.nothing : <WindowLine window={next} />}</p>
      <div>
        <StripHead timePoints={timePoints} />
        <WindowStrip windows={windows} timePoints={timePoints} asOf={asOf} />
      </div>
      <div className="scrolls">
        <table className="table windows">
          <thead>
            <tr>
              <th scope="col">{says.timePoint}</th>
              <th scope="col">{says.window}</th>
              <th scope="col">{says.visit}</th>
            </tr>
          </thead>
          <tbody>
            {windows.map(({ timePoint, label, opensOn, closesOn, state, visit }) => (
              <tr key={timePoint}>
                <th scope="row" className="windows-point">
                  {label[language]}
                </th>
                <td>
                  <span className="day">{format.date(opensOn)} –</span>{" "}
                  <span className="day">{format.date(closesOn)}</span>
                </td>
                <td>
                  <Mark kind={markOf(state)} says={says[state]} shown />
                  {visit === undefined ? (
                    writes && (state === "due" || state === "late") ? (
                      <>
                        {" "}
                        <VisitLink {...{ centre, patient }} visit="new">
                          {says.enter}
                        </VisitLink>
                      </>
                    ) : null
                  ) : (
                    <>
                      {" "}
                      <VisitLink {...{ centre, patient }} visit={visit.visit} className="day">
                        {format.date(visit.visitedOn)}
                      </VisitLink>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
