import type { EvalResult, VersionShown } from "../api/contract.d.ts";

/** The share of new conversations that a version begins with. */
export const FIRST_SHARE = 0.1;

/** What a version is to get next: a tenth, half, all; nothing before its suites pass, or when it has all. */
export function nextShare(weight: number, results: EvalResult[]): number | null {
  if (!results.length || results.some((r) => r.passed < r.total)) return null;
  return [FIRST_SHARE, 0.5, 1].find((share) => share > weight + 0.001) ?? null;
}

/** Shares that sum to one: `name` gets `share`, the others keep their proportions in what is left. */
export function withShare(
  all: Pick<VersionShown, "name" | "weight" | "is_default">[],
  name: string,
  share: number,
): Record<string, number> {
  const others = all.filter((v) => v.name !== name);
  const sum = others.reduce((total, v) => total + v.weight, 0);
  const left = 1 - share;
  const weights: Record<string, number> = { [name]: share };
  for (const v of others) {
    const part = sum > 0 ? v.weight / sum : v.is_default ? 1 : 0;
    if (part * left > 0) weights[v.name] = part * left;
  }
  return Object.fromEntries(Object.entries(weights).filter(([, w]) => w > 0));
}
