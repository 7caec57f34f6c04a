import type { Money } from "../wire/shapes.ts";

const LOCALE = navigator.language || "en-US";

export const money = (value: Money, locale = LOCALE): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: value.currency }).format(Number(value.amount));

export const clock = (time: string, locale = LOCALE): string =>
  new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date(time));

export const day = (time: string, locale = LOCALE): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(new Date(time));

/** How long since `time`, as one reads a stopwatch: `12 s`, `4 min`, `3 h 05`. */
export function waited(time: string, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(time)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${String(minutes % 60).padStart(2, "0")}` : `${Math.floor(hours / 24)} days`;
}

export const percent = (share: number, locale = LOCALE): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);

export const count = (n: number, locale = LOCALE): string => new Intl.NumberFormat(locale).format(n);

/** `track_order` → `Track order`. */
export function spoken(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
