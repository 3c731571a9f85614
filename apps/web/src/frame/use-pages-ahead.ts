import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * Once the first page stands, loads the code of all others, so that a click without a connection stays in the app; and
 * keeps the app on the device, where the browser allows it (not on an address without TLS), for pages loaded anew.
 */
export function usePagesAhead(): void {
  const router = useRouter();
  useEffect(() => {
    const load = () => {
      for (const { options } of Object.values(router.routesById)) {
        const page = options.component as { preload?: () => Promise<unknown> } | undefined;
        void page?.preload?.();
      }
      // A device that may keep nothing still has the pages loaded above.
      if (import.meta.env.PROD && "serviceWorker" in navigator)
        navigator.serviceWorker.register("/offline.js").catch(() => {});
    };
    if (!("requestIdleCallback" in window)) return void setTimeout(load, 1000);
    const idle = requestIdleCallback(load, { timeout: 3000 });
    return () => cancelIdleCallback(idle);
  }, [router]);
}
