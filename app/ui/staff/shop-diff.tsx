import type { ShopField } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { DiffWords } from "./diff-words";
import { SHOP_FIELD_NAMES } from "./shop-field-names";
import { shopWords, type NamedState } from "./shop-words";

type Props = {
  before: NamedState;
  after: NamedState;
  /** When the state before was approved, in the reader's words. */
  approved: string;
  changed: readonly ShopField[];
};

/** What a shop has changed since staff approved it last, word by word. */
export function ShopDiff({ before, after, approved, changed }: Props) {
  const [was, is] = [shopWords(before), shopWords(after)];
  return (
    <section aria-labelledby="diff-title" className="mb-8">
      <h2 id="diff-title" className="text-lg">
        {m["reviews.diff.title"]({ when: approved })}
      </h2>
      {changed.length === 0 ? <p className="mt-1 text-muted">{m["reviews.diff.none"]()}</p> : null}
      <dl className="mt-3 flex flex-col gap-3">
        {changed.map((field) => (
          <div key={field} className="rounded border border-line bg-surface px-5 py-3">
            <dt className="text-sm text-muted">{SHOP_FIELD_NAMES[field]()}</dt>
            <dd className="mt-1 whitespace-pre-line break-words">
              {field === "paper" ? m["reviews.diff.newPaper"]() : <DiffWords before={was[field]} after={is[field]} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
