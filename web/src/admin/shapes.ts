/** The shapes of the knowledge base's part of the REST contract. Texts of customers are masked. */
import type { Message } from "../wire/shapes.ts";

/** What an editor writes. */
export interface Draft {
  title: string;
  body: string;
  url: string | null;
  regions: string[];
  locale: string | null;
  valid_from: string | null;
  valid_until: string | null;
  review_by: string | null;
  tags: string[];
}

export interface Article extends Draft {
  id: string;
  revision: number;
  updated_at: string;
}

export interface Revision {
  revision: number;
  created_at: string;
  draft: Draft;
}

export interface Use {
  article_id: string;
  answers: number;
  helpful: number;
  rated: number;
}

export interface Flag {
  id: string;
  message_id: string;
  conversation_id: string;
  reason: string;
  correction: string | null;
  articles: string[];
  revisions: Record<string, number>;
  cause: "document" | "conversation";
  status: "open" | "resolved" | "dismissed";
  flagged_by: string;
  created_at: string;
  resolution: { article_id?: string; revision?: number; dismissed?: string } | null;
  resolved_by: string | null;
}

export interface FlaggedArticle {
  article_id: string;
  revision: number | null;
  then: Draft | null;
  now: Article | null;
}

export interface FlagDetail {
  flag: Flag;
  question: Message | null;
  answer: Message;
  segments: { segment_id: string; article_id: string; question: string; answer: string }[];
  articles: FlaggedArticle[];
}

export interface PastAnswer {
  message_id: string;
  conversation_id: string;
  revision: number;
  text: string;
  created_at: string;
  customer_id: string | null;
  can_be_told: boolean;
}

export interface Finding {
  id: string;
  kind: "outdated" | "near_duplicate" | "contradicting" | "fragmented" | "too_long" | "never_retrieved" | "unanswered";
  articles: { id: string; title: string }[];
  detail: string;
  met: number;
}

export interface Gap {
  id: string;
  name: string;
  n: number;
  questions: string[];
  nearest: { article_id: string; title: string }[];
  conversations: string[];
  first_asked_at: string;
  last_asked_at: string;
  draft: { title: string; body: string; conversation_id: string } | null;
}

export interface Job {
  id: string;
  status: "queued" | "running" | "succeeded" | "failed";
  done: number;
  total: number;
  errors: { file: string; message: string }[];
  skipped: { file: string; why: string }[];
  written?: number;
  unchanged?: number;
  created_at: string;
}

export interface Hit {
  segment_id: string;
  article_id: string;
  title: string;
  question: string;
  answer: string;
  score: number;
  cosine: number;
  lexical: number;
}

export interface Found {
  items: Hit[];
  answerable: boolean;
  confidence: number;
  doubtful?: boolean;
}

const EMPTY: Draft = {
  title: "",
  body: "",
  url: null,
  regions: [],
  locale: null,
  valid_from: null,
  valid_until: null,
  review_by: null,
  tags: [],
};

/** What of an article, or of nothing yet, is sent when it is saved. */
export function draftOf(article: Partial<Draft> | null): Draft {
  const given = article ?? {};
  const names = Object.keys(EMPTY) as (keyof Draft)[];
  return Object.fromEntries(names.map((name) => [name, given[name] ?? EMPTY[name]])) as unknown as Draft;
}
