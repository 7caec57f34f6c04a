import { Problem } from "./problem.ts";

/** Calls of the REST contract at `server` (an origin; empty for the page's own), under one credential. */
export class Api {
  constructor(
    readonly server: string,
    readonly credential: string | null = null,
  ) {}

  get headers(): Record<string, string> {
    return this.credential ? { Authorization: `Bearer ${this.credential}` } : {};
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.send<Answer>("GET", path);
  }

  post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.send<Answer>("POST", path, body);
  }

  put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.send<Answer>("PUT", path, body);
  }

  delete(path: string): Promise<void> {
    return this.send<void>("DELETE", path);
  }

  /** Raises `Problem`, with status 0 where there was no answer. */
  private async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { ...this.headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) };
    let response: Response;
    try {
      response = await fetch(this.server + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
    } catch {
      throw Problem.offline();
    }
    if (!response.ok) throw await Problem.of(response);
    // The caller names the shape that the contract gives for this path; 204 has none.
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }
}
