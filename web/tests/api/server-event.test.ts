import { expect, test } from "vitest";
import { EventParser, type ServerEvent } from "../../src/api/server-event.ts";

const STREAM = 'id: 7\nevent: message.delta\ndata: {"text":\ndata:"Grüße, 東京"}\n\n: a comment\n\ndata: 1\r\n\r\nevent: empty\n\n';
const EVENTS: ServerEvent[] = [
  { id: "7", name: "message.delta", data: { text: "Grüße, 東京" } },
  { id: "7", name: "message", data: 1 },
];

test("an event has its id, name and joined data; comments and events without data are left out", () => {
  expect(new EventParser().feed(STREAM)).toEqual(EVENTS);
});

test("wherever the stream is cut, the events are the same", () => {
  for (let at = 0; at <= STREAM.length; at++) {
    const parser = new EventParser();
    expect([...parser.feed(STREAM.slice(0, at)), ...parser.feed(STREAM.slice(at))], `cut at ${at}`).toEqual(EVENTS);
  }
});

test("an event is told only when its empty line has come, and an event without data does not name the next one", () => {
  const parser = new EventParser();
  expect(parser.feed("event: a\ndata: 1\n")).toEqual([]);
  expect(parser.feed("\n")).toEqual([{ id: null, name: "a", data: 1 }]);
  expect(parser.feed("event: a\n\ndata: 2\n\n")).toEqual([{ id: null, name: "message", data: 2 }]);
});
