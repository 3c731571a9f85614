import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  away: [
    "No connection. You can go on typing: what you type is kept on this device and sent as soon as the registry answers.",
    "Keine Verbindung. Sie können weiterschreiben: Eingaben bleiben auf diesem Gerät und werden gesendet, sobald das Register antwortet.",
  ],
});

/** Says so while the device is offline. */
export function Connection() {
  const says = useWords(WORDS);
  const online = useSyncExternalStore(
    (notify) => onlineManager.subscribe(notify),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status" className="frame-connection">
      {online ? null : <p className="notice warn">{says.away}</p>}
    </div>
  );
}
