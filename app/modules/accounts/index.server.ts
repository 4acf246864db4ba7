/**
 * Accounts: owns people, how they enter, their addresses, where they want to be told, and the letters about it. Identity itself (passwords, codes,
 * sessions, second factors) is better-auth's, behind the deeds below; whether an account exists is never told to a stranger.
 */
export { findAddress, listAddresses, removeAddress, saveAddress } from "./addresses.server";
export { isChangeOfEmail } from "./link-token.server";
export {
  changePassword,
  confirmPassword,
  askToChangeEmail,
  endSessions,
  findLogin,
  listSessions,
} from "./login.server";
export {
  askForNewPassword,
  confirmMailbox,
  resetPassword,
  sendVerificationAgain,
  type Confirmed,
} from "./mailbox-links.server";
export { enterAs, listDemoPeople } from "./demo-people.server";
export {
  findNoticePreferences,
  listNoticePreferences,
  saveNoticePreferences,
  timeOfMinute,
} from "./notice-preferences.server";
export { namedAddresses, namedPeople } from "./named-subjects.server";
export { findOwnerName, findPerson, LARGEST_TEAM, ownsShop } from "./people.server";
export { accountClosedLetter, letterTo } from "./letters.server";
export { erasePersonalData, findConfirmedMailbox, listPersonalData, type CloseRefusal } from "./personal-data.server";
export { changePhone, enterByPhone, sendPhoneCode } from "./phone.server";
export { findProfile, saveProfile } from "./profile.server";
export {
  addressRefusalText,
  invitationRefusalText,
  codeRefusalText,
  linkRefusalText,
  passwordRefusalText,
  signInRefusalText,
  teamRefusalText,
  wrongPasswordText,
} from "./refusals.server";
export {
  addressInput,
  changePasswordInput,
  closeInput,
  emailField,
  emailInput,
  inviteInput,
  NEEDS_POSTAL_CODE,
  noticesInput,
  passwordInput,
  phoneCodeInput,
  phone,
  phoneField,
  phoneInput,
  profileInput,
  recoveryInput,
  resetInput,
  sessionInput,
  signInInput,
  signUpInput,
  tokenInput,
  totpInput,
} from "./schema.server";
export {
  beginSecondFactor,
  findPendingSecondFactor,
  finishSecondFactor,
  proveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./second-factor.server";
export { confirmSecondFactor, signIn, signOut } from "./sign-in.server";
export { signUp } from "./sign-up.server";
export {
  findInvitation,
  findOpenInvitation,
  inviteToTeam,
  joinByInvitation,
  listInvitations,
  mayInvite,
  revokeInvitation,
} from "./invitations.server";
export {
  belongsToTeam,
  changeRole,
  leaveTeam,
  listMembers,
  lockTeam,
  makeTeam,
  passOwnership,
  removeMember,
} from "./teams.server";
export { tellPeople, tellTeam, tellTeams, type TeamNews } from "./tell-people.server";
export { postalCodeMistake } from "./postal-codes";
