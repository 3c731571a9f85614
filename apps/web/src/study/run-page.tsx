import { Page } from "../design/page.tsx";

/** A page being built. */
export function RunPage() {
  return <Page title="Osteon">{null}</Page>;
}
