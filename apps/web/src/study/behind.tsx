import type { Clock, PageCell } from "@osteon/api";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useWords } from "../words/words.ts";
import { BehindNumber } from "./behind-number.tsx";
import { STUDY_WORDS } from "./study-words.ts";

type Open = (result: string, clock?: Clock) => void;

const BehindContext = createContext<Open>(() => {});

/** Opens what stands behind a number. */
export const useBehind = (): Open => useContext(BehindContext);

/** Every number inside can be opened: its method, and the children behind it. */
export function Behind({ run, children }: { readonly run: string; readonly children: ReactNode }) {
  const says = useWords(STUDY_WORDS);
  const [opened, setOpened] = useState<{ readonly result: string; readonly clock: Clock }>();
  const open = useMemo<Open>(
    () =>
      (result, clock = "diagnosis") =>
        setOpened({ result, clock }),
    [],
  );
  return (
    <BehindContext value={open}>
      {children}
      <Dialog open={opened !== undefined} title={says.behind} onClose={() => setOpened(undefined)}>
        {opened === undefined ? null : (
          <div className="behind">
            <BehindNumber run={run} {...opened} />
          </div>
        )}
      </Dialog>
    </BehindContext>
  );
}

interface NumberParts {
  readonly result: string;
  readonly text: string;
  readonly clock?: Clock;
}

/** A number that opens what stands behind it. */
export function OpensNumber({ result, text, clock }: NumberParts) {
  const open = useBehind();
  return (
    <button type="button" className="number-link" onClick={() => open(result, clock)}>
      {text}
    </button>
  );
}

/** A number of a page; where it is a result it can be opened. */
export function Shown({ cell: { text, result } }: { readonly cell: PageCell }) {
  return result === undefined ? text : <OpensNumber result={result} text={text} />;
}
