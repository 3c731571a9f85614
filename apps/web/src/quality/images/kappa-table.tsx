import type { ImageAgreement } from "@osteon/api";
import { reachable } from "../../design/reachable.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { AGREEMENT_WORDS } from "./image-agreement-words.ts";

type Kappa = ImageAgreement["overall"]["states"];

const estimateOf = (part: Kappa["kappa"]): number | undefined => (part.estimable ? part.value : undefined);

/** Kappa over all bones, and of each bone that was read twice, the poorest first. */
export function KappaTable({ overall, bones }: Pick<ImageAgreement, "overall" | "bones">) {
  const says = useWords(AGREEMENT_WORDS);
  const book = useBook();
  const format = useFormat();
  const ordered = bones
    .filter(({ states }) => states.subjects > 0)
    .toSorted((a, b) => (estimateOf(a.states.kappa) ?? 2) - (estimateOf(b.states.kappa) ?? 2));
  const row = (name: string, { states, visible }: ImageAgreement["overall"]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="number">{format.number(states.subjects)}</td>
      <td className="number">
        <Shown kappa={states} />
      </td>
      <td className="number">
        <Shown kappa={visible} />
      </td>
    </tr>
  );
  return (
    <div ref={reachable} className="scrolls">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.bone}</th>
            <th scope="col" className="number">
              {says.places}
            </th>
            <th scope="col" className="number">
              {says.byState}
            </th>
            <th scope="col" className="number">
              {says.visible}
            </th>
          </tr>
        </thead>
        <tbody>
          {row(says.overall, overall)}
          {ordered.map(({ bone, ...both }) => row(book.cell("lesion", "bone", bone), both))}
        </tbody>
      </table>
    </div>
  );
}

function Shown({ kappa: { kappa, lower, upper } }: { readonly kappa: Kappa }) {
  const says = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  const [value, low, high] = [kappa, lower, upper].map(estimateOf);
  if (value === undefined) return <span className="quiet-text">{says.notEstimable}</span>;
  return (
    <>
      <strong>{format.number(value, 2)}</strong>{" "}
      <span className="quiet-text small">
        {low === undefined || high === undefined
          ? says.oneChild
          : `(${says.limits(format.number(low, 2), format.number(high, 2))})`}
      </span>
    </>
  );
}
