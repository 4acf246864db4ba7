import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { latestMadeYear } from "../../restrictions";
import { hsCodeInput } from "./hs-code-input.server";
import { isChecked, optionalChoice, optionalMeasure, optionalNumber, optionalPrice, optionalText } from "./mend.server";

export const RIGHTS_BASES = ["own_design", "licence", "traditional_pattern"] as const;
/** Materials of animals and plants that CITES may protect; `none` says that somebody looked. */
export const RESTRICTED_MATERIALS = [
  "none",
  "mother_of_pearl",
  "coral",
  "ivory",
  "tortoiseshell",
  "reptile_leather",
] as const;
export const MOST_FIBRES = 5;

/** Thirty metres and three tonnes: more is freight that is asked for. */
const centimetres = optionalMeasure({ perUnit: 10, most: 30_000 });
const grams = optionalNumber({ least: 1, most: 3_000_000, mistake: () => m["catalog.mend.grams"]() });

/** A year that has begun; how old a thing may be is for `exportPart` to say. */
const optionalYear = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return undefined;
    const year = Number(text);
    const latest = latestMadeYear(clock());
    if (/^\d{1,4}$/.test(text) && year >= 1 && year <= latest) return year;
    context.addIssue({ code: "custom", message: m["catalog.mend.madeYear"]({ latest: String(latest) }) });
    return z.NEVER;
  });

const fibre = z.object({
  fibre: z.string().optional(),
  percent: optionalNumber({ least: 1, most: 100 }),
});

export const exportInput = z
  .object({
    hsCode: hsCodeInput,
    netWeightGrams: grams,
    length: centimetres,
    width: centimetres,
    height: centimetres,
    packedWeightGrams: grams,
    packedLength: centimetres,
    packedWidth: centimetres,
    packedHeight: centimetres,
    rightsBasis: optionalChoice(RIGHTS_BASES),
    hasFoodContact: isChecked,
    isForChildren: isChecked,
    madeYear: optionalYear,
    restrictedMaterial: optionalChoice(RESTRICTED_MATERIALS),
    woodSpecies: optionalText(200),
    woodOrigin: optionalText(120),
    copperWeightGrams: grams,
    copperValue: optionalPrice,
    fibres: z.array(fibre).max(MOST_FIBRES).default([]),
  })
  .superRefine((input, context) => {
    const mend = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message, input: undefined });
    for (const [first, ...others] of [
      ["length", "width", "height"],
      ["packedLength", "packedWidth", "packedHeight"],
    ] as const) {
      const given = [first, ...others].filter((name) => input[name] !== undefined);
      if (given.length === 1 || given.length === 2) mend([first], m["catalog.mend.threeSides"]());
    }
    const { netWeightGrams: net, packedWeightGrams: packed } = input;
    if (net !== undefined && packed !== undefined && packed < net) {
      mend(["packedWeightGrams"], m["catalog.mend.packedLighter"]());
    }
    const named = input.fibres.filter((row) => row.fibre !== undefined || row.percent !== undefined);
    for (const [index, row] of input.fibres.entries()) {
      if ((row.fibre === undefined) !== (row.percent === undefined)) {
        mend(["fibres", index, row.fibre === undefined ? "fibre" : "percent"], m["catalog.mend.fibre"]());
      }
    }
    const sum = named.reduce((total, { percent = 0 }) => total + percent, 0);
    if (named.length > 0 && sum !== 100) mend(["fibres", 0, "percent"], m["catalog.mend.fibreSum"]({ sum }));
  });
