import { admin } from "./admin-en.ts";
import { agent, staff } from "./agent-en.ts";
import { chat as chatDe, common as commonDe } from "./chat-de.ts";
import { chat, common } from "./chat-en.ts";
import { isOfStaff, textsIn } from "./language.ts";

// The languages of the pages: a file each for customers, agents and administrators, named here. Each page takes what it says; the rest
// is left out of its script, which is what PURE allows.

/** What every page may have to say. On staff's pages in no other language than the rest of them. */
export const commonTexts = /* @__PURE__ */ textsIn<typeof common>(isOfStaff() ? { en: common } : { en: common, de: commonDe });
/** What the chat itself says. */
export const chatTexts = /* @__PURE__ */ textsIn<typeof chat>({ en: chat, de: chatDe });
/** What the console and the administration both say. */
export const staffTexts = /* @__PURE__ */ textsIn<typeof staff>({ en: staff });
export const agentTexts = /* @__PURE__ */ textsIn<typeof agent>({ en: agent });
export const adminTexts = /* @__PURE__ */ textsIn<typeof admin>({ en: admin });
