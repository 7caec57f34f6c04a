import { commonTexts } from "../messages/texts.ts";

/** An answer of the service that is not a success (RFC 9457), or no answer at all (`status` 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }

  /** Whether the same request may succeed later, unchanged. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null);
    const said = (body ?? {}) as { code?: string; detail?: string; title?: string; errors?: { field: string; message: string }[] };
    const fields = (said.errors ?? []).map((e) => `${e.field} ${e.message}`).join("; ");
    return new Problem(response.status, said.code ?? "error", fields || said.detail || said.title || commonTexts.error(response.status));
  }

  static readonly offline = (): Problem => new Problem(0, "offline", commonTexts.unreachable);
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : commonTexts.somethingWentWrong);
