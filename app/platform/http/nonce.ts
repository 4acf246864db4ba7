import { createContext } from "react";

/** Nonce of a private page's inline scripts; undefined on public pages and in the browser. */
export const NonceContext = createContext<string | undefined>(undefined);
