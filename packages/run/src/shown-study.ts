import root from "../../../package.json" with { type: "json" };

/** The study that a newcomer is shown, and by whose rules children are followed in a registry. */
export const SHOWN_STUDY: string = root.osteon.study;
