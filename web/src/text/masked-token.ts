import { commonTexts } from "../messages/texts.ts";

// What a token of the privacy guard stands for, by its kind. DIGITS is a piece of a number that came in several messages.
const HIDDEN: Record<string, string> = commonTexts.personalDataOf;

const TOKEN = new RegExp(`\\[(${Object.keys(HIDDEN).join("|")})(?:_\\d{1,6})?\\]`, "g");

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
    found.push({ text: match[0], hidden: HIDDEN[match[1] ?? ""] ?? commonTexts.personalData });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), hidden: null });
  return found;
}
