import type { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import type { Row } from "../bulk";
import type * as files from "./schema";

/** Rows of one table, in an order that satisfies its references. */
export type TableRows = { table: string; key: readonly string[]; rows: Row[] };

type Names = { az: string; en: string; ru: string };

function textRows(table: string, owner: string, column: string, texts: readonly (readonly [string, Names])[]): TableRows {
  const rows = texts.flatMap(([id, names]) =>
    Object.entries(names).map(([locale, text]) => ({ [owner]: id, locale, [column]: text })),
  );
  return { table, key: [owner, "locale"], rows };
}

export function regionRows(file: z.infer<typeof files.regionsFile>): TableRows[] {
  return [
    {
      table: "regions",
      key: ["id"],
      rows: file.regions.map(({ id }, position) => ({ id, position })),
    },
    textRows("region_texts", "region_id", "name", file.regions.map(({ id, name }) => [id, name] as const)),
    {
      table: "places",
      key: ["id"],
      rows: file.places.map(({ id, region, kind, postal_code }) => ({ id, region_id: region, kind, postal_code })),
    },
    textRows("place_texts", "place_id", "name", file.places.map(({ id, name }) => [id, name] as const)),
    {
      table: "heritage_elements",
      key: ["id"],
      rows: file.ich_elements.map(({ id, year, list, multinational }) => ({
        id,
        inscribed_year: year,
        list,
        is_multinational: multinational,
      })),
    },
    textRows(
      "heritage_element_texts",
      "heritage_element_id",
      "name",
      file.ich_elements.map(({ id, name }) => [id, name] as const),
    ),
    {
      table: "craft_traditions",
      key: ["id"],
      rows: file.craft_traditions.map(({ id, region, place, categories, status, sources }) => ({
        id,
        region_id: region,
        place_id: place,
        category_ids: categories,
        certainty: status,
        sources,
      })),
    },
    textRows(
      "craft_tradition_texts",
      "craft_tradition_id",
      "text",
      file.craft_traditions.map(({ id, text }) => [id, text] as const),
    ),
    {
      table: "geographical_indications",
      key: ["name"],
      rows: file.geographical_indications.map(({ name, product, status }) => ({ name, product, certainty: status })),
    },
  ];
}

export function categoryRows(file: z.infer<typeof files.categoriesFile>): TableRows[] {
  const rows = file.categories.map((category, position) => ({
    id: category.id,
    parent_id: category.parent,
    kind: category.kind === "goods" ? "good" : "service",
    position,
    unesco_domain: category.unesco_domain,
    hs_hints: category.hs_hint ?? [],
    ebops_codes: category.ebops ?? [],
    cpc_codes: category.cpc ?? [],
    heritage_element_id: category.ich,
    is_textile: category.flags?.textile ?? false,
    has_food_contact: category.flags?.food_contact ?? false,
    needs_cultural_check: category.flags?.cultural_check ?? false,
    has_skin_contact: category.flags?.skin_contact ?? false,
    is_for_children: category.flags?.children ?? false,
    is_wood: category.flags?.wood ?? false,
    is_fragile: category.flags?.fragile ?? false,
  }));
  return [
    { table: "categories", key: ["id"], rows },
    textRows("category_texts", "category_id", "label", file.categories.map(({ id, label }) => [id, label] as const)),
  ];
}

export function namedRows(
  table: "techniques" | "materials",
  owner: "technique" | "material",
  entries: readonly { id: string; name: Names }[],
): TableRows[] {
  return [
    { table, key: ["id"], rows: entries.map(({ id }) => ({ id })) },
    textRows(`${owner}_texts`, `${owner}_id`, "name", entries.map(({ id, name }) => [id, name] as const)),
  ];
}

export function marketRows(file: z.infer<typeof files.marketsFile>): TableRows[] {
  const rules = [
    ...file.common_rules.map((rule) => ({ market: null, rule })),
    ...file.markets.flatMap((market) => market.rules.map((rule) => ({ market: market.id, rule }))),
  ];
  return [
    {
      table: "markets",
      key: ["id"],
      rows: file.markets.map(({ id, name: _name, rules: _rules, currency, label_languages, ...details }, position) => ({
        id,
        position,
        currency,
        label_languages,
        details,
      })),
    },
    textRows("market_texts", "market_id", "name", file.markets.map(({ id, name }) => [id, name] as const)),
    {
      table: "market_rules",
      key: ["id"],
      rows: rules.map(({ market, rule }, position) => ({
        id: rule.id,
        market_id: market,
        position,
        kind: rule.kind,
        level: rule.level,
        applies_when: rule.applies_when,
        paper_when: rule.paper_when ?? null,
        check_details: rule.check,
        certainty: rule.status,
        sources: rule.sources,
        as_of: rule.as_of,
      })),
    },
    {
      table: "market_rule_texts",
      key: ["market_rule_id", "locale"],
      rows: rules.flatMap(({ rule: { id, text, paper } }) =>
        LOCALES.map((locale) => ({ market_rule_id: id, locale, text: text[locale], paper: paper?.[locale] ?? null })),
      ),
    },
  ];
}

export function destinationRows(file: z.infer<typeof files.destinationsFile>): TableRows[] {
  return [
    {
      table: "destinations",
      key: ["country"],
      rows: file.destinations.map(({ country, currency, market }, position) => ({
        country,
        market_id: market,
        currency,
        position,
      })),
    },
  ];
}

/** Columns of the CSV files whose names differ from the table's. */
const HS_COLUMNS: Readonly<Record<string, string>> = {
  hs6: "code",
  textile_label: "needs_textile_label",
  cultural_check: "needs_cultural_check",
  food_contact: "has_food_contact",
  wood_rules: "has_wood_rules",
  skin_contact: "has_skin_contact",
  wildlife_check: "needs_wildlife_check",
  child_product: "is_child_product",
  us_section232_copper: "is_us_copper",
  over_100_years: "is_antique",
};

export function hsCodeRows(records: readonly Record<string, string>[]): TableRows[] {
  const rows = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        const column = HS_COLUMNS[name] ?? name;
        return [column, /^(needs|has|is)_/.test(column) ? yesOrNo(value) : value];
      }),
    ),
  );
  return [{ table: "hs_codes", key: ["code"], rows }];
}

