/**
 * Every kind of job with the shape of its payload. A room that must cause something in a later one enqueues a job by
 * name; `app/worker.server.ts` connects names to functions.
 */
export type JobPayloads = {
  "index-listing": { listingId: string };
  "index-seller": { sellerId: string };
  "push-search-documents": Record<string, never>;
  "refresh-search-documents": Record<string, never>;
  "rebuild-search": Record<string, never>;
  "make-renditions": { mediaId: string };
  "sweep-media": Record<string, never>;
  "sweep-uploads": Record<string, never>;
  "recompute-readiness": { sellerId: string };
  "recompute-stale-readiness": Record<string, never>;
  "preview-criteria": { previewId: string };
  "draw-remaining-pictures": { listingId: string };
  "set-document": { documentId: string };
  "load-daily-rates": Record<string, never>;
  "send-message": { messageId: string };
  "tell-of-inquiries": { inquiryId: string; userId: string | null };
  "translate-message": { messageId: string };
  "forget-unconfirmed-inquiries": Record<string, never>;
  "destroy-given-up-papers": Record<string, never>;
  "forget-old-tries": Record<string, never>;
  "forget-visitors": Record<string, never>;
  "remind-of-evidence": Record<string, never>;
  "destroy-left-evidence": Record<string, never>;
  "set-catalogue": { editionId: string };
  "sweep-catalogues": Record<string, never>;
  "reconcile-stripe": Record<string, never>;
  "look-at-checkout": { checkoutId: string };
  "look-at-checkouts": Record<string, never>;
  "send-refund": { refundId: string };
  "look-at-refund": { stripeRefundId: string };
  "look-at-refunds": Record<string, never>;
  "send-evidence": { disputeId: string };
  "work-stripe-event": { eventId: string };
  "release-due-money": Record<string, never>;
  "tidy-orders": Record<string, never>;
  "forget-old-guests": Record<string, never>;
  "forget-old-evidence": Record<string, never>;
  "release-deposit": { orderId: string };
  "record-counter-payment": { orderId: string; userId: string };
  "settle-cancelled-order": { orderId: string };
  /** Of the shops after one, by id; the key of the form by which the terms were set tells one change from another. */
  "tell-level-of-terms": { level: string; revision: number; formKey: string; after: string | null };
};

export type JobKind = keyof JobPayloads;
