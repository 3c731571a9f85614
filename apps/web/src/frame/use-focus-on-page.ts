import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { catchFocus } from "../design/lost-focus.ts";

/** A page that is reached from another has the focus, where the link or button that led there is gone; the first page leaves it to the browser. */
export function useFocusOnPage(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged) catchFocus();
      }),
    [router],
  );
}
