import { count } from "../text/numbers.ts";

/** What the page of the configuration's history says in English. */
export const history = {
  title: "History",
  intro:
    "What was changed, and by whom. Rules, wordings and page offers are files: they change with a restart, and are put back by hand. The rest goes back with a click.",
  kind: "What was changed",
  all: "All",
  none: "No changes of this kind yet.",
  kinds: {
    policy: "Rules",
    texts: "Wordings",
    triggers: "Page offers",
    article: "Article",
    rollout: "Shares of versions",
    experiment: "Experiment",
  },
  by: (author: string, at: string) => `${author}, ${at}`,
  takenBack: "takes a change back",
  tested: (what: string, passed: number | null, total: number | null, words: string | null) =>
    [what, passed !== null && total !== null ? `${count(passed)} of ${count(total)} passed` : "", words ?? ""].filter(Boolean).join(": "),
  revert: "Put back what was before",
  byHand: "Take the file as it was before, and start the service with it.",
  download: "Download it as it was before",

  ranUnder: "What it ran under",
  turn: "What an answer ran under",
  back: "Back",
  at: "When",
  release: "Release",
  version: "Graph version",
  articles: "Articles",
  unknown: "not recorded",
  noShares: "no shares were set",
  noVariant: "none",
  noArticles: "none",
};
