/// <reference types="vite/client" />
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./design/tokens.css";
import "./design/base.css";
import "./design/controls.css";
import "./design/layout.css";
import { useChosenLanguage } from "./frame/choices.ts";
import { router } from "./router.tsx";
import { LanguageContext } from "./words/words.ts";

// Without a connection a read fails at once and says so, rather than waiting unseen.
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, networkMode: "always", refetchOnReconnect: true } },
});

// A page whose code cannot be loaded is told as such; loading the whole app anew would end it without a connection.
window.addEventListener("vite:preloadError", (event) => event.preventDefault());

function App() {
  return (
    <LanguageContext value={useChosenLanguage()}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageContext>
  );
}

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
