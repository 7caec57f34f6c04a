import type { common as commonEnglish, chat as english } from "./chat-en.ts";
import { pluralIn } from "./plural.ts";

const plural = /* @__PURE__ */ pluralIn("de");

/** What every page may have to say, in German. */
export const common: typeof commonEnglish = {
  loading: "Wird geladen …",
  tryAgain: "Erneut versuchen",
  offline: "Sie sind offline, oder der Dienst ist nicht erreichbar.",
  unreachable: "Der Dienst ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.",
  somethingWentWrong: "Etwas ist schiefgegangen.",
  error: (status) => `Fehler ${status}`,

  duration: {
    milliseconds: (n) => `${n} ms`,
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} Std.`,
    hoursAndMinutes: (hours, minutes) => `${hours} Std. ${minutes}`,
    days: (n) => plural(n, { one: `${n} Tag`, other: `${n} Tage` }),
  },

  hidden: (what) => `${what} verborgen`,
  whyHidden: "Zu Ihrem Schutz verborgen: Der Assistent sieht und braucht es nicht.",
  personalData: "persönliche Angabe",
  personalDataOf: {
    CARD: "Kartennummer",
    SSN: "Sozialversicherungsnummer",
    IBAN: "Bankverbindung",
    BANK_ACCOUNT: "Bankverbindung",
    EMAIL: "E-Mail-Adresse",
    PHONE: "Telefonnummer",
    ADDRESS: "Adresse",
    NAME: "Name",
    DATE_OF_BIRTH: "Geburtsdatum",
    IP: "IP-Adresse",
    NATIONAL_ID: "Ausweisnummer",
    PASSPORT: "Reisepassnummer",
    DRIVING_LICENCE: "Führerscheinnummer",
    SECRET: "Passwort oder Code",
    DIGITS: "Teil einer Nummer",
  },
};

/** What the chat itself says in German. */
export const chat: typeof english = {
  chat: "Chat",
  open: "Chat öffnen",
  openWithNews: (count) => `Chat öffnen: ${count} neu`,
  close: "Chat schließen",
  offer: "Hilfsangebot",
  dismissOffer: "Nein, danke",
  end: "Gespräch beenden",
  conversation: "Gespräch",
  newMessages: "Neue Nachrichten",
  opening: "Der Chat wird geöffnet …",
  connectionLost: "Die Verbindung ist unterbrochen. Neuer Versuch …",
  tryAgain: "Erneut versuchen",
  sending: "Wird gesendet …",
  notSent: (why) => `Nicht gesendet: ${why}`,
  writes: "Der Assistent schreibt",

  person: "Person",
  assistant: "Assistent",
  aiAssistant: "KI-Assistent",
  answers: {
    open: "antwortet sofort, Tag und Nacht",
    waiting_for_human: "holt eine Person dazu",
    waiting_for_approval: "wartet auf die Freigabe durch unser Team",
    with_human: "eine Person ist für Sie da",
    closed: "Dieses Gespräch ist beendet",
  },
  personIsHere: "ist jetzt für Sie da",
  since: (time) => ` seit ${time}`,
  inQueue: (since) => `Sie warten${since} auf eine Person. Schreiben Sie ruhig weiter: Sie wird es lesen.`,
  beingApproved: (since) => `Unser Team prüft Ihr Anliegen${since}. Die Antwort kommt hier.`,
  consentGiven: "Vielen Dank. Der Assistent darf Ihre Nachrichten jetzt lesen.",
  consentRefused:
    "Der Assistent liest Ihre Nachrichten nicht. Die Schaltflächen funktionieren weiterhin, und eine Person kann Ihnen helfen.",

  yourMessage: "Ihre Nachricht",
  write: "Nachricht schreiben …",
  writeToTeam: "An unser Team schreiben …",
  send: "Senden",
  choices: "Antworten zur Auswahl",
  stop: "Anhalten",
  talkToPerson: "Mit einer Person sprechen",
  actionDone: (action) => `${action}: erledigt`,
  reference: "Vorgangsnummer",
  sources: "Quellen",
  source: (number, title) => `Quelle ${number}: ${title}`,
  readArticle: "Artikel lesen",

  quote: {
    open: "Bitte prüfen und bestätigen",
    busy: "Einen Moment …",
    done: "Bestätigt",
    approval: "Wartet auf die Freigabe durch unser Team",
    past: "Nicht mehr offen",
  },
  youPay: "Sie zahlen",
  youGetBack: "Sie bekommen zurück",
  order: (number) => `Bestellung ${number}`,
  orderSteps: { pending: "Bestellt", processed: "Verpackt", shipped: "Unterwegs", delivered: "Zugestellt" },
  expected: (day) => ` · voraussichtlich ${day}`,

  wasHelpful: "War das hilfreich?",
  thanksForTelling: "Danke für Ihre Rückmeldung.",
  helpful: "Ja, hilfreich",
  notHelpful: "Nein, nicht hilfreich",
  howDidWeDo: "Wie zufrieden sind Sie?",
  inYourWords: "In Ihren Worten (freiwillig)",
  faces: ["Sehr schlecht", "Schlecht", "Weder gut noch schlecht", "Gut", "Sehr gut"],
  sendRating: "Bewertung senden",
  thanksForRating: "Vielen Dank für Ihre Bewertung.",
  startAnew: "Neues Gespräch beginnen",
};
