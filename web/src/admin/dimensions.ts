import type { DimensionFigures } from "../api/contract.d.ts";

export type Dimension = DimensionFigures["dimension"];

/** As the service says them: 1, 0, or null where it does not apply. */
export type ScoreValue = 0 | 1 | null;

export const DIMENSIONS: readonly Dimension[] = ["answered", "right_source", "promise_kept", "tone", "effort", "compliance"];
