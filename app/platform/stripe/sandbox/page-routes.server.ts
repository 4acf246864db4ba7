import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import type { Desk } from "./desk";
import { answerChallenge, pay, type Attempt } from "./paying";
import { challengePage, overPage, payPage, successUrl } from "./pages";
import type { KeptSession } from "./tables";

type PageOptions = { desk: Desk; beforeAnswer: () => void; afterCommit: () => void };

/** The pages that a payer sees: forms and redirects, no script. */
export function pageApp({ desk, beforeAnswer, afterCommit }: PageOptions): Hono<{ Bindings: HttpBindings }> {
  const { store } = desk;
  const app = new Hono<{ Bindings: HttpBindings }>();

  const find = (id: string): KeptSession | undefined => {
    beforeAnswer();
    store.commit();
    afterCommit();
    return store.get("sessions", id);
  };

  /** Counts the form as used and does the deed once; a second post of the same form does nothing. */
  const once = (session: KeptSession, form: unknown, deed: () => Attempt): Attempt | undefined => {
    if (Number(form) !== session.formNumber) return undefined;
    store.put("sessions", { ...session, formNumber: session.formNumber + 1 });
    try {
      const attempt = deed();
      store.commit();
      return attempt;
    } catch (error) {
      store.rollBack();
      throw error;
    } finally {
      afterCommit();
    }
  };

  app.get("/c/pay/:id", (context) => {
    const session = find(context.req.param("id"));
    if (!session) return notFound(context);
    return context.html(session.object.status === "open" ? payPage(desk, session) : overPage(desk, session));
  });

  app.post("/c/pay/:id", async (context) => {
    const form = await context.req.parseBody();
    const session = find(context.req.param("id"));
    if (!session) return notFound(context);
    const { number, name } = form;
    const payer = { name: typeof name === "string" && name !== "" ? name : null, email: null };
    const attempt = once(session, form.form, () =>
      pay(desk, session.id, typeof number === "string" ? number : "", payer),
    );
    return goOn(context, session.id, attempt);
  });

  app.get("/c/challenge/:id", (context) => {
    const session = find(context.req.param("id"));
    if (!session) return notFound(context);
    return context.html(session.object.status === "open" ? challengePage(desk, session) : overPage(desk, session));
  });

  app.post("/c/challenge/:id", async (context) => {
    const form = await context.req.parseBody();
    const session = find(context.req.param("id"));
    if (!session) return notFound(context);
    const attempt = once(session, form.form, () =>
      answerChallenge(desk, session.id, form.answer === "complete", { name: null, email: null }),
    );
    return goOn(context, session.id, attempt);
  });

  function goOn(context: Context, id: string, attempt: Attempt | undefined): Response {
    const session = store.get("sessions", id);
    if (!session) return notFound(context);
    if (session.object.status === "complete") return context.redirect(successUrl(session.object), 303);
    if (session.object.status === "expired") return context.html(overPage(desk, session), 410);
    if (attempt?.kind === "challenge") return context.redirect(`/c/challenge/${id}`, 303);
    if (attempt?.kind === "declined") return context.html(payPage(desk, session, attempt.message), 402);
    if (attempt?.kind === "unknown") return context.html(payPage(desk, session, UNKNOWN_NUMBER), 422);
    return context.redirect(`/c/pay/${id}`, 303);
  }

  return app;
}

const UNKNOWN_NUMBER = "The sandbox knows only Stripe's test numbers. Take 4242 4242 4242 4242 or a case below.";

function notFound(context: Context): Response {
  return context.text("There is no such payment page.", 404);
}
