import type Stripe from "stripe";
import { formatMoney } from "~/platform/money";
import { fromStripeAmount } from "../amounts";
import type { Desk } from "./desk";
import { escaped, pageHtml } from "./html";
import { INSTRUMENTS, methodsFor, type Instrument } from "./instruments";
import type { KeptSession } from "./tables";

/**
 * The hosted payment page.
 *
 * @param problem why the last attempt did not work, for the payer
 */
export function payPage(desk: Desk, session: KeptSession, problem?: string): string {
  const { object } = session;
  const currency = object.currency ?? "";
  const methods = methodsFor(currency);
  const target = `/c/pay/${object.id}`;
  const form = `<input type="hidden" name="form" value="${session.formNumber}">`;
  return pageHtml(
    `Pay ${desk.account.merchantName}`,
    `<h1>Pay ${escaped(desk.account.merchantName)}</h1>
${problem === undefined ? "" : `<p class="problem" role="alert">${escaped(problem)}</p>`}
${summary(session)}
<form method="post" action="${target}">
<h2>Card</h2>
${form}
<label for="name">Name on card</label>
<input id="name" name="name" autocomplete="cc-name">
<label for="card">Card number</label>
<input id="card" name="number" inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" required>
<div class="pair">
<div><label for="expiry">Expiry (MM/YY)</label><input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" placeholder="12/34" required></div>
<div><label for="cvc">CVC</label><input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" placeholder="123" required></div>
</div>
<button>Pay ${escaped(shown(object.amount_total ?? 0, currency))}</button>
</form>
${methods.includes("sepa_debit") ? sepaForm(target, form) : ""}
<form class="tests" method="post" action="${target}">
<h2>Or try a case at once</h2>
${form}
<input type="hidden" name="name" value="Test Payer">
${INSTRUMENTS.filter(({ method }) => methods.includes(method))
  .map(testButton)
  .join("\n")}
</form>
${object.cancel_url ? `<p><a href="${escaped(object.cancel_url)}">Back to ${escaped(desk.account.merchantName)} without paying</a></p>` : ""}`,
  );
}

function summary({ object, items }: KeptSession): string {
  const currency = object.currency ?? "";
  const until = new Date(object.expires_at * 1000).toISOString().slice(0, 16).replace("T", " ");
  const lines = items
    .map(
      ({ description, quantity, amount_total: amount }) =>
        `<tr><td>${escaped(description ?? "")} &times; ${quantity ?? 1}</td><td>${escaped(shown(amount, currency))}</td></tr>`,
    )
    .join("\n");
  return `<section aria-label="What you pay for">
<table>
<tbody>
${lines}
</tbody>
<tfoot><tr><th scope="row">Total</th><td>${escaped(shown(object.amount_total ?? 0, currency))}</td></tr></tfoot>
</table>
<p class="small">${object.customer_email ? `Receipt to ${escaped(object.customer_email)}. ` : ""}Open until ${until} UTC.</p>
</section>`;
}

function sepaForm(target: string, form: string): string {
  return `<form method="post" action="${target}">
<h2>SEPA Direct Debit</h2>
${form}
<label for="sepa-name">Account holder</label>
<input id="sepa-name" name="name" autocomplete="name">
<label for="iban">IBAN</label>
<input id="iban" name="number" autocomplete="off" placeholder="AT61 1904 3002 3457 3201" required>
<button>Debit this account</button>
</form>`;
}

function testButton({ number, label }: Instrument): string {
  return `<button name="number" value="${number}">${escaped(label)} <span class="small">${number}</span></button>`;
}

/** The bank's 3-D Secure page. */
export function challengePage(desk: Desk, session: KeptSession): string {
  const { id, amount_total: amount, currency } = session.object;
  return pageHtml(
    "3-D Secure",
    `<h1>Your bank asks: is it you?</h1>
<p>${escaped(desk.account.merchantName)} asks for ${escaped(shown(amount ?? 0, currency ?? ""))}.</p>
<form method="post" action="/c/challenge/${id}">
<input type="hidden" name="form" value="${session.formNumber}">
<button name="answer" value="complete">Complete</button>
<button name="answer" value="fail">Fail</button>
</form>`,
  );
}

/** What is left of a session that takes no money any more. */
export function overPage(desk: Desk, { object }: KeptSession): string {
  const isPaid = object.status === "complete";
  const back = isPaid ? successUrl(object) : object.cancel_url;
  return pageHtml(
    isPaid ? "Already paid" : "Expired",
    `<h1>${isPaid ? "This payment is done" : "This payment page has expired"}</h1>
<p>${isPaid ? "Nothing more is taken." : "Nothing was taken."}</p>
${back ? `<p><a href="${escaped(back)}">Back to ${escaped(desk.account.merchantName)}</a></p>` : ""}`,
  );
}

/** Where the payer goes after paying; Stripe puts the session's id for its template. */
export function successUrl({ success_url: url, id }: Stripe.Checkout.Session): string {
  return (url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", id);
}

function shown(amount: number, currency: string): string {
  return formatMoney(fromStripeAmount(amount, currency), "en");
}
