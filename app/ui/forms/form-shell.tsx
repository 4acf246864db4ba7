import type { FormMetadata, SubmissionResult } from "@conform-to/react";
import { getFormProps } from "@conform-to/react";
import { Form, Link, useActionData, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { isSignedOut } from "~/platform/http/unsent-form";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { useUnsent } from "./unsent";

type FormShellProps<Shape extends Record<string, unknown>> = {
  form: FormMetadata<Shape>;
  /** The idempotency key, drawn when the page was made. */
  formKey: string;
  /** Where it is posted; the page's own address when left out. */
  action?: string;
  /** A form that carries a file says so. */
  encType?: "multipart/form-data";
  /** What was given back for this form, where a page has several; null when the last answer was for another of them. */
  answer?: SubmissionResult | null;
  children: ReactNode;
};

/** A form that works without scripts; what is wrong with the whole of it stands above, single mistakes at their fields. */
export function FormShell<Shape extends Record<string, unknown>>({
  form,
  formKey,
  action,
  encType,
  answer,
  children,
}: FormShellProps<Shape>) {
  const given = useActionData();
  const problems = answer === null ? undefined : form.errors;
  const signedOut = isSignedOut(given) && answer !== null ? given : undefined;
  const isBack = useUnsent(form.id, signedOut);
  return (
    <Form
      method="post"
      {...(action === undefined ? {} : { action })}
      {...(encType === undefined ? {} : { encType })}
      {...getFormProps(form)}
      className="flex flex-col gap-5"
    >
      <input type="hidden" name="formKey" value={formKey} />
      {problems?.length ? <FormProblem id={form.errorId} texts={problems} answer={given} /> : null}
      {isBack ? (
        <p role="status" className="text-sm text-muted">
          {m["site.unsent.back"]()}
        </p>
      ) : null}
      {children}
    </Form>
  );
}

type ProblemProps = { id: string; texts: readonly string[]; answer: unknown };

/**
 * What was refused may be far above the button that was pressed: the eye and a reader are led to it, by each answer anew,
 * since the same words again look as if nothing had happened.
 */
function FormProblem({ id, texts, answer }: ProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer !== null) box.current?.focus();
  }, [answer]);
  return (
    <div
      ref={box}
      id={id}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded border-l-4 border-pomegranate bg-pomegranate-wash px-4 py-3"
    >
      <Icon name="info" className="mt-0.5 size-5 shrink-0" />
      <div>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {isSignedOut(answer) ? <SignInHere /> : null}
      </div>
    </div>
  );
}

/** The way back to this form that needs no second tab: with scripts, this one keeps what was typed. */
function SignInHere() {
  const paths = usePaths();
  const { pathname, search } = useLocation();
  return (
    <p className="mt-1">
      <Link to={paths.login({ next: `${pathname}${search}` })} className={linkStyle}>
        {m["site.unsent.signInHere"]()}
      </Link>
    </p>
  );
}

type SubmitProps = { children: ReactNode; look?: keyof typeof buttonStyle };

/** Says that it is at work, and takes no second click meanwhile; a reader hears it, too. */
export function SubmitButton({ children, look = "primary" }: SubmitProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <button
      type="submit"
      aria-disabled={isBusy}
      aria-busy={isBusy}
      onClick={(event) => isBusy && event.preventDefault()}
      className={`${buttonStyle[look]} aria-busy:opacity-70`}
    >
      {children}
      {isBusy ? <span className="sr-only">{m["site.working"]()}</span> : null}
    </button>
  );
}