export function incotermRows(records: readonly Record<string, string>[]): TableRows[] {
  const rows = records.map(({ multimodal, ...record }, position) => ({
    ...record,
    position,
    is_multimodal: yesOrNo(multimodal ?? ""),
  }));
  return [{ table: "incoterms", key: ["code"], rows }];
}

/** A rule that is `possible` or `likely` to apply has to be looked at like one that does. */
function yesOrNo(value: string): boolean {
  if (value === "possible" || value === "likely") return true;
  if (value !== "yes" && value !== "no") throw new Error(`neither yes nor no: "${value}"`);
  return value === "yes";
}

export function defaultRouteRows(file: z.infer<typeof files.defaultRoutesFile>): TableRows[] {
  const positions = new Map<string, number>();
  const rows = file.zones.map(({ service, groups, not_to, days, currency, maximum_grams, rates }) => {
    const position = positions.get(service) ?? 0;
    positions.set(service, position + 1);
    return {
      service,
      position,
      countries: groups.flatMap((group) => file.groups[group]).filter((country) => !not_to.includes(country)),
      days_min: days[0],
      days_max: days[1],
      currency,
      maximum_grams,
      // Both currencies of the table have hundredths (ISO 4217).
      rates: rates.map(([upToGrams, amount]) => ({ upToGrams, amountMinor: String(amount * 100) })),
    };
  });
  return [{ table: "default_route_zones", key: ["service", "position"], rows }];
}
