import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { ListingStatus } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { usePaths } from "~/ui/layouts/site";
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
  isSimple: boolean;
  picture: { sha256: string } | undefined;
  /** As it is typed, and as it is read. */
  price: string | undefined;
  priceText: string | undefined;
  stock: number;
};

type Props = { items: readonly StockTableRow[]; formKey: string; last: SubmissionResult | undefined };

/** A shop's listings with price and stock to be written at once; where they are more than one figure, they are told only. */
export function StockTable({ items, formKey, last }: Props) {
  const { form, fields } = usePageForm<string>("stock-table", last);
  // Rows are posted without gaps: a form reads a list by its numbers.
  const writable = items.filter(({ isSimple, isWaiting }) => isSimple && !isWaiting);
  const canSave = writable.length > 0;
  return (
    <div className="mt-6">
      <FormShell form={form} formKey={formKey}>
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {items.map((item) => (
            <Row key={item.listingId} item={item} index={writable.indexOf(item)} fields={fields} />
          ))}
        </ul>
        {canSave ? (
          <div>
            <SubmitButton look="secondary">{m["catalog.own.save"]()}</SubmitButton>
          </div>
        ) : null}
      </FormShell>
    </div>
  );
}

type Fields = ReturnType<typeof usePageForm<string>>["fields"];

/** @param index of the row among those that are posted; -1 when it is told only */
function Row({ item, index, fields }: { item: StockTableRow; index: number; fields: Fields }) {
  const paths = usePaths();
  const { listingId, title, kind, picture, price, priceText, stock, isSimple, isWaiting } = item;
  const canWrite = index >= 0;
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
      <div className="grid grid-cols-2 gap-3">
        {canWrite ? (
          <>
            <input type="hidden" name={`rows[${index}].listingId`} value={listingId} />
            <input type="hidden" name={`rows[${index}].priceBefore`} value={price ?? ""} />
            <input type="hidden" name={`rows[${index}].stockBefore`} value={stock} />
            <Figure
              field={fields[`rows[${index}].price`]}
              label={m["catalog.own.price"]()}
              ofWhat={m["catalog.own.priceOf"]({ title })}
              value={price ?? ""}
            />
            <Figure
              field={fields[`rows[${index}].stock`]}
              label={m["catalog.own.stock"]()}
              ofWhat={m["catalog.own.stockOf"]({ title })}
              value={String(stock)}
            />
          </>
        ) : (
          <p className="col-span-2 text-sm text-muted">
            {priceText ?? m["catalog.card.onRequest"]()}
            {kind === "good" ? ` · ${m["catalog.own.pieces"]({ count: stock })}` : null}
            {isSimple || isWaiting ? null : <span className="block">{m["catalog.own.inside"]()}</span>}
          </p>
        )}
      </div>
    </li>
  );
}

type FigureProps = { field: Fields[string] | undefined; label: string; ofWhat: string; value: string };

function Figure({ field, label, ofWhat, value }: FigureProps) {
  if (!field) return null;
  const typed = typeof field.initialValue === "string" ? field.initialValue : value;
  return (
    <label className="text-sm text-muted">
      <span aria-hidden="true">{label}</span>
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
