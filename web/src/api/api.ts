import { Problem } from "./problem.ts";
import { SESSION, SESSION_ENDED } from "./session.ts";

/** Calls of the REST contract at `server` (an origin; empty for the page's own), under one credential. */
export class Api {
  constructor(
    readonly server: string,
    readonly credential: string | null = null,
  ) {}

  get headers(): Record<string, string> {
    if (this.credential === SESSION) return { "X-Staff-Session": "1" };
    return this.credential ? { Authorization: `Bearer ${this.credential}` } : {};
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.json<Answer>("GET", path);
  }

  /** The same `key` again is the same request. */
  post<Answer>(path: string, body: unknown = {}, key = ""): Promise<Answer> {
    return this.json<Answer>("POST", path, body, key ? { "Idempotency-Key": key } : {});
  }

  put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.json<Answer>("PUT", path, body);
  }

  async delete(path: string): Promise<void> {
    await this.send("DELETE", path);
  }

  /** Sends a file as the form field `file`. The same `key` again is the same upload. */
  async upload<Answer>(path: string, file: File, key: string): Promise<Answer> {
    const form = new FormData();
    form.set("file", file, file.name);
    return (await (await this.send("POST", path, form, { "Idempotency-Key": key })).json()) as Answer;
  }

  async download(path: string): Promise<Blob> {
    return (await this.send("GET", path)).blob();
  }

  private async json<Answer>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const sent = body === undefined ? null : JSON.stringify(body);
    const response = await this.send(method, path, sent, sent === null ? {} : { "Content-Type": "application/json", ...headers });
    // The caller names the shape that the contract gives for this path.
    return (await response.json()) as Answer;
  }

  /** Raises `Problem`, with status 0 where there was no answer. */
  private async send(method: string, path: string, body: BodyInit | null = null, headers: Record<string, string> = {}): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(this.server + path, { method, headers: { ...this.headers, ...headers }, body });
    } catch {
      throw Problem.offline();
    }
    if (response.status === 401 && this.credential === SESSION) dispatchEvent(new Event(SESSION_ENDED));
    if (!response.ok) throw await Problem.of(response);
    return response;
  }
}
