import { Mark } from "../design/mark.tsx";
import { Panel } from "../design/page.tsx";
import { bilingual, useWords } from "../words/words.ts";
import type { Score } from "./course.ts";

const WORDS = bilingual({
  title: ["Score at diagnosis", "Score bei Diagnose"],
  source: ["Clinical score of Jansson et al., 2009", "Klinischer Score nach Jansson et al., 2009"],
  item: ["Item", "Merkmal"],
  points: ["Points", "Punkte"],
  held: ["yes", "ja"],
  notHeld: ["no", "nein"],
  unknown: ["not known", "nicht bekannt"],
  sum: ["Sum", "Summe"],
  probable: ["probable CNO", "CNO wahrscheinlich"],
  uncertain: ["uncertain diagnosis", "Diagnose unsicher"],
  below: ["CNO unlikely", "CNO unwahrscheinlich"],
  range: [(low: number, high: number) => `${low} to ${high}`, (low: number, high: number) => `${low} bis ${high}`],
  nothing: [
    (items: number) => `None of the ${items} items is known yet, so there is no score. It needs:`,
    (items: number) => `Noch ist keines der ${items} Merkmale bekannt, also gibt es keinen Score. Er braucht:`,
  ],
  matters: [
    (n: number) =>
      n === 1 ? "The missing item could change the class." : `The ${n} missing items could change the class.`,
    (n: number) =>
      n === 1
        ? "Das fehlende Merkmal kann die Klasse ändern."
        : `Die ${n} fehlenden Merkmale können die Klasse ändern.`,
  ],
  harmless: ["The missing items cannot change the class.", "Die fehlenden Merkmale können die Klasse nicht ändern."],
  upTo: [(points: number) => `could add ${points}`, (points: number) => `bis zu ${points} mehr`],
  normal_blood_count: ["Normal blood cell count", "Normales Blutbild"],
  symmetric_lesions: ["Symmetric bone lesions", "Symmetrische Knochenläsionen"],
  marginal_sclerosis: ["A lesion with marginal sclerosis", "Läsion mit Randsklerose"],
  normal_temperature: ["Normal body temperature", "Normale Körpertemperatur"],
  typical_place: ["A vertebral, clavicular or sternal lesion", "Läsion an Wirbel, Schlüsselbein oder Brustbein"],
  more_than_one_lesion: ["More than one lesion", "Mehr als eine Läsion"],
  crp_at_least_10: ["CRP of 10 mg/L or more", "CRP ab 10 mg/l"],
});

/** The clinical score with its items; what a missing item could still change. */
export function ScorePanel({ score }: { readonly score: Score }) {
  const says = useWords(WORDS);
  const word = (item: string): string => {
    const found = (says as Readonly<Record<string, unknown>>)[item];
    return typeof found === "string" ? found : item;
  };
  const classOf = (points: number): string => {
    const reached = [...score.cutOffs].sort((a, b) => b.atLeast - a.atLeast).find(({ atLeast }) => points >= atLeast);
    return word(reached?.name ?? "below");
  };
  const missing = score.items.filter(({ held }) => held === null).length;
  if (missing === score.items.length)
    return (
      <Panel title={says.title}>
        <p>{says.nothing(missing)}</p>
        <ul className="open-queries">
          {score.items.map(({ item }) => (
            <li key={item}>{word(item)}</li>
          ))}
        </ul>
        <p className="quiet-text small">{says.source}</p>
      </Panel>
    );
  const exact = score.lowest === score.highest;
  const classes = [...new Set([classOf(score.lowest), classOf(score.highest)])];
  return (
    <Panel title={says.title}>
      <p className="score">
        <strong className="score-number">{exact ? score.lowest : says.range(score.lowest, score.highest)}</strong>{" "}
        {classes.join(" – ")}
      </p>
      {missing === 0 ? null : (
        <p className={classes.length > 1 ? "notice warn" : "quiet-text"}>
          {classes.length > 1 ? says.matters(missing) : says.harmless}
        </p>
      )}
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{says.item}</th>
              <th scope="col">
                <span className="unseen">{says.held}</span>
              </th>
              <th scope="col" className="number">
                {says.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {score.items.map(({ item, held, points }) => (
              <tr key={item}>
                <th scope="row">{word(item)}</th>
                <td>
                  <Mark
                    kind={held === null ? "due" : held ? "done" : "none"}
                    says={held === null ? says.unknown : held ? says.held : says.notHeld}
                    shown
                  />
                </td>
                <td className="number">
                  {held === null ? <span className="quiet-text">{says.upTo(points)}</span> : held ? points : 0}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet-text small">{says.source}</p>
    </Panel>
  );
}
