import { isUuid } from "~/platform/uuid";
import { MOST_LINES, type AskedLine } from "../types";

/** What a button of the form asks for besides sending it, as its value says: `add:<listing>`, `remove:<place>`, `detach:<file>`. */
export type FormChange = { kind: "add" | "remove" | "detach"; what: string };

export function changeOf(posted: FormData): FormChange | undefined {
  const [kind, what = ""] = String(posted.get("intent") ?? "").split(":");
  return kind === "add" || kind === "remove" || kind === "detach" ? { kind, what } : undefined;
}

/** The lines of a form as they are written in it, before anybody judges them; a change among them is made. */
export function linesInForm(posted: FormData, change: FormChange | undefined): AskedLine[] {
  const variants = posted.getAll("variant").map(String);
  const quantities = posted.getAll("quantity").map(Number);
  const lines = posted.getAll("listing").flatMap((value, at) => {
    const listingId = String(value);
    if (!isUuid(listingId)) return [];
    const variantId = isUuid(variants[at] ?? "") ? variants[at] : undefined;
    return [{ listingId, variantId, quantity: wholeOf(quantities[at]) }];
  });
  const left = change?.kind === "remove" ? lines.filter((_, at) => String(at) !== change.what) : lines;
  const isNew = change?.kind === "add" && isUuid(change.what);
  const added = isNew ? [{ listingId: change.what, variantId: undefined, quantity: 1 }] : [];
  return [...left, ...added].slice(0, MOST_LINES);
}

function wholeOf(quantity: number | undefined): number {
  return quantity !== undefined && Number.isSafeInteger(quantity) && quantity > 0 && quantity <= 100_000 ? quantity : 1;
}
