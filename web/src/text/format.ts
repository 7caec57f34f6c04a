import type { Money } from "../api/contract.d.ts";
import { commonTexts } from "../messages/texts.ts";
import { count, decimal, LOCALE } from "./numbers.ts";

export const money = (value: Money, locale = LOCALE): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: value.currency }).format(Number(value.amount));

export const unsigned = (value: Money): Money => ({ ...value, amount: value.amount.replace(/^-/, "") });

export const clock = (time: string, locale = LOCALE): string =>
  new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date(time));

export const day = (time: string, locale = LOCALE): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(new Date(time));

/** How long since `time`, as one reads a stopwatch: `12 s`, `4 min`, `3 h 05`. */
export function waited(time: string, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(time)) / 1000));
  if (seconds < 60) return commonTexts.duration.seconds(count(seconds));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return commonTexts.duration.minutes(count(minutes));
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? commonTexts.duration.hoursAndMinutes(hours, String(minutes % 60).padStart(2, "0"))
    : commonTexts.duration.days(Math.floor(hours / 24));
}

/** How long something took, in the unit that fits: `340 ms`, `2.5 s`, `12 min`, `1.5 h`. */
export function duration(ms: number, locale = LOCALE): string {
  const unit = commonTexts.duration;
  if (ms < 1000) return unit.milliseconds(decimal(ms, 0, locale));
  const seconds = ms / 1000;
  if (seconds < 90) return unit.seconds(decimal(seconds, seconds < 10 ? 1 : 0, locale));
  return seconds < 5400 ? unit.minutes(decimal(seconds / 60, 0, locale)) : unit.hours(decimal(seconds / 3600, 1, locale));
}

/** `track_order` → `Track order`. */
export function spoken(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
