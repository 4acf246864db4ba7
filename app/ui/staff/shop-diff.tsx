import type { ShopField } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { FIELD_NAMES } from "~/ui/workspace/shop-labels";
import { shopWords, type NamedState } from "./shop-words";
import { wordDiff, type DiffPart } from "./word-diff";

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
            <dt className="text-sm text-muted">{FIELD_NAMES[field]()}</dt>
            <dd className="mt-1 whitespace-pre-line break-words">
              {field === "paper" ? m["reviews.diff.newPaper"]() : <Words parts={wordDiff(was[field], is[field])} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Words({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === "gone") {
      return (
        <del key={key} className="bg-pomegranate-wash text-pomegranate">
          {text}
        </del>
      );
    }
    if (kind === "new") {
      return (
        <ins key={key} className="bg-verified-wash text-verified">
          {text}
        </ins>
      );
    }
    return <span key={key}>{text}</span>;
  });
}
