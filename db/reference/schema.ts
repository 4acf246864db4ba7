import { z } from "zod";

const text = z.string().min(1);
const names = z.strictObject({ az: text, en: text, ru: text });
const sources = z.array(text);

/** Shapes of the files beside this one. Strict, so that a field nobody loads is an error, not a silence. */
export const regionsFile = z.strictObject({
  meta: z.looseObject({ compiled: text }),
  regions: z.array(z.strictObject({ id: text, type: text, name: names, places: z.array(text) })),
  places: z.array(
    z.strictObject({ id: text, region: text, kind: text, name: names, postal_code: text.nullable(), note: text.optional() }),
  ),
  craft_traditions: z.array(
    z.strictObject({
      id: text,
      region: text,
      place: text.nullable(),
      text: names,
      categories: z.array(text),
      status: text,
      sources,
    }),
  ),
  carpet_schools: z.array(z.looseObject({ id: text })),
  ich_elements: z.array(
    z.strictObject({ id: text, name: names, year: z.int(), list: z.enum(["RL", "USL"]), multinational: z.boolean() }),
  ),
  geographical_indications: z.array(z.strictObject({ name: text, product: text, status: text })),
  formats: z.looseObject({}),
});

const flags = z.strictObject({
  textile: z.boolean(),
  food_contact: z.boolean(),
  cultural_check: z.boolean(),
  skin_contact: z.boolean(),
  children: z.boolean(),
  wood: z.boolean(),
  fragile: z.boolean(),
});

export const categoriesFile = z.strictObject({
  meta: z.looseObject({ compiled: text }),
  unesco_domains: z.looseObject({}).or(z.array(z.unknown())),
  categories: z.array(
    z.strictObject({
      id: text,
      parent: text.nullable(),
      kind: z.enum(["goods", "service"]),
      label: names,
      unesco_domain: text,
      ich: text.nullable(),
      flags: flags.optional(),
      hs_hint: z.array(text).optional(),
      ebops: z.array(text).optional(),
      cpc: z.array(text).optional(),
    }),
  ),
});

const meta = z.looseObject({ compiled: text });
const named = z.array(z.strictObject({ id: text, name: names }));
export const techniquesFile = z.strictObject({ meta, techniques: named });
export const materialsFile = z.strictObject({ meta, materials: named });

export const destinationsFile = z.strictObject({
  meta: z.looseObject({ compiled: text, source: text }),
  destinations: z.array(
    z.strictObject({
      country: z.string().regex(/^[A-Z]{2}$/),
      currency: z.string().regex(/^[A-Z]{3}$/),
      market: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
    }),
  ),
});

const rule = z.strictObject({
  id: text,
  kind: z.enum(["goods", "services", "both"]),
  level: z.enum(["mandatory", "advice"]),
  text: names,
  /** What of it goes with the goods, as a buyer reads it. */
  paper: names.optional(),
  paper_when: text.optional(),
  applies_when: text.nullable(),
  check: z.looseObject({ type: text }),
  status: text,
  sources,
  as_of: text.nullable(),
});

export const marketsFile = z.strictObject({
  meta: z.looseObject({ compiled: text }),
  conditions: z.record(text, text),
  azerbaijan_export_side: z.looseObject({}),
  common_rules: z.array(rule),
  markets: z.array(
    z.looseObject({ id: text, name: names, currency: text, label_languages: text, rules: z.array(rule) }),
  ),
});

const group = z.enum(["home", "near", "europe", "far"]);
const countryCode = z.string().regex(/^[A-Z]{2}$/);

export const defaultRoutesFile = z.strictObject({
  meta: z.looseObject({ compiled: text, status: z.literal("draft"), source: text }),
  groups: z.record(group, z.array(countryCode)),
  zones: z.array(
    z.strictObject({
      service: z.enum(["post", "courier", "freight", "pick_up", "digital"]),
      groups: z.array(group),
      not_to: z.array(countryCode),
      days: z.tuple([z.int(), z.int()]),
      currency: z.string().regex(/^[A-Z]{3}$/).nullable(),
      maximum_grams: z.int().nullable(),
      rates: z.array(z.tuple([z.int(), z.int()])),
    }),
  ),
});
