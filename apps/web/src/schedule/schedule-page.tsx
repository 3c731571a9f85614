import { Page } from "../design/page.tsx";

/** A page being built. */
export function SchedulePage() {
  return <Page title="Osteon">{null}</Page>;
}
