import { number, oneOf, optional, problem, quoted, saying } from "@osteon/words";

const ITS_LOCK = {
  en: "Send study.lock.json as osteon study lock writes it.",
  de: "Die study.lock.json bringen, wie osteon study lock sie schreibt.",
};

/** What stands in the way of running a study, and of taking one in. */
export const RUN_PROBLEMS = {
  "later-than-today": saying({
    en: ["This day has not ended yet.", "Name an earlier day, or none."],
    de: ["Dieser Tag ist noch nicht zu Ende.", "Einen früheren Tag nennen oder keinen."],
  }),
  "run-failed": saying({
    en: [
      "The study could not be computed from these charts: something in the study or in Osteon is wrong, not in the charts.",
      "Tell the one who runs the registry the number of the run: its log says where it failed.",
    ],
    de: [
      "Die Studie ließ sich mit diesen Akten nicht rechnen: Etwas an der Studie oder an Osteon ist falsch, nicht an den Akten.",
      "Wer das Register betreibt, findet unter der Nummer des Laufs im Protokoll des Servers, woran es lag.",
    ],
  }),
  "run-cut": saying({
    en: ["The server ended while the study ran.", "Run the study again."],
    de: ["Der Server endete, während die Studie lief.", "Die Studie noch einmal rechnen."],
  }),
  "run-kept": saying({
    en: ["This run is kept.", "Let it go first."],
    de: ["Dieser Lauf wird aufgehoben.", "Ihn zuerst freigeben."],
  }),
  "run-under-way": saying({
    en: ["This run has not ended yet.", "Wait until it has ended."],
    de: ["Dieser Lauf ist noch nicht zu Ende.", "Warten, bis er zu Ende ist."],
  }),
  "older-run": saying({
    en: ["This run was made by an older version.", "Run the study again."],
    de: ["Dieser Lauf stammt von einer älteren Version.", "Die Studie noch einmal rechnen."],
  }),
  "not-ready": saying({
    en: ["The run has not ended well yet.", "See the run's state first."],
    de: ["Der Lauf ist noch nicht gut beendet.", "Zuerst den Stand des Laufs ansehen."],
  }),
  "other-study": saying({
    en: ["These are runs of two studies.", "Compare runs of one study."],
    de: ["Das sind Läufe zweier Studien.", "Läufe einer Studie vergleichen."],
  }),
  "study-unreadable": problem(
    { because: optional(quoted), chosen: oneOf("by-choosing", "by-lock") },
    {
      en: (v) => ({
        says: v.because === undefined ? "Its lock cannot be read." : `Its lock cannot be read: ${v.because}.`,
        fix: v.chosen === "by-choosing" ? "Save the study again." : "Tell the one who runs the registry.",
      }),
      de: (v) => ({
        says:
          v.because === undefined
            ? "Diese Studie des Servers lässt sich nicht lesen."
            : `Diese Studie des Servers lässt sich nicht lesen: ${v.because}.`,
        fix:
          v.chosen === "by-choosing"
            ? "Die Studie noch einmal speichern."
            : "Wer das Register betreibt, schreibt sie neu fest.",
      }),
    },
  ),
  "study-with-problems": saying({
    en: ["Something is wrong with this study.", "Look at it first."],
    de: ["An dieser Studie stimmt etwas nicht.", "Sie zuerst ansehen."],
  }),
  "no-lock": problem(
    {
      because: oneOf("other", "no-id", "unreadable", "time", "memory"),
      detail: optional(quoted),
      seconds: optional(number),
    },
    {
      en: (v) => ({
        says: {
          other: "It holds something else than a study of this Osteon.",
          "no-id": "Its study has no id of small letters, digits and hyphens.",
          unreadable: v.detail === undefined ? "It cannot be read." : `It cannot be read: ${v.detail}.`,
          time: `Looking at it was stopped: it took more than ${v.seconds ?? ""} seconds.`,
          memory: "Looking at it was stopped: it took more than the memory there is for one.",
        }[v.because],
        fix: ITS_LOCK.en,
      }),
      de: (v) => ({
        says: {
          other: "Das ist keine festgeschriebene Studie dieser Fassung von Osteon.",
          "no-id": "Ihre Studie hat keine Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen.",
          unreadable:
            v.detail === undefined ? "Das lässt sich nicht lesen." : `Das lässt sich nicht lesen: ${v.detail}.`,
          time: `Das Ansehen wurde abgebrochen: Es dauerte mehr als ${v.seconds ?? ""} Sekunden.`,
          memory: "Das Ansehen wurde abgebrochen: Es brauchte mehr Speicher, als es für eine Studie gibt.",
        }[v.because],
        fix: ITS_LOCK.de,
      }),
    },
  ),
} as const;
