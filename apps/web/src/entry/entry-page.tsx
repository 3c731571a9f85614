import { Page } from "../design/page.tsx";

/** A page being built. */
export function EntryPage() {
  return <Page title="Osteon">{null}</Page>;
}
