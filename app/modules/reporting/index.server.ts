/**
 * Reporting: owns no facts. It brings together what every room knows: a person's copy of her data, and her erasure from all
 * of them.
 */
export { closeAccount } from "./close-account.server";
export { makePersonalDataFile } from "./personal-data.server";
