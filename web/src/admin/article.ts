/** An article of the knowledge base, as the contract has it. */
export interface Article {
  id: string;
  title: string;
  body: string;
  url: string | null;
  regions: string[];
  locale: string | null;
  valid_from: string | null;
  valid_until: string | null;
  review_by: string | null;
  tags: string[];
  revision: number;
  updated_at: string;
}
