import { Page } from "../design/page.tsx";

/** A page being built. */
export function PatientPage() {
  return <Page title="Osteon">{null}</Page>;
}
