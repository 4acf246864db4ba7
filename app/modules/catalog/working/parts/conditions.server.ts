import type { z } from "zod";
import type { conditionsInput } from "./conditions-schema.server";
import type { PartRoom } from "./part";
import { writeText } from "./texts.server";

/** Where sellers work; a service is agreed on in their time. */
const TIME_ZONE = "Asia/Baku";

const textOf = (value: number | null) => (value === null ? "" : String(value));

/** How a service is done, how long it takes and what is handed over. */
export const conditionsPart: PartRoom<z.output<typeof conditionsInput>> = {
  valuesOf({ listing, texts }) {
    const original = texts.find(({ locale }) => locale === "az");
    return {
      deliveryMode: listing.deliveryMode ?? "",
      leadTimeDays: textOf(listing.leadTimeDays),
      monthlyCapacity: textOf(listing.monthlyCapacity),
      revisionsIncluded: textOf(listing.revisionsIncluded),
      fileFormats: listing.fileFormats.join(", "),
      handoverChannel: listing.handoverChannel ?? "",
      workingLanguages: listing.workingLanguages,
      rightsKind: listing.rightsKind ?? "",
      rightsBasis: listing.rightsBasis ?? "",
      deliverables: original?.deliverables ?? "",
      rights: original?.rights ?? "",
    };
  },

  async write(trx, working, conditions, version) {
    const { deliverables, rights, leadTimeDays, fileFormats, ...rest } = conditions;
    await trx
      .updateTable("listings")
      .set({
        deliveryMode: rest.deliveryMode ?? null,
        leadTimeDays: leadTimeDays ?? null,
        turnaroundDays: leadTimeDays ?? null,
        monthlyCapacity: rest.monthlyCapacity ?? null,
        revisionsIncluded: rest.revisionsIncluded ?? null,
        fileFormats: (fileFormats ?? "")
          .split(",")
          .map((format) => format.trim())
          .filter(Boolean),
        handoverChannel: rest.handoverChannel ?? null,
        timeZone: TIME_ZONE,
        workingLanguages: rest.workingLanguages,
        rightsKind: rest.rightsKind ?? null,
        rightsBasis: rest.rightsBasis ?? null,
      })
      .where("id", "=", working.listing.id)
      .execute();
    const original = working.texts.find(({ locale }) => locale === "az");
    if (!original) return "title-missing";
    const { title, description } = original;
    await writeText(
      trx,
      working,
      "az",
      { title, description, deliverables: deliverables ?? null, rights: rights ?? null },
      version,
    );
    return undefined;
  },
};
