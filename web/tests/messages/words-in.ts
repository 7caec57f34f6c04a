import { parseSync } from "vite";

type Node = { type: string; [field: string]: unknown };

/** Strings that look like words and are none: names of headers, of keys on the keyboard, and of methods. */
const NAMES = new Set(["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "Accept", "Bearer", "Enter", "Escape"]);

const SHOWN_ATTRIBUTE = /^(?:aria-(?:label|description|valuetext|roledescription)|title|placeholder|alt|label|heading)$/;
const NEVER_SHOWN = new Set(["class", "style", "d", "points", "viewBox", "preserveAspectRatio", "id", "part"]);
const VALUE = "\u0000"; // where a template has a value

/** The words for people in a source: text and labels of its templates, and its strings that read like words. */
export function wordsIn(source: string): string[] {
  const { program, errors } = parseSync("source.ts", source);
  if (errors.length) throw new Error(errors[0]?.message);
  const found: string[] = [];
  walk(program as unknown as Node, found, false);
  return found;
}

const NOT_READ = new Set(["ImportDeclaration", "ExportAllDeclaration", "TSLiteralType", "Decorator"]);

/** `isAttribute` where a string is a value of an attribute, such as a class, and no words unless it reads like a sentence's beginning. */
function walk(node: Node, found: string[], isAttribute: boolean): void {
  if (NOT_READ.has(node.type)) return;
  if (node.type === "TaggedTemplateExpression") tagged(node, found);
  else {
    if (node.type === "TemplateLiteral") found.push(...likeWords(textOf(node), isAttribute));
    if (node.type === "Literal" && typeof node.value === "string") found.push(...likeWords(node.value, isAttribute));
    for (const child of childrenOf(node)) walk(child, found, isAttribute);
  }
}

function tagged(node: Node, found: string[]): void {
  const tag = (node.tag as Node).name;
  if (tag === "css") return;
  const template = node.quasi as Node;
  const text = textOf(template);
  found.push(...shown(text));
  // Which of the values are an attribute's: those that stand between `=` and the tag's end.
  const values = template.expressions as Node[];
  let before = "";
  for (const [i, part] of text.split(VALUE).entries()) {
    before += part;
    const isInTag = before.lastIndexOf("<") > before.lastIndexOf(">");
    const value = values[i];
    const attribute = /([@.?]?[\w-]+)=(?:"[^"]*)?$/.exec(before)?.[1] ?? "";
    if (value) walk(value, found, isInTag && !SHOWN_ATTRIBUTE.test(attribute) && !attribute.startsWith("."));
    before += VALUE;
  }
}

/** What of a template's HTML is shown: the text between its tags, and the attributes that are read out or drawn. */
function shown(template: string): string[] {
  const found: string[] = [];
  const html = template.replace(/<!--.*?-->/gs, "").replace(/<code[^>]*>.*?<\/code>/gs, "");
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gs)) {
    for (const [, name = "", value = ""] of tag.matchAll(/([@.?]?[\w-]+)="([^"]*)"/g)) {
      if (NEVER_SHOWN.has(name)) continue;
      if (SHOWN_ATTRIBUTE.test(name) ? /\p{L}{2}/u.test(value) : /^\p{Lu}\p{Ll}+/u.test(value)) found.push(value);
    }
  }
  for (const text of html.split(/<[^>]*>/)) {
    for (const part of text.split(VALUE)) if (/\p{L}{2}/u.test(part)) found.push(part.trim().replace(/\s+/g, " "));
  }
  return found;
}

function likeWords(text: string, isAttribute: boolean): string[] {
  return text
    .split(VALUE)
    .map((part) => part.trim())
    .filter((part) => !NAMES.has(part) && (/^\p{Lu}\p{Ll}+/u.test(part) || (!isAttribute && /\p{L}{2,}[,.]? \p{L}{2,}/u.test(part))));
}

const textOf = (template: Node): string =>
  (template.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join(VALUE);

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === "object" && value !== null && "type" in value);
}
