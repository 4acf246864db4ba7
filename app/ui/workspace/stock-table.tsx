import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { ListingStatus, TableVariant } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { fieldStyle } from "~/ui/primitives/button";
import { Thumbnail } from "~/ui/primitives/picture";
import { ListingState } from "./listing-state";

export type StockTableRow = {
  listingId: string;
  title: string;
  kind: "good" | "service";
  status: ListingStatus;
  isWaiting: boolean;
  isChanged: boolean;
  isOpen: boolean;
  hasOnePrice: boolean;
  picture: { sha256: string } | undefined;
  /** As it is typed, and as it is read. */
  price: string | undefined;
  priceText: string | undefined;
  variants: readonly TableVariant[];
  isMadeToOrder: boolean;
};

type Props = { items: readonly StockTableRow[]; formKey: string; last: SubmissionResult | undefined };

/** A shop's listings with prices and stock to be written at once; a price that is more than one figure is told only. */
export function StockTable({ items, formKey, last }: Props) {
  const { form, fields } = usePageForm<string>("stock-table", last);
  // Rows are posted without gaps: a form reads a list by its numbers.
  const posted = items.filter(canWrite).flatMap(({ variants }) => variants.map(({ variantId }) => variantId));
  return (
    <div className="mt-6">
      <FormShell form={form} formKey={formKey}>
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {items.map((item) => (
            <Row
              key={item.listingId}
              item={item}
              first={posted.indexOf(item.variants[0]?.variantId ?? "")}
              fields={fields}
            />
          ))}
        </ul>
        {posted.length > 0 ? (
          <div>
            <SubmitButton look="secondary">{m["catalog.own.save"]()}</SubmitButton>
          </div>
        ) : null}
      </FormShell>
    </div>
  );
}

const canWrite = ({ isOpen, isWaiting }: StockTableRow) => isOpen && !isWaiting;

type Fields = ReturnType<typeof usePageForm<string>>["fields"];

/** @param first number of the listing's first row among those that are posted; -1 when it is told only */
function Row({ item, first, fields }: { item: StockTableRow; first: number; fields: Fields }) {
  const paths = useAllPaths();
  const { listingId, title, picture } = item;
  return (
    <li className="grid items-center gap-x-4 gap-y-3 px-4 py-3 sm:grid-cols-[1fr_16rem]">
      <div className="relative flex min-w-0 items-center gap-4">
        {picture ? (
          <Thumbnail sha256={picture.sha256} className="w-16 shrink-0 rounded-sm" />
        ) : (
          <span className="block aspect-4/5 w-16 shrink-0 rounded-sm bg-sunken" />
        )}
        <div className="min-w-0">
          {/* The link lies over the picture, too: one link for the hand, the keyboard and the reader of the screen. */}
          <Link
            to={paths.ownListing(listingId)}
            className="font-semibold break-words after:absolute after:inset-y-0 after:left-0 after:w-16 hover:underline"
          >
            {title}
          </Link>
          <p className="mt-1">
            <ListingState listing={item} />
          </p>
        </div>
      </div>
      {first >= 0 ? <Figures item={item} first={first} fields={fields} /> : <Told item={item} />}
    </li>
  );
}

/** A listing whose figures are not written here just now. */
function Told({ item: { kind, isWaiting, priceText, variants, isMadeToOrder } }: { item: StockTableRow }) {
  const count = variants.reduce((sum, { stock }) => sum + stock, 0);
  const pieces = count === 0 && isMadeToOrder ? m["catalog.variant.madeToOrder"]() : m["catalog.own.pieces"]({ count });
  return (
    <p className="text-sm text-muted">
      {priceText ?? m["catalog.card.onRequest"]()}
      {kind === "good" ? ` · ${pieces}` : null}
      {isWaiting ? null : <span className="block">{m["catalog.own.inside"]()}</span>}
    </p>
  );
}

/** A row of fields for each variant; the price stands in the first. */
function Figures({ item, first, fields }: { item: StockTableRow; first: number; fields: Fields }) {
  const { listingId, title, price, priceText, hasOnePrice, variants } = item;
  const isOne = variants.length === 1;
  return (
    <div className="grid grid-cols-2 gap-3">
      {hasOnePrice ? (
        <>
          <input type="hidden" name={`rows[${first}].priceBefore`} value={price ?? ""} />
          <Figure
            field={fields[`rows[${first}].price`]}
            label={m["catalog.own.price"]()}
            ofWhat={m["catalog.own.priceOf"]({ title })}
            value={price ?? ""}
          />
        </>
      ) : (
        <p className="self-center text-sm text-muted">
          {priceText ?? m["catalog.card.onRequest"]()}
          <span className="block">{m["catalog.own.priceInside"]()}</span>
        </p>
      )}
      {variants.map(({ variantId, name, stock }, at) => (
        <Fragment key={variantId}>
          <input type="hidden" name={`rows[${first + at}].listingId`} value={listingId} />
          <input type="hidden" name={`rows[${first + at}].variantId`} value={variantId} />
          <input type="hidden" name={`rows[${first + at}].stockBefore`} value={stock} />
          <Figure
            field={fields[`rows[${first + at}].stock`]}
            label={isOne ? m["catalog.own.stock"]() : name}
            ofWhat={m["catalog.own.stockOf"]({ title: isOne ? title : `${title}, ${name}` })}
            value={String(stock)}
          />
        </Fragment>
      ))}
    </div>
  );
}

type FigureProps = { field: Fields[string] | undefined; label: string; ofWhat: string; value: string };

function Figure({ field, label, ofWhat, value }: FigureProps) {
  if (!field) return null;
  const typed = typeof field.initialValue === "string" ? field.initialValue : value;
  return (
    // The ring of the focus needs room between the label and the mistake.
    <label className="flex flex-col gap-2 text-sm text-muted">
      <span aria-hidden="true" className="block truncate">
        {label}
      </span>
      <span className="sr-only">{ofWhat}</span>
      <input
        key={field.key}
        id={field.id}
        name={field.name}
        defaultValue={typed}
        inputMode="decimal"
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={field.errors ? field.errorId : undefined}
        className={`${fieldStyle} aria-[invalid]:border-pomegranate`}
      />
      {field.errors ? (
        <span id={field.errorId} className="block font-medium text-pomegranate">
          {field.errors[0]}
        </span>
      ) : null}
    </label>
  );
}
