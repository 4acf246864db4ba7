import { m } from "~/paraglide/messages.js";

/** Labels by the last name in a field's path: `home[0].amount` is the price of one. */
const LABELS: Readonly<Record<string, () => string>> = {
  title: m["catalog.field.title"],
  description: m["catalog.field.description"],
  categoryId: m["catalog.field.category"],
  techniqueId: m["catalog.field.technique"],
  materialIds: m["catalog.field.materials"],
  placeId: m["catalog.field.place"],
  priceKind: m["catalog.field.priceKind"],
  priceUnit: m["catalog.field.unit"],
  minimumOrderQuantity: m["catalog.field.minimumOrder"],
  from: m["catalog.field.from"],
  amount: m["catalog.field.amount"],
  isOpenToExport: m["catalog.field.openToExport"],
  exportCurrency: m["catalog.field.exportCurrency"],
  incotermCode: m["catalog.field.incoterm"],
  incotermPlace: m["catalog.field.incotermPlace"],
  stockPolicy: m["catalog.field.stockPolicy"],
  leadTimeDays: m["catalog.field.leadTime"],
  monthlyCapacity: m["catalog.field.capacity"],
  az: m["catalog.field.variantName"],
  en: m["catalog.field.variantNameEn"],
  ru: m["catalog.field.variantNameRu"],
  sku: m["catalog.field.sku"],
  stock: m["catalog.own.stock"],
  price: m["catalog.field.ownPrice"],
  exportPrice: m["catalog.field.ownPriceAbroad"],
  deliveryMode: m["catalog.field.deliveryMode"],
  revisionsIncluded: m["catalog.field.revisions"],
  fileFormats: m["catalog.field.formats"],
  handoverChannel: m["catalog.field.handover"],
  workingLanguages: m["catalog.field.workingLanguages"],
  rightsKind: m["catalog.field.rightsKind"],
  deliverables: m["catalog.field.deliverables"],
  rights: m["catalog.field.rights"],
  hsCode: m["catalog.field.hsCode"],
  netWeightGrams: m["catalog.field.weight"],
  length: m["catalog.field.length"],
  width: m["catalog.field.width"],
  height: m["catalog.field.height"],
  packedWeightGrams: m["catalog.field.weight"],
  packedLength: m["catalog.field.length"],
  packedWidth: m["catalog.field.width"],
  packedHeight: m["catalog.field.height"],
  rightsBasis: m["catalog.field.rightsBasis"],
  hasFoodContact: m["catalog.field.foodContact"],
  isForChildren: m["catalog.field.children"],
  madeYear: m["catalog.field.madeYear"],
  restrictedMaterial: m["catalog.field.restrictedMaterial"],
  woodSpecies: m["catalog.field.woodSpecies"],
  woodOrigin: m["catalog.field.woodOrigin"],
  copperWeightGrams: m["catalog.field.copperWeight"],
  copperValue: m["catalog.field.copperValue"],
  fibre: m["catalog.field.fibre"],
  percent: m["catalog.field.percent"],
};

/** What a field is called where it stands alone; rows of a table have their number. */
export function labelOf(path: string): string {
  const row = /\[(\d+)\]/.exec(path)?.[1];
  const name = path.split(".").at(-1) ?? path;
  const packed = path.startsWith("packed") ? ` (${m["catalog.field.packed"]()})` : "";
  const label = LABELS[name.replace(/\[\d+\]$/, "")]?.() ?? name;
  return row === undefined ? `${label}${packed}` : `${label} · ${Number(row) + 1}`;
}
