export const SECTIONS = ["overview", "articles", "import", "ask", "flags", "audit", "gaps"] as const;
export type Room = (typeof SECTIONS)[number];

const isSection = (name: string): name is Room => (SECTIONS as readonly string[]).includes(name);

/** Where one is: a room, and of some rooms one thing in it (`#articles/ID`). */
export interface Place {
  room: Room;
  id: string;
}

export const NEW = "new";

export function placeOf(hash: string): Place {
  const [room = "", id = ""] = hash.replace(/^#/, "").split("/", 2);
  return isSection(room) ? { room, id: decodeURIComponent(id) } : { room: "overview", id: "" };
}

export const hrefOf = (room: Room, id = ""): string => (id ? `#${room}/${encodeURIComponent(id)}` : `#${room}`);

export const goTo = (room: Room, id = ""): void => {
  location.hash = hrefOf(room, id);
};
