import { Page } from "../design/page.tsx";

/** A page being built. */
export function ImportPage() {
  return <Page title="Osteon">{null}</Page>;
}
