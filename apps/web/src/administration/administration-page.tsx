import { Page } from "../design/page.tsx";

/** A page being built. */
export function AdministrationPage() {
  return <Page title="Osteon">{null}</Page>;
}
