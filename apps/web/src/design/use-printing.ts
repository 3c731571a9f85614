import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Whether the page is being laid out for paper: what is drawn for the screen alone can then be left out, and what is drawn
 * in sight alone is drawn whole. The browser waits for it before it prints.
 */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia("print");
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    const change = ({ matches }: { readonly matches: boolean }) => flushSync(() => setPrinting(matches));
    if (paper.matches) setPrinting(true);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    paper.addEventListener("change", change);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      paper.removeEventListener("change", change);
    };
  }, []);
  return printing;
}
