export {
  MOST_ADDRESSES,
  PASSWORD_LENGTH,
  REFERRERS,
  type Address,
  type CodeRefusal,
  type LinkRefusal,
  type Login,
  type OpenSession,
  type PasswordRefusal,
  type Profile,
  type Referrer,
  type SignInRefusal,
} from "./types";
