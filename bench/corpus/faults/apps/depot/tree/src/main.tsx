import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App";
import { OperatorProvider } from "./context/OperatorContext";
import { SettingsProvider } from "./context/SettingsContext";

const client = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false } },
});

createRoot(document.getElementById("root")!).render(
  <QueryClientProvider client={client}>
    <SettingsProvider>
      <OperatorProvider>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </OperatorProvider>
    </SettingsProvider>
  </QueryClientProvider>,
);
