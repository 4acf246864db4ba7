import { createHash } from "node:crypto";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { parsePosted, readForm, type FormAnswer } from "~/platform/http/form.server";
import { lookAtPaper } from "~/platform/private-files/look-at-paper.server";
import type { StaffActor } from "~/platform/session/actors.server";
import type { StripePort } from "~/platform/stripe/port";
import { EVIDENCE_FILES, whyNotAnswerDispute, type EvidenceFile, type EvidenceFiles } from "./evidence";
import { evidenceInput } from "./evidence-schema.server";
import { selectDisputes } from "./read-dispute.server";
import { evidenceRefusalText } from "./refusals.server";
import { writeEvidence } from "./write-evidence.server";

/** Source: docs.stripe.com/file-upload. */
const LARGEST_FILE_BYTES = 5 * 1024 * 1024;
const LARGEST_FORM_BYTES = 4 * LARGEST_FILE_BYTES + 1_000_000;

type Posted = { answer: FormAnswer | undefined; isFinal: boolean };
type Calls = { stripe: StripePort | undefined; now?: Date };

/** Posted evidence: saved or on its way to the bank, or the form again; undefined when there is no such dispute. */
export async function postEvidence(
  db: Db,
  staff: StaffActor,
  request: Request,
  disputeId: string,
  { stripe, now = clock() }: Calls,
): Promise<Posted | undefined> {
  const dispute = await selectDisputes(db).where("disputes.id", "=", disputeId).executeTakeFirst();
  if (!dispute) return undefined;
  const posted = await readForm(request, LARGEST_FORM_BYTES);
  const form = parsePosted(posted, evidenceInput);
  if (!form.ok) return { answer: form.answer(), isFinal: false };
  const { intent, isSure: _, ...texts } = form.value;
  const isFinal = intent === "send";
  const refusal = whyNotAnswerDispute(dispute, now);
  if (refusal) return { answer: form.answer(evidenceRefusalText[refusal]()), isFinal };
  const { files, problems } = await upload(stripe, posted, disputeId);
  if (Object.keys(problems).length > 0) return { answer: form.answer(undefined, problems), isFinal };
  const written = await writeEvidence(db, staff, form.key, { disputeId, texts, files, isFinal }, now);
  return { answer: written.ok ? undefined : form.answer(evidenceRefusalText[written.refusal]()), isFinal };
}

/** Takes files to Stripe before anything is written down of them; the same file again is the same one there. */
async function upload(
  stripe: StripePort | undefined,
  posted: FormData,
  disputeId: string,
): Promise<{ files: EvidenceFiles; problems: Partial<Record<EvidenceFile, string>> }> {
  const files: EvidenceFiles = {};
  const problems: Partial<Record<EvidenceFile, string>> = {};
  for (const kind of EVIDENCE_FILES) {
    const file = posted.get(kind);
    if (!(file instanceof File) || file.size === 0) continue;
    const bytes = Buffer.from(await file.arrayBuffer());
    const looked = bytes.length > LARGEST_FILE_BYTES ? undefined : await lookAtPaper(bytes);
    if (!looked?.ok) problems[kind] = m["disputes.mend.file"]();
    else if (!stripe) problems[kind] = m["disputes.refusal.noCards"]();
    else {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const sent = { name: file.name, type: looked.value.contentType, bytes };
      files[kind] = { fileId: await stripe.uploadEvidence(sent, `evidence:${disputeId}:${digest}`), name: file.name };
    }
  }
  return { files, problems };
}
