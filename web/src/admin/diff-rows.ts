import { diffArrays, diffWordsWithSpace } from "diff";

/** A piece of a line; `isChanged` where the other side has something else. */
export interface Piece {
  text: string;
  isChanged: boolean;
}

/** A line on each side; null where a side has none. */
export interface DiffRow {
  was: Piece[] | null;
  now: Piece[] | null;
  isSame: boolean;
}

const whole = (text: string | undefined): Piece[] | null => (text === undefined ? null : [{ text, isChanged: true }]);

function changedLine(was: string, now: string): DiffRow {
  const parts = diffWordsWithSpace(was, now);
  const side = (skip: "added" | "removed"): Piece[] =>
    parts.filter((p) => !p[skip]).map((p) => ({ text: p.value, isChanged: p.added || p.removed }));
  return { was: side("added"), now: side("removed"), isSame: false };
}

/** Two texts side by side, line by line; lines that were changed are compared by words. */
export function diffRows(was: string, now: string): DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: string[] = [];
  const flush = (added: string[]): void => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [old, now] = [removed[i], added[i]];
      rows.push(old !== undefined && now !== undefined ? changedLine(old, now) : { was: whole(old), now: whole(now), isSame: false });
    }
    removed = [];
  };
  for (const part of diffArrays(was.split(/\r?\n/), now.split(/\r?\n/))) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      for (const text of part.value) {
        const line = [{ text, isChanged: false }];
        rows.push({ was: line, now: line, isSame: true });
      }
    }
  }
  flush([]);
  return rows;
}
