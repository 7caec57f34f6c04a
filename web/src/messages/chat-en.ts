import { pluralIn } from "./plural.ts";

const plural = /* @__PURE__ */ pluralIn("en");

/** What every page may have to say, in English. */
export const common = {
  loading: "Loading…",
  tryAgain: "Try again",
  offline: "You are offline, or the service cannot be reached.",
  unreachable: "The service cannot be reached. Check your connection.",
  somethingWentWrong: "Something went wrong.",
  error: (status: number) => `Error ${status}`,

  /** How long something took or waits. */
  duration: {
    milliseconds: (n: string) => `${n} ms`,
    seconds: (n: string) => `${n} s`,
    minutes: (n: string) => `${n} min`,
    hours: (n: string) => `${n} h`,
    hoursAndMinutes: (hours: number, minutes: string) => `${hours} h ${minutes}`,
    days: (n: number) => plural(n, { one: `${n} day`, other: `${n} days` }),
  },

  /** What a token of the privacy guard stands for. */
  hidden: (what: string) => `${what} hidden`,
  whyHidden: "Hidden to protect you: the assistant neither sees nor needs it.",
  personalData: "personal data",
  personalDataOf: {
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
  },
};

/** What the chat itself says in English. What the service says comes in the conversation's language already. */
export const chat = {
  chat: "Chat",
  open: "Open the chat",
  openWithNews: (count: number) => `Open the chat: ${count} new`,
  close: "Close the chat",
  offer: "Offer of help",
  dismissOffer: "No, thank you",
  end: "End the conversation",
  conversation: "Conversation",
  newMessages: "New messages",
  opening: "Opening the chat…",
  connectionLost: "Connection lost. Trying again…",
  tryAgain: "Try again",
  sending: "Sending…",
  notSent: (why: string) => `Not sent: ${why}`,
  writes: "The assistant is writing",

  person: "person",
  assistant: "Assistant",
  aiAssistant: "AI assistant",
  answers: {
    open: "answers at once, day and night",
    waiting_for_human: "is bringing in a person",
    waiting_for_approval: "waits for a colleague",
    with_human: "a person is with you",
    closed: "This conversation has ended",
  },
  personIsHere: "is with you now",
  since: (time: string) => ` since ${time}`,
  inQueue: (since: string) => `You are in the queue for a person${since}. You can keep writing: they will read it.`,
  beingApproved: (since: string) => `A colleague is checking your request${since}. The answer comes here.`,
  consentGiven: "Thank you. The assistant may read your messages now.",
  consentRefused: "The assistant will not read your messages. Buttons still work, and a person can help you.",

  yourMessage: "Your message",
  write: "Write a message…",
  writeToTeam: "Write to the team…",
  send: "Send",
  choices: "Answers to choose from",
  stop: "Stop",
  talkToPerson: "Talk to a person",
  actionDone: (action: string) => `${action}: done`,
  reference: "Reference",
  sources: "Sources",
  source: (number: number, title: string) => `Source ${number}: ${title}`,
  readArticle: "Read the article",

  quote: {
    open: "Please check and confirm",
    busy: "One moment…",
    done: "Confirmed",
    approval: "Waiting for a colleague's approval",
    past: "No longer open",
  },
  youPay: "You pay",
  youGetBack: "You get back",
  order: (number: string) => `Order ${number}`,
  orderSteps: { pending: "Placed", processed: "Packed", shipped: "On its way", delivered: "Delivered" },
  expected: (day: string) => ` · expected ${day}`,

  wasHelpful: "Was this helpful?",
  thanksForTelling: "Thanks for telling us.",
  helpful: "Yes, helpful",
  notHelpful: "No, not helpful",
  howDidWeDo: "How did we do?",
  inYourWords: "In your words (optional)",
  faces: ["Very bad", "Bad", "Neither good nor bad", "Good", "Very good"],
  sendRating: "Send rating",
  thanksForRating: "Thank you for your rating.",
  startAnew: "Start a new conversation",
};
