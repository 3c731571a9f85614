import { Dialog } from "../design/dialog.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { KEY_WORDS, KEYS, keyNames } from "./keys.ts";

/** What each key does on the page of a visit. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const says = useWords(KEY_WORDS);
  const language = useLanguage();
  return (
    <Dialog open={open} title={says.title} onClose={onClose}>
      <p className="quiet-text">{says.lead}</p>
      <dl className="facts keys">
        {KEYS.map((keys) => (
          <div key={keys}>
            <dt>
              {keyNames(keys, language).map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{says[keys]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
