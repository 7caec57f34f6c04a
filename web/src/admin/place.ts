export const SECTIONS = [
  "overview",
  "quality",
  "struggles",
  "versions",
  "articles",
  "import",
  "ask",
  "flags",
  "audit",
  "gaps",
  "history",
] as const;
/** What one comes to from a number: the conversations behind it, and one of them. */
const BEHIND = ["conversations", "transcript"] as const;
export type Room = (typeof SECTIONS)[number] | (typeof BEHIND)[number];

const isRoom = (name: string): name is Room => ([...SECTIONS, ...BEHIND] as readonly string[]).includes(name);

/** Where one is: a room, and of some rooms one thing in it (`#articles/ID`). */
export interface Place {
  room: Room;
  id: string;
}

export const NEW = "new";

export function placeOf(hash: string): Place {
  const [room = "", id = ""] = hash.replace(/^#/, "").split("/", 2);
  return isRoom(room) ? { room, id: decodeURIComponent(id) } : { room: "overview", id: "" };
}

export const hrefOf = (room: Room, id = ""): string => (id ? `#${room}/${encodeURIComponent(id)}` : `#${room}`);

export const goTo = (room: Room, id = ""): void => {
  location.hash = hrefOf(room, id);
};
