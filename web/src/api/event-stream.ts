import type { Api } from "./api.ts";
import { Problem } from "./problem.ts";
import { EventParser, type ServerEvent } from "./server-event.ts";

const SILENCE_MS = 45_000; // the service says something every 15 s; three times that is a dead line
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

export interface Listener {
  onEvent(event: ServerEvent): void;
  onLine(isOnline: boolean): void;
  /** The stream cannot be had (401, 403, 404): nobody tries again. */
  onRefused(problem: Problem): void;
}

/** Follows a stream of events by `fetch` (so that the credential stays out of the URL), and resumes after the last one seen. */
export class EventStream {
  private readonly ended = new AbortController();
  private last: string | null = null;
  private wait = FIRST_WAIT_MS;

  constructor(
    private readonly api: Api,
    private readonly path: string,
    private readonly listener: Listener,
  ) {
    void this.run();
  }

  close(): void {
    this.ended.abort();
  }

  private async run(): Promise<void> {
    while (!this.ended.signal.aborted) {
      try {
        await this.read();
      } catch (error) {
        if (this.ended.signal.aborted) return;
        if (error instanceof Problem && !error.isPassing) {
          this.listener.onRefused(error);
          return;
        }
        this.listener.onLine(false);
      }
      await this.pause();
    }
  }

  /** One connection, until it ends or fails. */
  private async read(): Promise<void> {
    const line = new AbortController();
    const hangUp = (): void => line.abort();
    this.ended.signal.addEventListener("abort", hangUp);
    let silence = setTimeout(hangUp, SILENCE_MS);
    try {
      const headers = { ...this.api.headers, Accept: "text/event-stream", ...(this.last ? { "Last-Event-ID": this.last } : {}) };
      const response = await fetch(this.api.server + this.path, { headers, signal: line.signal, cache: "no-store" });
      if (!response.ok) throw await Problem.of(response);
      if (!response.body) throw Problem.offline();
      this.listener.onLine(true);
      this.wait = FIRST_WAIT_MS;
      const parser = new EventParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(hangUp, SILENCE_MS);
        for (const event of parser.feed(part.value)) this.take(event);
      }
    } finally {
      clearTimeout(silence);
      this.ended.signal.removeEventListener("abort", hangUp);
    }
  }

  private take(event: ServerEvent): void {
    if (this.ended.signal.aborted) return;
    if (event.id) this.last = event.id;
    this.listener.onEvent(event);
  }

  private async pause(): Promise<void> {
    const wait = this.wait;
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        removeEventListener("online", done);
        resolve();
      };
      const timer = setTimeout(done, wait * (0.75 + Math.random() / 2));
      addEventListener("online", done);
    });
  }
}
