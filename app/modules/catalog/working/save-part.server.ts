import { createHash } from "node:crypto";
import { z } from "zod";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { aboutPart } from "./parts/about.server";
import { aboutInput } from "./parts/about-schema.server";
import { conditionsPart } from "./parts/conditions.server";
import { conditionsInput } from "./parts/conditions-schema.server";
import { exportPart } from "./parts/export.server";
import { exportInput } from "./parts/export-schema.server";
import { isChecked } from "./parts/mend.server";
import type { FormValues, ListingPart, PartRefusal, PartRoom } from "./parts/part";
import { pricePart } from "./parts/price.server";
import { priceInput } from "./parts/price-schema.server";
import { stockPart } from "./parts/stock.server";
import { stockInput } from "./parts/stock-schema.server";
import { translationPart } from "./parts/texts.server";
import { translationInput } from "./parts/texts-schema.server";
import { findWorkingListing, type Working } from "./read-listing.server";
import { workOnListing, type WorkRefusal } from "./work-on-listing.server";

const inputs = {
  about: aboutInput,
  price: priceInput,
  stock: stockInput,
  conditions: conditionsInput,
  export: exportInput,
  en: translationInput,
  ru: translationInput,
} as const satisfies Record<ListingPart, z.ZodType>;

export type PartInput<Part extends ListingPart> = z.output<(typeof inputs)[Part]>;

const frame = z.object({ base: z.string().default(""), autosave: isChecked });

/** What comes in at each part's form: its values, what the form was made from, and whether it was posted by itself. */
export const partForms = {
  about: z.intersection(frame, inputs.about),
  price: z.intersection(frame, inputs.price),
  stock: z.intersection(frame, inputs.stock),
  conditions: z.intersection(frame, inputs.conditions),
  export: z.intersection(frame, inputs.export),
  en: z.intersection(frame, inputs.en),
  ru: z.intersection(frame, inputs.ru),
} as const;

const ROOMS: { readonly [Part in ListingPart]: PartRoom<PartInput<Part>> } = {
  about: aboutPart,
  price: pricePart,
  stock: stockPart,
  conditions: conditionsPart,
  export: exportPart,
  en: translationPart("en"),
  ru: translationPart("ru"),
};

export type StoredPart = {
  values: FormValues;
  /** Stands for these values: a form that was made from others would overwrite what somebody else said. */
  base: string;
};

/** A part as it is stored, in the words of its form. */
export function storedPart(working: Working, part: ListingPart): StoredPart {
  const values = ROOMS[part].valuesOf(working);
  return { values, base: createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 22) };
}

export type SaveRefusal = WorkRefusal | PartRefusal | "changed-elsewhere";

type Save<Part extends ListingPart> = {
  listingId: string;
  part: Part;
  /** Of the values that the form was made from. */
  base: string;
  input: PartInput<Part>;
};

/** Writes one part of a listing, unless somebody else of the team has written it since the form was made. */
export function saveListingPart<Part extends ListingPart>(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, part, base, input }: Save<Part>,
  now = clock(),
): Promise<Result<{ base: string }, SaveRefusal>> {
  return workOnListing(
    db,
    seller,
    formKey,
    { listingId, action: "edit-listing", now },
    async (trx, working, version) => {
      const before = storedPart(working, part);
      if (before.base !== base) return refused("changed-elsewhere");
      const refusal = await ROOMS[part].write(trx, working, input, version);
      if (refusal) return refused(refusal);
      const after = await findWorkingListing(trx, { listingId });
      if (!after) return refused("listing-missing");
      const stored = storedPart(after, part);
      return done({
        value: { base: stored.base },
        isSame: JSON.stringify(after) === JSON.stringify(working),
        before: { part, values: JSON.stringify(before.values) },
        after: { part, values: JSON.stringify(stored.values) },
      });
    },
  );
}
