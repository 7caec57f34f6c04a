import type { Api } from "../api/api.ts";
import type { Finding, Flag, UseShown as Use } from "../api/contract.d.ts";
import { everyPage } from "../api/every-page.ts";
import type { Listing } from "../api/types.ts";

/** What is known of an article's use and troubles. */
export interface ArticleHealth {
  answers: number;
  helpful: number;
  rated: number;
  openFlags: number;
  problems: Finding["kind"][];
}

const UNUSED: ArticleHealth = { answers: 0, helpful: 0, rated: 0, openFlags: 0, problems: [] };

/** The health of all articles, by id; those of which nothing is known are not in it. */
export async function healthOf(api: Api): Promise<Map<string, ArticleHealth>> {
  const [use, flags, findings] = await Promise.all([
    api.get<Listing<Use>>("/v1/kb/use"),
    everyPage<Flag>(api, "/v1/kb/flags?status=open"),
    everyPage<Finding>(api, "/v1/kb/audit"),
  ]);
  const found = new Map<string, ArticleHealth>();
  const at = (id: string): ArticleHealth => {
    const one = found.get(id) ?? { ...UNUSED, problems: [] };
    found.set(id, one);
    return one;
  };
  for (const { article_id, ...counts } of use.items) Object.assign(at(article_id), counts);
  for (const flag of flags) for (const id of flag.articles) at(id).openFlags += 1;
  for (const finding of findings) {
    // What is unanswered is no fault of the articles nearby.
    if (finding.kind === "unanswered") continue;
    for (const { id } of finding.articles) if (!at(id).problems.includes(finding.kind)) at(id).problems.push(finding.kind);
  }
  return found;
}

export const healthAt = (health: Map<string, ArticleHealth>, id: string): ArticleHealth => health.get(id) ?? UNUSED;
