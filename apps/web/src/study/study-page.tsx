import { Page } from "../design/page.tsx";

/** A page being built. */
export function StudyPage() {
  return <Page title="Osteon">{null}</Page>;
}
