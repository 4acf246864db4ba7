import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { readInput } from "../input";
import { DOCUMENT_KINDS, type DocumentKind, type SecondLanguage } from "../kinds";
import { missingFields } from "../missing";
import type { OpenedDocument } from "../queries.server";
import { setDocument } from "../set-document.server";
import { documentName } from "../sheets/words";
import { findOwnData } from "./own-data.server";
import { specimenInput } from "./specimen-input";

/** Parts of the workspace in which a shop fills in what its documents need. */
export const FILLED_IN = ["place", "contacts", "legal", "listings"] as const;
export type FilledIn = (typeof FILLED_IN)[number];

/** What a shop's documents lack of the shop itself. `filledIn` is undefined where no page asks for it. */
export type ShopLack = { label: string; filledIn: FilledIn | undefined };

export type SpecimenOverview = { kinds: { kind: DocumentKind; name: string }[]; lacks: ShopLack[] };

const PAGE_OF: readonly (readonly [beginning: string, page: FilledIn])[] = [
  ["seller.taxId", "legal"],
  ["seller.phone", "contacts"],
  ["seller.email", "contacts"],
  ["seller.", "place"],
  ["lines[]", "listings"],
  ["packages[]", "listings"],
  ["order.incoterm", "listings"],
];

/**
 * The kinds of documents, and what the shop has to fill in before they can be issued. An incoterm and a net weight come
 * from its listings; a buyer and a shipment are invented here, so that nothing of them is missing.
 */
export async function findSpecimens(db: Db, sellerId: string, lang: Locale): Promise<SpecimenOverview | undefined> {
  const own = await findOwnData(db, sellerId, "en");
  if (!own) return undefined;
  const lacks = DOCUMENT_KINDS.flatMap((kind) => missingFields(readInput(kind, specimenInput(kind, own)), lang, "en"));
  const byPath = new Map<string, ShopLack>();
  for (const { label, paths } of lacks) {
    for (const path of paths) {
      const filledIn = PAGE_OF.find(([beginning]) => path.startsWith(beginning))?.[1];
      // Several forms ask for the same under names of their own: the first one's is shown.
      if (!byPath.has(path)) byPath.set(path, { label, filledIn });
    }
  }
  const named = new Map([...byPath.values()].map((lack) => [`${lack.label} ${lack.filledIn}`, lack]));
  return {
    kinds: DOCUMENT_KINDS.map((kind) => ({ kind, name: documentName(kind, lang) })),
    lacks: [...named.values()],
  };
}

/** A specimen of a kind: no number, no row, and across each page what it is. What the shop lacks is left empty. */
export async function makeSpecimen(
  db: Db,
  { sellerId, kind, second }: { sellerId: string; kind: DocumentKind; second: SecondLanguage },
): Promise<OpenedDocument | undefined> {
  const own = await findOwnData(db, sellerId, second);
  if (!own) return undefined;
  const content = await setDocument({ ...readInput(kind, specimenInput(kind, own)), second, issued: undefined });
  return { name: `specimen-${kind}-${second}.pdf`, contentType: "application/pdf", content };
}
