import type { ReactiveController, ReactiveControllerHost } from "lit";
import { Problem, wordsOf } from "./problem.ts";

/** Something that an element shows and has to ask for: what came, what went wrong, and whether it is under way. */
export class Fetched<Value> implements ReactiveController {
  value: Value | null = null;
  problem = "";
  isOffline = false;
  isLoading = false;
  private asked = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: () => Promise<Value>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("online", this.onOnline);
  }

  hostDisconnected(): void {
    removeEventListener("online", this.onOnline);
    this.asked += 1; // what is under way is for nobody
  }

  /** Asks anew; an old value stays until the new one is there. The latest call wins. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    this.isLoading = true;
    this.host.requestUpdate();
    try {
      const value = await this.ask();
      if (turn !== this.asked) return;
      Object.assign(this, { value, problem: "", isOffline: false });
    } catch (error) {
      if (turn !== this.asked) return;
      Object.assign(this, { problem: wordsOf(error), isOffline: error instanceof Problem && error.status === 0 });
    }
    this.isLoading = false;
    this.host.requestUpdate();
  }

  private readonly onOnline = (): void => {
    if (this.isOffline) void this.load();
  };
}
