/** The texts in the best of the wanted languages that there are any in; else in English, which is complete. */
export function textsIn<Texts>(languages: { en: Texts } & Record<string, Texts>, wanted = wantedLanguages()): Texts {
  for (const tag of wanted) {
    const found = languages[tag] ?? languages[tag.split("-")[0] ?? ""];
    if (found) return found;
  }
  return languages.en;
}

/** The page's own language, for the chat is a guest on it; where the page leaves it to the browser, what its reader prefers, best first. */
export function wantedLanguages(
  page: { lang: string; dataset: DOMStringMap } | undefined = globalThis.document?.documentElement,
  reader: readonly string[] = globalThis.navigator?.languages ?? [],
): readonly string[] {
  return page?.lang && page.dataset.language !== "of-the-reader" ? [page.lang] : reader;
}

/** The locale of a conversation: the page's language, in the reader's own variant of it where they have one ("de-AT" on a German page). */
export function wantedLocale(wanted = wantedLanguages(), reader: readonly string[] = globalThis.navigator?.languages ?? []): string {
  const [language = "en-US"] = wanted;
  const variant = reader.find((tag) => tag.split("-")[0] === language);
  return variant ?? language;
}

/** Whether agents or administrators read this page. */
export function isOfStaff(page: { dataset: DOMStringMap } | undefined = globalThis.document?.documentElement): boolean {
  return page?.dataset.language === "of-the-reader";
}
