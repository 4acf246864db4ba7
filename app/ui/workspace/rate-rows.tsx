import type { SubmissionResult } from "@conform-to/react";
import { MOST_RATES, rateRowsOf, type RateRow } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

type Props = { last: SubmissionResult | undefined; stored: readonly RateRow[]; currency: string };

/** Empty rows that a table is shown with, and that are added by its button. */
const EMPTY_ROWS = 2;

/** The rows that the form is about: as typed, without the one that was taken away, or as stored. */
function rowsOf({ last, stored }: Pick<Props, "last" | "stored">): { rows: RateRow[]; empty: number } {
  const typed = last?.initialValue;
  if (!typed) return { rows: [...stored], empty: stored.length === 0 ? EMPTY_ROWS + 1 : EMPTY_ROWS };
  const deed = typeof typed.deed === "string" ? typed.deed : "";
  const empty = Number(typed.empty ?? EMPTY_ROWS) + (deed === "more" ? EMPTY_ROWS + 1 : 0);
  return { rows: rateRowsOf(typed).filter(({ at }) => deed !== `drop-${at}`), empty };
}

/** The weight table. Rows are added and taken away by buttons of the form, with or without scripts. */
export function RateRows({ last, stored, currency }: Props) {
  const { rows, empty } = rowsOf({ last, stored });
  const next = Math.max(-1, ...rows.map(({ at }) => at)) + 1;
  const blank = Array.from({ length: Math.min(empty, MOST_RATES - next) }, (_, more) => ({
    at: next + more,
    kilograms: "",
    price: "",
  }));
  return (
    <fieldset>
      <legend className="font-medium">{m["sellers.routes.table"]()}</legend>
      <p className="text-sm text-muted">{m["sellers.routes.tableHint"]()}</p>
      <input type="hidden" name="empty" value={empty} />
      <div className="mt-2 grid grid-cols-[1fr_1fr_2.75rem] gap-x-3 text-sm text-muted" aria-hidden="true">
        <span>{m["sellers.routes.upTo"]()}</span>
        <span>{m["sellers.routes.price"]({ currency })}</span>
      </div>
      <ul className="mt-1 flex flex-col gap-2">
        {[...rows, ...blank].map((row, index) => (
          <Row
            key={`${row.at} ${row.kilograms} ${row.price}`}
            row={row}
            number={index + 1}
            last={last}
            currency={currency}
          />
        ))}
      </ul>
      <button type="submit" name="deed" value="more" className={`${buttonStyle.quiet} mt-1`}>
        {m["sellers.routes.moreRows"]()}
      </button>
    </fieldset>
  );
}

type RowProps = { row: RateRow; number: number; last: SubmissionResult | undefined; currency: string };

function Row({ row: { at, kilograms, price }, number, last, currency }: RowProps) {
  const mistakes = { kg: last?.error?.[`kg-${at}`]?.[0], price: last?.error?.[`price-${at}`]?.[0] };
  const sentence = mistakes.kg ?? mistakes.price;
  const cells = [
    { name: `kg-${at}`, value: kilograms, isWrong: mistakes.kg, label: m["sellers.routes.upTo"]() },
    { name: `price-${at}`, value: price, isWrong: mistakes.price, label: m["sellers.routes.price"]({ currency }) },
  ];
  return (
    <li>
      <div className="grid grid-cols-[1fr_1fr_2.75rem] gap-x-3">
        {cells.map(({ name, value, isWrong, label }) => (
          <input
            key={name}
            name={name}
            defaultValue={value}
            inputMode="decimal"
            aria-label={`${label}, ${number}`}
            aria-invalid={isWrong ? true : undefined}
            aria-describedby={isWrong ? `rate-${at}` : undefined}
            className={`${fieldStyle} tabular-nums aria-[invalid]:border-pomegranate`}
          />
        ))}
        {kilograms === "" && price === "" ? null : (
          <button
            type="submit"
            name="deed"
            value={`drop-${at}`}
            className="flex size-11 items-center justify-center rounded text-muted hover:text-ink"
          >
            <Icon name="close" className="size-5" />
            <span className="sr-only">{m["sellers.routes.dropRow"]({ number: String(number) })}</span>
          </button>
        )}
      </div>
      {sentence ? (
        <p id={`rate-${at}`} className="mt-1 text-sm font-medium text-pomegranate">
          {sentence}
        </p>
      ) : null}
    </li>
  );
}
