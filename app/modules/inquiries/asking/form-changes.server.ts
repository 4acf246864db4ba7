import { textOf } from "~/platform/http/form.server";
import { isUuid } from "~/platform/uuid";
import { MOST_LINES, type AskedLine } from "../types";

/** What a button of the form asks for besides sending it, as its value says: `add:<listing>`, `remove:<place>`, `detach:<file>`. */
export type FormChange = { kind: "add" | "remove" | "detach"; what: string };

export function changeOf(posted: FormData): FormChange | undefined {
  const [kind, what = ""] = textOf(posted, "intent").split(":");
  return kind === "add" || kind === "remove" || kind === "detach" ? { kind, what } : undefined;
}

/** The lines of a form as they are written in it, before anybody judges them; a change among them is made. */
export function linesInForm(posted: FormData, change: FormChange | undefined): AskedLine[] {
  const variants = posted.getAll("variant");
  const quantities = posted.getAll("quantity").map(Number);
  const lines = posted.getAll("listing").flatMap((value, at) => {
    if (!isUuid(value)) return [];
    const variant = variants[at] ?? null;
    return [{ listingId: value, variantId: isUuid(variant) ? variant : undefined, quantity: wholeOf(quantities[at]) }];
  });
  const left = change?.kind === "remove" ? lines.filter((_, at) => String(at) !== change.what) : lines;
  const isNew = change?.kind === "add" && isUuid(change.what);
  const added = isNew ? [{ listingId: change.what, variantId: undefined, quantity: 1 }] : [];
  return [...left, ...added].slice(0, MOST_LINES);
}

function wholeOf(quantity: number | undefined): number {
  return quantity !== undefined && Number.isSafeInteger(quantity) && quantity > 0 && quantity <= 100_000 ? quantity : 1;
}
