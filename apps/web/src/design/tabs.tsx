import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

export interface Tab {
  readonly key: string;
  readonly label: string;
  /** Where the label is not in the language of the page. */
  readonly lang?: string | undefined;
}

interface TabsParts {
  /** What the tabs choose between, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
}

/** Parts of a page, each with an address of its own: `?tab=`. On a narrow screen the chosen one is brought into sight. */
export function Tabs({ label, tabs, chosen }: TabsParts) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = nav.current;
    const here = row?.querySelector(`[href*="tab=${CSS.escape(chosen)}"]`);
    if (!row || !here) return;
    // Once as it is drawn, and again where the window becomes narrower. The page itself stays where it is.
    const watch = new ResizeObserver(() => {
      const [all, one] = [row.getBoundingClientRect(), here.getBoundingClientRect()];
      row.scrollLeft += Math.max(0, one.right - all.right) - Math.max(0, all.left - one.left);
    });
    watch.observe(row);
    return () => watch.disconnect();
  }, [chosen]);
  return (
    <nav ref={nav} className="tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to="."
          search={(before: Record<string, unknown>) => ({ ...before, tab: tab.key })}
          aria-current={tab.key === chosen ? "page" : undefined}
          activeProps={{}}
        >
          {tab.lang === undefined ? tab.label : <span lang={tab.lang}>{tab.label}</span>}
        </Link>
      ))}
    </nav>
  );
}
