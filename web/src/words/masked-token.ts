// What a token of the privacy guard stands for. DIGITS is a piece of a number that came in several messages.
const HIDDEN: Record<string, string> = {
  CARD: "card number",
  SSN: "social security number",
  IBAN: "bank account",
  BANK_ACCOUNT: "bank account",
  EMAIL: "e-mail address",
  PHONE: "phone number",
  ADDRESS: "address",
  NAME: "name",
  DATE_OF_BIRTH: "date of birth",
  IP: "IP address",
  NATIONAL_ID: "ID number",
  PASSPORT: "passport number",
  DRIVING_LICENCE: "driving licence number",
  SECRET: "password or code",
  DIGITS: "part of a number",
};

const TOKEN = new RegExp(`\\[(${Object.keys(HIDDEN).join("|")})(?:_\\d{1,6})?\\]`, "g");

export const WHY_HIDDEN = "Hidden to protect you: the assistant neither sees nor needs it.";

export interface Piece {
  text: string;
  /** What is hidden here; null for plain text. */
  hidden: string | null;
}

/** Cuts a masked text at its tokens. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), hidden: null });
    found.push({ text: match[0], hidden: HIDDEN[match[1] ?? ""] ?? "personal data" });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), hidden: null });
  return found;
}
