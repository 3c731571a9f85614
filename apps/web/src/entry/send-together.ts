import type { Row, SentTogether } from "@osteon/api";

/** A try without an answer: it may have been written. */
interface Try {
  readonly key: string;
  readonly sent: SentTogether;
}

const unanswered = new Map<string, Try>();

export interface Together {
  /** What the tries belong to: one form as it was opened, one lesion of one examination. */
  readonly of: string;
  /** What is to be sent; with the rows as they now stand, where an earlier try was written after all. */
  readonly rows: (now?: readonly Row[]) => SentTogether;
  readonly send: (sent: SentTogether, key: string) => Promise<readonly Row[]>;
  /** Whether a failure leaves open what became of the try. */
  readonly isPassing: (error: unknown) => boolean;
}

/**
 * Sends rows that belong together, under one key through all tries: what had no answer is sent again word for word, and what
 * is wanted otherwise since goes on top of it, so that nothing is written twice.
 */
export async function sendTogether({ of, rows, send, isPassing }: Together): Promise<readonly Row[]> {
  const before = unanswered.get(of);
  const wanted = rows();
  if (before === undefined) return await trying(wanted);
  const written = await trying(before.sent, before.key);
  return JSON.stringify(before.sent) === JSON.stringify(wanted) ? written : await trying(rows(written));

  async function trying(sent: SentTogether, key: string = crypto.randomUUID()): Promise<readonly Row[]> {
    if (sent.rows.length === 0 && (sent.removed ?? []).length === 0) return [];
    unanswered.set(of, { key, sent });
    try {
      const answered = await send(sent, key);
      unanswered.delete(of);
      return answered;
    } catch (error) {
      if (!isPassing(error)) unanswered.delete(of);
      throw error;
    }
  }
}
