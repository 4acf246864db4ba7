import { compileMessages } from "../../scripts/messages";

export default compileMessages;
