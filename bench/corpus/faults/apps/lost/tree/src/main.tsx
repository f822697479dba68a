import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { ErrorPage } from "./parts/ErrorPage";
import * as claims from "./routes/claims";
import * as item from "./routes/item";
import * as items from "./routes/items";
import * as report from "./routes/report";
import { Root } from "./routes/root";
import * as statistics from "./routes/statistics";

const router = createBrowserRouter([
  {
    path: "/",
    element: <Root />,
    HydrateFallback: () => <p>Opening the office</p>,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, loader: items.loader, Component: items.Items },
          { path: "items/:itemId", loader: item.loader, action: item.action, Component: item.ItemPage },
          { path: "claims", loader: claims.loader, action: claims.action, Component: claims.Claims },
          { path: "report", loader: report.loader, action: report.action, Component: report.Report },
          { path: "statistics", loader: statistics.loader, Component: statistics.Statistics },
        ],
      },
    ],
  },
]);

createRoot(document.getElementById("root")!).render(<RouterProvider router={router} />);
