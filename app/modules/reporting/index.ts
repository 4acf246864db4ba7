export {
  NUMBER_SORTS,
  type DayNumbers,
  type ListingNumbers,
  type NumberSort,
  type SellerMonth,
  type SellerTask,
} from "./types";
