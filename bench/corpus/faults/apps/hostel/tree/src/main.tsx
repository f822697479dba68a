import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App";
import { BookingProvider } from "./context/BookingContext";
import { SettingsProvider } from "./context/SettingsContext";

createRoot(document.getElementById("root")!).render(
  <BrowserRouter>
    <SettingsProvider>
      <BookingProvider>
        <App />
      </BookingProvider>
    </SettingsProvider>
  </BrowserRouter>,
);
