import { type Row, storedRow, told } from "@osteon/api";
import { z } from "zod";

/** What one tab tells the others of a row: that it was saved, from which place and where it is now, or that its words were let go. */
export type RowNews =
  | { readonly kind: "confirmed"; readonly from: string; readonly place: string; readonly row: Row }
  | { readonly kind: "discarded"; readonly place: string };

const news = z.object({
  account: z.string(),
  news: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("confirmed"), from: z.string(), place: z.string(), row: storedRow }),
    z.object({ kind: z.literal("discarded"), place: z.string() }),
  ]),
});

/** None outside of a browser, where a channel would keep the process from ending. */
const channel = typeof window === "undefined" ? undefined : new BroadcastChannel("osteon.rows");

export const tellOtherTabs = (account: string, told: RowNews): void => channel?.postMessage({ account, news: told });

/** Calls back with what other tabs of the same person tell; a tab of an earlier release may tell otherwise, and is not heard. */
export function onOtherTabs(account: string, notify: (news: RowNews) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    const heard = told(news, data);
    if (heard?.account === account) notify(heard.news);
  };
  channel?.addEventListener("message", hear);
  return () => channel?.removeEventListener("message", hear);
}
