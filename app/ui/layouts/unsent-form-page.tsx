import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { UNSENT_FIELD, type UnsentForm } from "~/platform/http/unsent-form";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { NewTabLink } from "~/ui/primitives/new-tab-link";
import { usePaths } from "./site";

/** A form that did not arrive, because nobody was signed in any more: what was typed, to be sent once more. */
export function UnsentFormPage({ unsent }: { unsent: UnsentForm }) {
  const paths = usePaths();
  const texts = unsent.entries.filter(([, value]) => isWritten(value));
  const others = unsent.entries.filter(([, value]) => !isWritten(value));
  return (
    <div className="mx-auto max-w-2xl py-8">
      <h1 className="text-2xl">{m["site.unsent.title"]()}</h1>
      <p className="measure mt-2">{m["site.unsent.text"]()}</p>
      {unsent.hasFiles ? <p className="measure mt-2">{m["site.unsent.files"]()}</p> : null}
      <p className="mt-4">
        <NewTabLink href={paths.login()}>{m["site.unsent.signIn"]()}</NewTabLink>
      </p>
      <Form
        method="post"
        action={unsent.address}
        {...(unsent.isMultipart ? { encType: "multipart/form-data" } : {})}
        className="mt-6 flex flex-col gap-5"
      >
        <input type="hidden" name={UNSENT_FIELD} value="1" />
        {others.map(([name, value], index) => (
          // A name may come several times, and nothing of the list ever changes its place.
          // oxlint-disable-next-line react/no-array-index-key
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        {texts.map(([name, value], index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <label key={index} className="flex flex-col gap-1.5 font-medium">
            {texts.length === 1
              ? m["site.unsent.typed"]()
              : m["site.unsent.typedNumber"]({ number: index + 1, count: texts.length })}
            <textarea name={name} defaultValue={value} rows={5} className={`${fieldStyle} font-normal`} />
          </label>
        ))}
        <div>
          <button type="submit" className={buttonStyle.primary}>
            {m["site.unsent.again"]()}
          </button>
        </div>
      </Form>
    </div>
  );
}

/** Words; what has none is a choice, a number or a mark of the form, and goes along unseen. */
function isWritten(value: string): boolean {
  return /\S\s+\S/.test(value);
}
