/** A key for one request. `crypto.randomUUID` wants https, which a shop on a local network may not have. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
