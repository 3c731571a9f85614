import { Page } from "../design/page.tsx";

/** A page being built. */
export function QualityPage() {
  return <Page title="Osteon">{null}</Page>;
}
