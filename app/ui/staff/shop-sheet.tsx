import type { Offering } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { OFFERING_NAMES } from "~/ui/workspace/shop-labels";

export type ShopSheetView = {
  name: string;
  offering: Offering;
  categories: string[];
  place: string;
  tagline: string | undefined;
  story: string | undefined;
};

/** Everything that a team said of its shop, as the reviewer judges it. */
export function ShopSheet({ shop }: { shop: ShopSheetView }) {
  const none = m["accounts.security.none"]();
  const rows = [
    [m["sellers.field.name"](), shop.name],
    [m["sellers.field.offering"](), OFFERING_NAMES[shop.offering]()],
    [m["sellers.field.making"](), shop.categories.join(", ") || none],
    [m["sellers.field.place"](), shop.place],
    [m["sellers.field.tagline"](), shop.tagline ?? none],
    [m["sellers.field.story"](), shop.story ?? none],
  ];
  return (
    <dl className="divide-y divide-line rounded border border-line bg-surface">
      {rows.map(([label, value]) => (
        <div key={label} className="grid gap-x-6 px-5 py-3 sm:grid-cols-[11rem_1fr]">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="whitespace-pre-line break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
