/** An article as its editor writes it, and a job with what an import says of itself. */
import type { ArticleDraft, JobShown } from "../api/contract.d.ts";

/** What an editor writes. */
export type Draft = Omit<ArticleDraft, "source_id">;

/** Imports say how many articles they wrote and found unchanged. */
export type Job = JobShown & { written?: number; unchanged?: number };

const EMPTY: Draft = {
  title: "",
  body: "",
  url: null,
  audience: "public",
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
