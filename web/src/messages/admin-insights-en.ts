import { count, percent } from "../text/numbers.ts";
import { pluralIn } from "./plural.ts";

const plural = /* @__PURE__ */ pluralIn("en");
const conversations = (n: number): string => plural(n, { one: "1 conversation", other: `${count(n)} conversations` });

/** What the pages of figures, conversations and struggles say in English. */
export const insights = {
  change: (points: string, days: number) => `${points} points against the ${count(days)} days before`,
  chart: "By day",
  chartOf: (name: string) => `${name}, by day`,
  measures: {
    conversations: "Conversations",
    deflection_rate: "Deflection",
    handoff_rate: "Handed to a person",
    gave_up_rate: "Gave up",
    "csat.share_satisfied": "Satisfied",
    failure_rate: "Failed turns",
  },
  wentWrongYesterday: "What went wrong yesterday?",
  export: "Download as a table",
  show: "Show the conversations",

  list: {
    back: "Back to the overview",
    title: (measure: string) => `Conversations: ${measure}`,
    none: "None in this period.",
    counting: "Looking…",
    turns: (failed: number) => plural(failed, { one: "1 failed turn", other: `${count(failed)} failed turns` }),
    outcomes: {
      confirmed: "resolved for certain",
      assumed: "probably resolved",
      handed_off: "handed over",
      gave_up: "gave up",
      unknown: "open or unclear",
    },
    rated: (score: number) => `rated ${score} of 5`,
  },
  offers: {
    title: "Offers on pages",
    offer: "Offer",
    made: "Made to visitors",
    taken: "Taken",
    conversations: "Conversations",
    resolved: "Resolved by AI",
    heldBack: "held back, to compare with",
  },
  transcript: { title: "Conversation", back: "Back", loading: "Reading…", masked: "Personal data is masked." },

  versions: {
    title: "Versions",
    intro: "Which version of the conversation graph new conversations get. Conversations under way stay on theirs.",
    experiments: "Experiments",
    noExperiments: "No experiments yet: they are begun by the API.",
    share: (share: string) => `${share} of new conversations`,
    open: (n: number) => plural(n, { one: "1 open conversation", other: `${count(n)} open conversations` }),
    suite: (name: string, passed: number, total: number, day: string) => `${name}: ${count(passed)} of ${count(total)} passed on ${day}`,
    noResults: "No suite was run on it yet.",
    mayBegin: (share: string) => `When all pass it can begin with ${share}.`,
    give: (share: string) => `Give it ${share}`,
    stop: "Take its share away",
    end: "Stop",
    takeBack: "Take it back",
    promote: (name: string) => `Promote “${name}”`,
    statuses: { running: "running", stopped: "stopped", promoted: "promoted" },
    verdicts: {
      better: "better",
      worse: "worse",
      no_difference: "no difference",
      not_enough_data: "not enough data yet",
      invalid: "invalid",
    },
  },

  struggles: {
    title: "Struggles",
    intro:
      "What conversations struggle with, by what it is about. Accept a remedy, have it tried beside the service, and make it live once you have seen what it does.",
    periods: { yesterday: "Yesterday", 7: "Last 7 days", 30: "Last 30 days" },
    period: "Period",
    grouping: "Looking through what customers said…",
    none: "Nothing stands out",
    noneHint: "At least three conversations about the same thing have to go wrong.",
    unread: (n: number) => `${count(n)} turns are still to be read.`,
    goOn: "Go on",
    n: conversations,
    share: (now: number | null, before: number | null) =>
      `${now === null ? "–" : percent(now)} of all conversations; ${before === null ? "there were none in the period before" : `${percent(before)} in the period before`}`,
    rising: "rising",
    signs: {
      not_understood: "not understood",
      no_source: "no source",
      error: "error",
      clarification: "asked back",
      second_failure: "failed twice",
      said_again: "said again",
      already_told: "told us so",
      refused: "refused",
      handed_off: "handed over",
      low_csat: "rated badly",
      gave_up: "gave up",
    },
    solvedBy: (assistant: number, person: number, nobody: number) =>
      `Helped in the end by the assistant ${count(assistant)}, by a person ${count(person)}, by nobody ${count(nobody)}.`,
    remedies: {
      article: "Article",
      utterances: "Examples for the reader",
      policy: "Rule",
      text: "Wording",
      eval_case: "Eval case",
    },
    articleTitle: "Title",
    articleText: "Text",
    accept: "Accept the remedy",
    dismiss: "Dismiss",
    reason: "Why it is put aside",
    test: "Try it",
    testing: "Being tried, beside the service…",
    approve: "Make it live",
    rollBack: "Take it back",
    before: "now",
    after: "with it",
    answered: "answered",
    notAnswered: "not answered",
    suite: (name: string, before: number, after: number, cases: number) =>
      `Suite ${name}: ${count(before)} of ${count(cases)} pass now, ${count(after)} with it`,
    broken: (ids: string) => `would break ${ids}`,
    statuses: {
      accepted: "accepted, not tried yet",
      testing: "being tried",
      tested: "tried",
      live: "live",
      rolled_back: "taken back",
      dismissed: "put aside",
    },
    effect: (days: string, before: string, after: string) =>
      `In ${days} days since: ${after} of conversations go wrong this way, ${before} in the week before.`,
  },
};
