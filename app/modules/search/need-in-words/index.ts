/** A need told in words: what a buyer types besides the thing itself, and the filters that it becomes. */
export { addressOfNeed } from "./address-of-need";
export { readNeed, type NamedCountry, type NeedInWords } from "./read-need";
