import { encounters, type SavedEncounter, type SentChange, type SentEncounter } from "@osteon/api";
import { ApiProblem, call } from "../api/request.ts";
import { oneAtATime } from "../entry/one-at-a-time.ts";
import { isPassing } from "../entry/save-kept.ts";
import { dropVisit, type KeptVisit, keepVisit, readKeptVisit, type VisitAttempt, visitPlace } from "./kept-visit.ts";
import { settled } from "./settled.ts";

/** A visit that was confirmed: where it was kept, where it is now, and what is still to be sent of it. */
export interface SentVisit {
  readonly from: string;
  readonly place: string;
  readonly saved: SavedEncounter;
  readonly status: "draft" | "complete";
  readonly left: KeptVisit | undefined;
}

const listeners = new Set<(sent: SentVisit) => void>();

/** Calls back for each visit that this tab sent, whichever page is open. */
export function onVisitSent(notify: (sent: SentVisit) => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

let justSent: SentVisit | undefined;

/** What was sent last of a place, told once: a page that is drawn anew after its save says so. */
export function takeJustSent(place: string): SentVisit | undefined {
  const sent = justSent;
  if (sent === undefined || sent.place !== place) return undefined;
  justSent = undefined;
  return sent;
}

/**
 * Sends the attempt that is kept of a visit, one at a time whoever asks. An attempt whose answer was lost is sent again word for
 * word. Throws what the server refused; what was typed stays.
 */
export function sendVisit(account: string, place: string): Promise<void> {
  return oneAtATime(`visit ${account} ${place}`, async () => {
    const kept = readKeptVisit(account, place);
    if (kept?.attempt === undefined) return;
    const { attempt } = kept;
    const saved = await sent(account, kept, attempt);
    const now = readKeptVisit(account, place) ?? kept;
    const left = leftOf(now, attempt, saved);
    if (left !== undefined) keepVisit(account, left);
    if (left === undefined || left.place !== place) dropVisit(account, place);
    const to = visitPlace(kept.centre, kept.patient, saved.visit.key);
    justSent = { from: place, place: to, saved, status: attempt.status, left };
    for (const notify of listeners) notify(justSent);
  });
}

async function sent(account: string, kept: KeptVisit, attempt: VisitAttempt): Promise<SavedEncounter> {
  const { centre, patient, place } = kept;
  try {
    const { body } =
      attempt.visit === undefined
        ? await call(
            encounters.enterEncounter,
            { params: { centre, patient }, body: attempt.body as SentEncounter },
            { key: attempt.key },
          )
        : await call(
            encounters.changeEncounter,
            { params: { centre, patient, visit: attempt.visit }, body: attempt.body as SentChange },
            { key: attempt.key },
          );
    return body;
  } catch (error) {
    const now = readKeptVisit(account, place);
    if (now !== undefined && isPassing(error)) keepVisit(account, { ...now, unanswered: true });
    else if (now !== undefined && error instanceof ApiProblem)
      keepVisit(account, {
        ...now,
        attempt: undefined,
        unanswered: undefined,
        refused: { status: error.status, problems: error.problems },
      });
    throw error;
  }
}

/** What is still only on this device: what was typed since, and of a draft the changes of rows that are complete. */
function leftOf(kept: KeptVisit, attempt: VisitAttempt, saved: SavedEncounter): KeptVisit | undefined {
  const gone = attempt.removed.flatMap((name) => {
    const row = kept.read[name];
    return row === undefined ? [] : [{ place: name, row }];
  });
  const rows = attempt.places.map((place) => ({ place }));
  const { state, read } = settled(kept.state, kept.read, { rows, removed: gone }, saved);
  const isSame = JSON.stringify(kept.state) === attempt.typed;
  if (isSame && (attempt.status === "complete" || Object.keys(state.drugs).length === 0)) return undefined;
  const { attempt: _sent, unanswered: _no, refused: _none, ...rest } = kept;
  const visit = saved.visit.key;
  return { ...rest, visit, place: visitPlace(kept.centre, kept.patient, visit), state, read };
}
