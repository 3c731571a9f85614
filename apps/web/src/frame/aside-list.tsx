import { dropSetAside, type SetAside } from "../entry/kept.ts";
import { useWords } from "../words/words.ts";
import { WAITING_WORDS } from "./waiting-words.ts";

/** What another version of Osteon kept on this device and this one cannot send: shown as it stands, until somebody lets it go. */
export function AsideList({ aside }: { readonly aside: readonly SetAside[] }) {
  const says = useWords(WAITING_WORDS);
  if (aside.length === 0) return null;
  return (
    <section className="stack" aria-label={says.aside}>
      <h3>{says.aside}</h3>
      <p>{says.asideLead}</p>
      <ul className="plain stack waiting-rows">
        {aside.map((one) => (
          <li key={one.name}>
            <strong>{one.place}</strong>
            <pre className="set-aside">{one.text}</pre>
            <button type="button" className="quiet" onClick={() => dropSetAside(one)}>
              {says.discard}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
