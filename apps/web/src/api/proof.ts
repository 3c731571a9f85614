/** Asks the person at the page to prove who they are; rejected where they would not. Set by the dialog that asks. */
let asks: (() => Promise<void>) | undefined;

/** The dialog that asks takes over; answers how to end that. */
export function answerProofs(ask: () => Promise<void>): () => void {
  asks = ask;
  return () => {
    if (asks === ask) asks = undefined;
  };
}

/** Asks, where somebody is signed in at all; whether it was proved. */
export async function askForProof(): Promise<boolean> {
  if (asks === undefined) return false;
  try {
    await asks();
    return true;
  } catch {
    return false;
  }
}
