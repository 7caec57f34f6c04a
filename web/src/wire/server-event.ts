/** One server-sent event. */
export interface ServerEvent {
  id: string | null;
  name: string;
  data: unknown;
}

/** Cuts a stream of text into events as the HTML standard says; what has no data is left out. */
export class EventParser {
  private rest = "";
  private id: string | null = null;
  private name = "";
  private lines: string[] = [];

  feed(text: string): ServerEvent[] {
    const found: ServerEvent[] = [];
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const raw of lines) {
      const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      if (line === "") found.push(...this.dispatch());
      else this.field(line);
    }
    return found;
  }

  private field(line: string): void {
    const at = line.indexOf(":");
    const name = at < 0 ? line : line.slice(0, at);
    const value = at < 0 ? "" : line.slice(at + 1).replace(/^ /, "");
    if (name === "data") this.lines.push(value);
    else if (name === "event") this.name = value;
    else if (name === "id") this.id = value;
  }

  private dispatch(): ServerEvent[] {
    const text = this.lines.join("\n");
    const event = { id: this.id, name: this.name || "message", data: text ? (JSON.parse(text) as unknown) : null };
    this.lines = [];
    this.name = "";
    return text ? [event] : [];
  }
}
