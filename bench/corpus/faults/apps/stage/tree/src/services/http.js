import { Http } from "../core/http.js";

export const http = new Http("/api");
