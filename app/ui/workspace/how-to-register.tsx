import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";

/** Where a maker without a number gets one: by the tax service's own pages, or at a counter. */
export function HowToRegister() {
  return (
    <section aria-labelledby="how-to-register" className="mt-10 border-t border-line pt-6">
      <h2 id="how-to-register" className="text-lg">
        {m["sellers.legal.howTo.title"]()}
      </h2>
      <p className="mt-1 text-muted">{m["sellers.legal.howTo.lead"]()}</p>
      <ul className="mt-3 flex list-disc flex-col gap-2 pl-5">
        <li>
          {m["sellers.legal.howTo.online"]()}{" "}
          <a href="https://www.e-taxes.gov.az" className={`${linkStyle} whitespace-nowrap`} rel="noreferrer">
            e-taxes.gov.az
          </a>
        </li>
        <li>
          {m["sellers.legal.howTo.counter"]()}{" "}
          <a href="https://www.asan.gov.az" className={`${linkStyle} whitespace-nowrap`} rel="noreferrer">
            asan.gov.az
          </a>
        </li>
        <li>{m["sellers.legal.howTo.after"]()}</li>
      </ul>
    </section>
  );
}
