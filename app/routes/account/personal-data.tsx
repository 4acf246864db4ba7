import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.data.title"]());

export const loader = forBuyer(() => Promise.resolve(null));

export default function PersonalDataPage() {
  const paths = useAllPaths();
  return (
    <AccountFrame title={m["accounts.data.title"]()}>
      <section aria-labelledby="copy">
        <h2 id="copy" className="text-xl">
          {m["accounts.data.copy"]()}
        </h2>
        <p className="mt-2 text-muted">{m["accounts.data.copyText"]()}</p>
        <a href={paths.personalDataFile()} download className={`${buttonStyle.secondary} mt-4`}>
          {m["accounts.data.download"]()}
        </a>
      </section>
      <section aria-labelledby="close" className="mt-12">
        <h2 id="close" className="text-xl">
          {m["accounts.close.title"]()}
        </h2>
        <p className="mt-2 text-muted">{m["accounts.close.text"]()}</p>
        <p className="mt-4">
          <Link to={paths.closeAccount()} className={linkStyle}>
            {m["accounts.close.goOn"]()}
          </Link>
        </p>
      </section>
    </AccountFrame>
  );
}
