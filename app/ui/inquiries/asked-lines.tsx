import { Link } from "@remix-run/react";
import type { AskedLineView, AskPage } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";
import { Thumbnail } from "~/ui/primitives/picture";
import { IntentButton } from "./intent-button";

type Props = Pick<AskPage, "lines" | "more"> & {
  /** One piece of each, whatever else the seller takes at least. */
  isSample: boolean;
};

/** The listings that are asked about, each with the offer for its number of pieces, and others to add. */
export function AskedLines({ lines, more, isSample }: Props) {
  return (
    <section aria-labelledby="asked-lines">
      <h2 id="asked-lines" className="text-lg">
        {m["inquiries.ask.lines"]()}
      </h2>
      {lines.length === 0 ? (
        <p className="mt-2 text-muted">{m["inquiries.ask.noLines"]()}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {lines.map((line, at) => (
            <li key={`${line.listingId} ${line.variantId ?? ""}`} className="py-4">
              <Line line={line} at={at} isSample={isSample} />
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && !isSample ? (
        <button type="submit" name="recalculate" value="1" formNoValidate className={buttonStyle.quiet}>
          {m["inquiries.ask.recalculate"]()}
        </button>
      ) : null}
      {more.length > 0 ? <MoreListings more={more} isOpen={lines.length === 0} /> : null}
    </section>
  );
}

function Line({ line, at, isSample }: { line: AskedLineView; at: number; isSample: boolean }) {
  const paths = usePaths();
  const { title, picture, variants } = line;
  return (
    <div className="grid grid-cols-[4.5rem_1fr_auto] gap-x-4 gap-y-2">
      <input type="hidden" name="listing" value={line.listingId} />
      {picture ? (
        <Thumbnail sha256={picture.sha256} className="row-span-2 w-18 rounded" />
      ) : (
        <span className="row-span-2" />
      )}
      <div className="min-w-0">
        <Link
          to={paths.listing(line.slug, { qty: line.quantity })}
          className="font-semibold underline-offset-4 hover:underline"
          lang={line.titleLang}
        >
          {title}
        </Link>
        <p className="text-sm tabular-nums">
          {line.price ? `${line.price} ${line.unit}` : m["catalog.card.onRequest"]()}
          {line.total && !isSample ? <span className="text-muted"> · {line.total}</span> : null}
        </p>
      </div>
      <IntentButton intent={`remove:${at}`} label={m["inquiries.ask.removeNamed"]({ title })} icon="close" />
      <div className="col-span-2 flex flex-wrap items-end gap-3">
        {isSample ? <input type="hidden" name="quantity" value={1} /> : <QuantityField quantity={line.quantity} />}
        {variants.length > 0 ? (
          <label className="flex min-w-0 flex-col gap-1 text-sm font-medium">
            {m["inquiries.ask.variant"]()}
            <select name="variant" defaultValue={line.variantId ?? ""} className={fieldStyle}>
              <option value="">{m["inquiries.ask.anyVariant"]()}</option>
              {variants.map(({ variantId, name }) => (
                <option key={variantId} value={variantId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <input type="hidden" name="variant" value="" />
        )}
      </div>
      <p className="col-span-3 text-sm text-muted">{offerOf(line, isSample).filter(Boolean).join(" · ")}</p>
    </div>
  );
}

/** What holds for so many pieces; for a sample the seller says it. */
function offerOf({ minimumOrder, ready, shipping, refusal }: AskedLineView, isSample: boolean) {
  return isSample ? [m["inquiries.ask.sampleOne"](), refusal] : [minimumOrder, ready, shipping, refusal];
}

function QuantityField({ quantity }: { quantity: number }) {
  return (
    <label className="flex flex-col gap-1 text-sm font-medium">
      {m["inquiries.ask.quantity"]()}
      <input
        key={quantity}
        name="quantity"
        type="number"
        inputMode="numeric"
        min={1}
        max={100_000}
        defaultValue={quantity}
        className={`${fieldStyle} w-28 tabular-nums`}
      />
    </label>
  );
}

function MoreListings({ more, isOpen }: { more: AskPage["more"]; isOpen: boolean }) {
  return (
    <details className="mt-2" open={isOpen}>
      <summary className={`inline-flex min-h-11 items-center ${linkStyle}`}>{m["inquiries.ask.more"]()}</summary>
      <ul className="mt-2 grid max-h-96 gap-2 overflow-y-auto sm:grid-cols-2">
        {more.map(({ listingId, title, price, picture }) => (
          <li key={listingId} className="flex items-center gap-3 rounded border border-line bg-surface p-2">
            {picture ? <Thumbnail sha256={picture.sha256} className="w-12 shrink-0 rounded" /> : null}
            <span className="min-w-0 flex-1 text-sm">
              {title}
              {price ? <span className="block text-muted">{price}</span> : null}
            </span>
            <IntentButton
              intent={`add:${listingId}`}
              label={m["inquiries.ask.addNamed"]({ title })}
              icon="plus"
              isFramed
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
