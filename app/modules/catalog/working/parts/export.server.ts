import type { z } from "zod";
import { clock } from "~/platform/clock.server";
import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { toDecimal } from "~/platform/money";
import { isOverHundredYears } from "../../restrictions";
import { needsCertificate } from "../needs-certificate.server";
import { MOST_FIBRES, type exportInput } from "./export-schema.server";
import type { PartRoom } from "./part";

const MM_PER_CM = 10;
/** Only the customs of the United States ask for the value of the copper. */
const COPPER_CURRENCY = "USD";
const textOf = (value: number | null) => (value === null ? "" : String(value));
const centimetresOf = (mm: number | null) => (mm === null ? "" : String(mm / MM_PER_CM));

type Facts = z.output<typeof exportInput>;

/** What customs, carriers and the rules of a market ask of a good. */
export const exportPart: PartRoom<Facts> = {
  valuesOf({ listing, fibres }) {
    return {
      hsCode: listing.hsCode ?? "",
      netWeightGrams: textOf(listing.netWeightGrams),
      length: centimetresOf(listing.lengthMm),
      width: centimetresOf(listing.widthMm),
      height: centimetresOf(listing.heightMm),
      packedWeightGrams: textOf(listing.packedWeightGrams),
      packedLength: centimetresOf(listing.packedLengthMm),
      packedWidth: centimetresOf(listing.packedWidthMm),
      packedHeight: centimetresOf(listing.packedHeightMm),
      rightsBasis: listing.rightsBasis ?? "",
      hasFoodContact: listing.hasFoodContact ? "on" : undefined,
      isForChildren: listing.isForChildren ? "on" : undefined,
      madeYear: textOf(listing.madeYear),
      restrictedMaterial: listing.restrictedMaterial ?? "",
      woodSpecies: listing.woodSpecies.join(", "),
      woodOrigin: listing.woodOrigin ?? "",
      copperWeightGrams: textOf(listing.copperWeightGrams),
      copperValue:
        listing.copperValueMinor === null
          ? ""
          : toDecimal({ amountMinor: listing.copperValueMinor, currency: COPPER_CURRENCY }),
      fibres: Array.from({ length: MOST_FIBRES }, (_, index) => {
        const row = fibres[index];
        return { fibre: row?.fibre ?? "", percent: row ? String(row.percent) : "" };
      }),
    };
  },

  async write(trx, { listing }, facts) {
    const { hsCode } = facts;
    if (isOverHundredYears(facts.madeYear, clock())) return "over-hundred-years";
    if (hsCode !== undefined) {
      const known = await trx.selectFrom("hsCodes").select("code").where("code", "=", hsCode).executeTakeFirst();
      if (!known) return "hs-code-missing";
    }
    const percents = percentsOf(facts.fibres);
    if (!(await areMaterials(trx, [...percents.keys()]))) return "material-missing";
    const needsCulturalCheck = await needsCertificate(trx, { ...listing, hsCode: hsCode ?? null });
    const { isSpeciesStopped } = await trx
      .updateTable("listings")
      .set({ ...columnsOf(facts, listing.hsCode), needsCulturalCheck })
      .where("id", "=", listing.id)
      .returning("isSpeciesStopped")
      .executeTakeFirstOrThrow();
    if (isSpeciesStopped !== listing.isSpeciesStopped) {
      await enqueue(trx, "index-listing", { listingId: listing.id }, { jobKey: `index-listing:${listing.id}` });
    }
    await trx.deleteFrom("listingFibres").where("listingId", "=", listing.id).execute();
    const fibres = [...percents].map(([fibre, percent]) => ({
      listingId: listing.id,
      fibre,
      percent: String(percent),
    }));
    if (fibres.length > 0) await trx.insertInto("listingFibres").values(fibres).execute();
    return undefined;
  },
};

/** How much of each fibre there is; two rows of one fibre are one. */
function percentsOf(rows: Facts["fibres"]): Map<string, number> {
  const percents = new Map<string, number>();
  for (const { fibre, percent } of rows) {
    if (fibre !== undefined && percent !== undefined) percents.set(fibre, (percents.get(fibre) ?? 0) + percent);
  }
  return percents;
}

function columnsOf(facts: Facts, hsCodeBefore: string | null) {
  return {
    hsCode: facts.hsCode ?? null,
    // Staff looked at the code that was there, not at this one.
    ...(facts.hsCode === (hsCodeBefore ?? undefined) ? {} : { isHsCodeReviewed: false }),
    netWeightGrams: facts.netWeightGrams ?? null,
    lengthMm: facts.length ?? null,
    widthMm: facts.width ?? null,
    heightMm: facts.height ?? null,
    packedWeightGrams: facts.packedWeightGrams ?? null,
    packedLengthMm: facts.packedLength ?? null,
    packedWidthMm: facts.packedWidth ?? null,
    packedHeightMm: facts.packedHeight ?? null,
    rightsBasis: facts.rightsBasis ?? null,
    hasFoodContact: facts.hasFoodContact,
    isForChildren: facts.isForChildren,
    madeYear: facts.madeYear ?? null,
    restrictedMaterial: facts.restrictedMaterial ?? null,
    woodSpecies: (facts.woodSpecies ?? "")
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
    woodOrigin: facts.woodOrigin ?? null,
    copperWeightGrams: facts.copperWeightGrams ?? null,
    copperValueMinor: facts.copperValue ?? null,
    copperValueCurrency: facts.copperValue === undefined ? null : COPPER_CURRENCY,
  };
}

async function areMaterials(trx: Trx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const known = await trx
    .selectFrom("materials")
    .select("id")
    .where("id", "in", [...ids])
    .execute();
  return known.length === ids.length;
}
