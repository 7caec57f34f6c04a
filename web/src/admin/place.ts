export const ROOMS = {
  overview: "Overview",
  articles: "Articles",
  import: "Import",
  ask: "Ask it",
  flags: "Flags",
  audit: "Audit",
  gaps: "Gaps",
} as const;
export type Room = keyof typeof ROOMS;

/** Where one is: a room, and of some rooms one thing in it (`#articles/ID`). */
export interface Place {
  room: Room;
  id: string;
}

export const NEW = "new";

export function placeOf(hash: string): Place {
  const [room = "", id = ""] = hash.replace(/^#/, "").split("/", 2);
  return Object.hasOwn(ROOMS, room) ? { room: room as Room, id: decodeURIComponent(id) } : { room: "overview", id: "" };
}

export const hrefOf = (room: Room, id = ""): string => (id ? `#${room}/${encodeURIComponent(id)}` : `#${room}`);

export const goTo = (room: Room, id = ""): void => {
  location.hash = hrefOf(room, id);
};
