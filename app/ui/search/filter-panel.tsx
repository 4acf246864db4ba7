import { Form, Link, useSubmit } from "@remix-run/react";
import type { SearchPageView } from "~/modules/search";
import { m } from "~/paraglide/messages.js";
import { useSite } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

type Props = {
  view: SearchPageView;
  /** The facet that the page itself decides, such as the category of a category page. */
  fixed?: string;
};

/**
 * The filters: a column on a wide screen, a sheet on a phone that opens by its address (`#filters`), so that it needs
 * no JavaScript. With JavaScript every change asks anew; without it the button does.
 */
export function FilterPanel({ view, fixed }: Props) {
  const submit = useSubmit();
  const site = useSite();
  return (
    <Form
      id="filters"
      method="get"
      action={view.path}
      aria-label={m["search.filters"]()}
      preventScrollReset
      onChange={(event) => {
        // A field that is still being typed into is asked when it is left (the browser's own change event).
        if (event.target instanceof HTMLInputElement && event.target.type === "number") return;
        submit(event.currentTarget, { preventScrollReset: true });
      }}
      onBlur={(event) => {
        const field = event.target;
        if (field instanceof HTMLInputElement && field.type === "number" && field.value !== field.defaultValue) {
          submit(event.currentTarget, { preventScrollReset: true });
        }
      }}
      className="hidden target:fixed target:inset-0 target:z-50 target:block target:overflow-y-auto target:bg-ground target:p-4 lg:sticky lg:top-4 lg:block lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:pr-2"
    >
      <a href="#results" className={`${linkStyle} sr-only focus:not-sr-only focus:mb-2 focus:inline-block`}>
        {m["search.skipFilters"]()}
      </a>
      <div className="flex items-center justify-between pb-2 lg:hidden">
        <h2 className="text-xl">{m["search.filters"]()}</h2>
        <a href="#results" className="flex size-11 items-center justify-center" aria-label={m["search.closeFilters"]()}>
          <Icon name="close" />
        </a>
      </div>
      {view.text ? <input type="hidden" name="q" value={view.text} /> : null}
      {site.to ? <input type="hidden" name="to" value={site.to} /> : null}
      {site.cur ? <input type="hidden" name="cur" value={site.cur} /> : null}
      {view.sort !== "relevance" ? <input type="hidden" name="sort" value={view.sort} /> : null}
      <NeedFields view={view} />
      {view.facets
        .filter((facet) => facet.name !== fixed)
        .map((facet) => (
          <details key={facet.name} open={facet.isOpen} className="group border-b border-line py-1">
            <summary className="flex min-h-11 list-none items-center justify-between text-sm font-semibold">
              {facet.title}
              <Icon name="chevronDown" className="size-4 transition-transform group-open:rotate-180" />
            </summary>
            <ul className={VALUE_LIST} tabIndex={-1}>
              {facet.values.map((value) => (
                <li key={value.value} className={value.isBelow ? "pl-5" : undefined}>
                  <label>
                    <input
                      key={String(value.isChosen ?? false)}
                      type="checkbox"
                      name={facet.name}
                      value={value.value}
                      defaultChecked={value.isChosen}
                      disabled={value.count === 0 && !value.isChosen}
                    />
                    <span>{value.label}</span>
                    <small>{value.count}</small>
                  </label>
                </li>
              ))}
            </ul>
          </details>
        ))}
      <div className="sticky bottom-0 flex gap-2 bg-ground py-3">
        <button
          type="submit"
          className={`${buttonStyle.primary} flex-1`}
          onClick={() => {
            if (window.location.hash === "#filters") window.location.hash = "results";
          }}
        >
          {m["search.show"]({ count: view.totalText })}
        </button>
        {view.chips.length > 0 ? (
          <Link to={view.clearHref} className={buttonStyle.quiet}>
            {m["search.clear"]()}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}

/** There are hundreds of values on a page: how they look is said once, on their list. */
const VALUE_LIST = [
  "max-h-72 overflow-y-auto pb-3 text-sm",
  "[&_label]:flex [&_label]:min-h-9 [&_label]:items-center [&_label]:gap-2 [&_label:has(:disabled)]:text-muted",
  "[&_input]:size-4 [&_input]:shrink-0 [&_input]:accent-madder [&_span]:min-w-0 [&_span]:flex-1",
  "[&_small]:text-xs [&_small]:text-muted [&_small]:tabular-nums",
].join(" ");

/** What a buyer needs, in plain words: how many, by when, at what price. */
function NeedFields({ view }: { view: SearchPageView }) {
  const site = useSite();
  const { fields } = view;
  const number = (name: string, label: string, value: string) => (
    <label className="text-sm font-medium">
      {label}
      <input
        key={value}
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        name={name}
        defaultValue={value}
        className={`${fieldStyle} mt-1 tabular-nums`}
      />
    </label>
  );
  return (
    <fieldset className="border-b border-line pb-4">
      <legend className="sr-only">{m["search.need"]()}</legend>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3">
        {number("qty", m["search.quantity"](), fields.quantity)}
        <label className="text-sm font-medium">
          {m["search.neededBy"]()}
          <input
            key={fields.neededBy}
            type="date"
            name="by"
            min={view.earliestDay}
            defaultValue={fields.neededBy}
            className={`${fieldStyle} mt-1 px-2`}
          />
        </label>
      </div>
      <div className="mt-3 grid grid-cols-2 gap-3">
        {number("min", m["search.priceFrom"]({ currency: site.currency }), fields.min)}
        {number("max", m["search.priceTo"]({ currency: site.currency }), fields.max)}
        <p className="col-span-2 -mt-2 text-xs text-muted">{m["search.priceHint"]()}</p>
        {number("moq", m["search.minimumOrder"](), fields.minimumOrder)}
        {number("lead", m["search.leadTime"](), fields.leadTime)}
      </div>
      <div className="mt-3 space-y-1">
        <Tick
          name="here"
          label={m["search.onlyShipsHere"]({ country: site.destinationLabel })}
          isOn={fields.onlyShipsHere}
        />
        <Tick name="made" label={m["search.madeToOrder"]()} isOn={fields.madeToOrder} />
      </div>
    </fieldset>
  );
}

function Tick({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label className="flex min-h-9 items-center gap-2 text-sm">
      <input
        key={String(isOn)}
        type="checkbox"
        name={name}
        value="1"
        defaultChecked={isOn}
        className="size-4 shrink-0 accent-madder"
      />
      {label}
    </label>
  );
}
