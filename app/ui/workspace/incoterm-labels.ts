import type { IncotermAnswers, IncotermWarning, ParcelIncoterm } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";

type Question<Key extends keyof IncotermAnswers> = {
  question: () => string;
  answers: Readonly<Record<IncotermAnswers[Key], () => string>>;
};

/** The three questions in plain words. */
export const QUESTIONS: { readonly [Key in keyof IncotermAnswers]: Question<Key> } = {
  handover: {
    question: m["catalog.incoterm.handover"],
    answers: {
      to_carrier: m["catalog.incoterm.handoverToCarrier"],
      collected: m["catalog.incoterm.handoverCollected"],
      uncleared: m["catalog.incoterm.handoverUncleared"],
    },
  },
  carriage: {
    question: m["catalog.incoterm.carriage"],
    answers: {
      buyer: m["catalog.incoterm.carriageBuyer"],
      seller: m["catalog.incoterm.carriageSeller"],
      risk_passes: m["catalog.incoterm.carriageRiskPasses"],
      insured: m["catalog.incoterm.carriageInsured"],
    },
  },
  duty: {
    question: m["catalog.incoterm.duty"],
    answers: { buyer: m["catalog.incoterm.dutyBuyer"], seller: m["catalog.incoterm.dutySeller"] },
  },
};

/** What a term means for the seller. */
export const PLAIN_TERMS: Readonly<Record<ParcelIncoterm, () => string>> = {
  EXW: m["catalog.incoterm.plainExw"],
  FCA: m["catalog.incoterm.plainFca"],
  CPT: m["catalog.incoterm.plainCpt"],
  CIP: m["catalog.incoterm.plainCip"],
  DAP: m["catalog.incoterm.plainDap"],
  DPU: m["catalog.incoterm.plainDpu"],
  DDP: m["catalog.incoterm.plainDdp"],
};

export const WARNINGS: Readonly<Record<IncotermWarning, () => string>> = {
  clearance: m["catalog.incoterm.warnClearance"],
  "own-carrier": m["catalog.incoterm.warnOwnCarrier"],
  "risk-passes": m["catalog.incoterm.warnRisk"],
  "duty-and-way": m["catalog.incoterm.warnDutyAndWay"],
  "tax-number": m["catalog.incoterm.warnTaxNumber"],
};
