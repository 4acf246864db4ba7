import { Form, Link, useSearchParams } from "@remix-run/react";
import type { CartLineView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";
import { Thumbnail } from "~/ui/primitives/picture";

/** One thing in the cart: how many, for how much, when, and what keeps it from being ordered. */
export function CartLine({ line }: { line: CartLineView }) {
  const paths = useAllPaths();
  const href = paths.listing(line.slug, { variant: line.sku, qty: line.quantity });
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-2 py-4 sm:grid-cols-[6rem_1fr_auto]">
      <Link to={href} tabIndex={-1} aria-hidden="true" className="row-span-2">
        {line.picture ? <Thumbnail sha256={line.picture.sha256} /> : null}
      </Link>
      <div className="min-w-0">
        <Link to={href} className="font-medium underline-offset-4 hover:underline" lang={line.titleLang}>
          {line.title}
        </Link>
        {line.variant ? <p className="text-sm text-muted">{line.variant}</p> : null}
        {line.unit ? (
          <p className="text-sm tabular-nums text-muted">
            {line.unit}
            {line.listed ? ` · ${m["checkout.cart.listed"]({ price: line.listed })}` : ""}
          </p>
        ) : null}
        {line.ready && !line.problem ? <p className="text-sm text-verified">{line.ready}</p> : null}
        <Problem line={line} />
      </div>
      {line.total ? (
        <p className="whitespace-nowrap font-semibold tabular-nums max-sm:col-start-2 sm:text-right">{line.total}</p>
      ) : null}
      <LineForm line={line} action={paths.changeCartLine} />
    </li>
  );
}

type FormProps = { line: CartLineView; action: (query: { pay: string | undefined }) => string };

function LineForm({ line, action }: FormProps) {
  const [query] = useSearchParams();
  const to = action({ pay: query.get("pay") ?? undefined });
  const id = `quantity-${line.lineId}`;
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:col-start-2 sm:col-span-2">
      <Form method="post" action={to} preventScrollReset className="flex items-center gap-2">
        <input type="hidden" name="line" value={line.lineId} />
        <label htmlFor={id} className="text-sm text-muted max-sm:sr-only">
          {m["checkout.cart.quantity"]()}
        </label>
        <input
          key={line.quantity}
          id={id}
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={100_000}
          defaultValue={line.quantity}
          className={`${fieldStyle} min-w-20 max-w-24 tabular-nums`}
        />
        <button type="submit" className={buttonStyle.quiet}>
          {m["checkout.cart.change"]()}
        </button>
      </Form>
      <Form method="post" action={to} preventScrollReset>
        <input type="hidden" name="line" value={line.lineId} />
        <button
          type="submit"
          name="quantity"
          value="0"
          className={`${buttonStyle.quiet} max-sm:-ml-3`}
          aria-label={m["checkout.cart.removeOf"]({ title: line.title })}
        >
          {m["checkout.cart.remove"]()}
        </button>
      </Form>
    </div>
  );
}

function Problem({ line }: { line: CartLineView }) {
  const paths = useAllPaths();
  const [query] = useSearchParams();
  const { problem } = line;
  if (!problem) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm font-medium text-pomegranate">
      <p>{problem.text}</p>
      {problem.setsQuantity ? (
        <Form method="post" action={paths.changeCartLine({ pay: query.get("pay") ?? undefined })} preventScrollReset>
          <input type="hidden" name="line" value={line.lineId} />
          <button type="submit" name="quantity" value={problem.setsQuantity} className={buttonStyle.quiet}>
            {m["checkout.cart.setTo"]({ count: problem.setsQuantity })}
          </button>
        </Form>
      ) : null}
      {problem.asksSeller ? (
        <Link
          to={paths.newInquiry({ listing: line.slug, variant: line.sku, qty: line.quantity })}
          className={`${linkStyle} inline-flex min-h-11 items-center`}
        >
          {m["checkout.cart.askSeller"]()}
        </Link>
      ) : null}
    </div>
  );
}
