import { Form, Link } from "@remix-run/react";
import { buttonStyle, chipStyle, fieldStyle } from "./button";

export type FilterChip = { key: string; label: string; href: string; isOn: boolean };

type Props = {
  chips: readonly FilterChip[];
  /** Where the search goes, and what is chosen besides the words, by its name in the address. */
  action: string;
  kept: Readonly<Record<string, string | undefined>>;
  words: string | undefined;
  label: string;
  submit: string;
};

/** What a list is narrowed to, one chip each, and a search among what is left. */
export function ChipFilter({ chips, action, kept, words, label, submit }: Props) {
  return (
    <div className="mb-5 flex flex-col gap-4">
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, label: name, href, isOn }) => (
          <li key={key}>
            <Link to={href} aria-current={isOn ? "true" : undefined} className={chipStyle}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <Form method="get" action={action} role="search" className="flex max-w-xl gap-2">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <input
          key={words}
          type="search"
          name="q"
          defaultValue={words}
          aria-label={label}
          placeholder={label}
          className={fieldStyle}
        />
        <button type="submit" className={buttonStyle.secondary}>
          {submit}
        </button>
      </Form>
    </div>
  );
}
