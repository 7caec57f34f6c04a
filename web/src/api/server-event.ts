import { createParser } from "eventsource-parser";

/** One server-sent event. */
export interface ServerEvent {
  id: string | null;
  name: string;
  data: unknown;
}

/** Cuts a stream of text into events; what has no data is left out, and an event without an id has the last one's. */
export class EventParser {
  private found: ServerEvent[] = [];
  private id: string | null = null;
  private readonly parser = createParser({
    onEvent: ({ id, event, data }) => {
      this.id = id ?? this.id;
      if (data) this.found.push({ id: this.id, name: event || "message", data: JSON.parse(data) as unknown });
    },
  });

  feed(text: string): ServerEvent[] {
    this.found = [];
    this.parser.feed(text);
    return this.found;
  }
}
