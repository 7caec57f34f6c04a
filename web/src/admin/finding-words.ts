import type { Finding } from "./shapes.ts";

interface Words {
  name: string;
  /** What an editor does about it. */
  remedy: string;
}

export const FINDING_WORDS: Record<Finding["kind"], Words> = {
  outdated: { name: "Out of date", remedy: "Check the facts, and set a new review date." },
  contradicting: { name: "Contradicting", remedy: "Correct the one that is wrong: customers get either." },
  near_duplicate: { name: "Near-duplicate", remedy: "Keep one, or say in each what is different." },
  fragmented: { name: "Fragmented", remedy: "Put the pieces into one article." },
  too_long: { name: "Too long", remedy: "Part it by the questions that it answers." },
  never_retrieved: { name: "Never met", remedy: "Name it as customers ask, or delete it." },
  unanswered: { name: "Unanswered", remedy: "Write an article that answers it." },
};
