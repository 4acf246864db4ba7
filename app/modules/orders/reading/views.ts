import type { OrderStatus } from "../transitions";
import type { Delivery, OrderKind, PaymentMethod } from "../types";
import type { OrderDocumentView } from "../documents/kinds";
import type { OwnRatingView } from "../ratings/views";
import type { BuyersDeed, SellersDeed, StaffsDeed } from "./deeds";
import type { Stage, StageState } from "./stages";

/** A text that may be in another language than the page. */
export type SaidIn = { text: string; lang: string };

export type StageView = { stage: Stage; state: StageState; label: string; on: string | undefined };

export type OrderLineView = {
  lineId: string;
  title: SaidIn;
  variant: string | undefined;
  sku: string | undefined;
  sha256: string | undefined;
  /** Undefined when the listing is not public any more. */
  slug: string | undefined;
  quantity: number;
  unit: string;
  price: string;
  total: string;
  sent: number;
  left: number;
  needsCertificate: boolean;
  certificateNumber: string | undefined;
};

export type DueView = {
  dueId: string;
  label: string;
  amount: string;
  /** What is still to be paid; undefined when nothing is. */
  left: string | undefined;
  received: string;
  isPaid: boolean;
  /** The one of several that the order waits for now. */
  isNow: boolean;
  /** In words: until when or before what, or when it was paid. */
  when: string | undefined;
};

export type ParcelView = {
  position: number;
  carrier: string;
  trackingCode: string | undefined;
  trackingUrl: string | undefined;
  weight: string | undefined;
  on: string;
  contents: { title: string; quantity: number }[];
};

export type HandoverView = {
  round: number;
  words: string | undefined;
  link: string | undefined;
  on: string;
  milestone: string | undefined;
  files: { fileId: string; name: string; byteCount: number }[];
};

export type MilestoneView = {
  milestoneId: string;
  title: string;
  state: string;
  /**
   * Whether its buyer may accept it now, or why not, and what she is asked first where the whole order completes by it;
   * undefined when there is nothing to accept.
   */
  offer: { why: string | undefined; ask: string | undefined } | undefined;
};

export type ProblemView = {
  problemId: string;
  title: string;
  isOpen: boolean;
  isForStaff: boolean;
  words: string | undefined;
  wanted: string | undefined;
  on: string;
  answer: { words: string; on: string } | undefined;
  end: { text: string; words: string | undefined; on: string } | undefined;
};

/** Something that happened, for both sides. */
export type OrderEventView = { position: number; when: string; who: string; text: string; words: string | undefined };

/** By when the seller has to let an order go, in words. */
export type SendByView = { text: string; isLate: boolean };

export type OfferedView<Deed> = { deed: Deed; why: string | undefined };

export type OrderView = {
  orderId: string;
  reference: string;
  kind: OrderKind;
  status: OrderStatus;
  statusText: string;
  delivery: Delivery;
  deliveryText: string;
  paymentMethod: PaymentMethod;
  placedOn: string;
  stages: StageView[];
  /** By when it is there; undefined of what nobody brings, or has come. */
  arrives: string | undefined;
  /** To the seller and to staff. */
  sendBy: SendByView | undefined;
  /** What is waited for and until when, in one sentence each. */
  clocks: string[];
  lines: OrderLineView[];
  goods: string;
  shipping: string;
  total: string;
  received: string | undefined;
  refunded: string | undefined;
  dues: DueView[];
  parcels: ParcelView[];
  piecesLeft: number;
  handovers: HandoverView[];
  milestones: MilestoneView[];
  /** Rounds of changes that are left; undefined where there are none to speak of. */
  rounds: { left: number; included: number } | undefined;
  problems: ProblemView[];
  history: OrderEventView[];
  seller: { name: string; slug: string | undefined };
  /** Where it is picked up. */
  pickUp: { address: string; phone: string | undefined } | undefined;
  buyer: {
    name: string | undefined;
    company: string | undefined;
    taxNumber: string | undefined;
    email: string | undefined;
    phone: string | undefined;
    country: string;
    /** As it stands on a parcel, line by line. */
    address: string[];
  };
  incoterm: string | undefined;
  /** Who takes the money, to the reader. */
  merchant: string;
  note: string | undefined;
  /** Why it ended early. */
  cancelled: { reason: string | undefined; words: string | undefined } | undefined;
  /** Of one that ended: what is on its way back to the buyer, how and by when, to the reader. */
  goingBack: string | undefined;
  /** Consumers of the Union may withdraw: until when, or that the days begin with the receipt. */
  withdrawal: string | undefined;
  currency: string;
  hasDispute: boolean;
  rating: OwnRatingView | undefined;
  /** Issued, and not replaced by another. */
  documents: OrderDocumentView[];
};

/** What she is asked before a deed that is not taken back: what follows from it. Undefined of what is done at once. */
type BuyersOfferedView = OfferedView<BuyersDeed> & { ask: string | undefined };
export type BuyersOrderView = OrderView & { deeds: BuyersOfferedView[] };
/** What the page of a deed says before it is done. */
export type BuyersDeedView = {
  orderId: string;
  reference: string;
  kind: OrderKind;
  currency: string;
  /** What was paid and has neither gone back nor been decided to; undefined when that is nothing. */
  paidLeft: string | undefined;
  /** Why it may not be done; undefined when it may. */
  why: string | undefined;
  /** What may be done in its place. */
  instead: BuyersDeed[];
};
export type SellersOrderView = OrderView & {
  deeds: OfferedView<SellersDeed>[];
  /** By whom parcels that have left are carried can be corrected still. */
  canCorrectParcels: boolean;
};
export type StaffsOrderView = OrderView & { deeds: OfferedView<StaffsDeed>[] };

/** An order of a list. */
export type OrderRowView = {
  orderId: string;
  reference: string;
  status: OrderStatus;
  statusText: string;
  /** The other side. */
  who: string;
  about: string;
  sha256: string | undefined;
  country: string;
  total: string;
  placedOn: string;
  /** What waits for the reader, or what is going on. */
  waits: string | undefined;
  /** To the seller and to staff. */
  sendBy: SendByView | undefined;
  isWaiting: boolean;
  hasProblem: boolean;
};
