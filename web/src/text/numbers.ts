/** How the reader's browser writes numbers, money and dates. */
export const LOCALE = navigator.language || "en-US";

export const count = (n: number, locale = LOCALE): string => new Intl.NumberFormat(locale).format(n);

/** A number with so many digits behind the point. */
export const decimal = (n: number, digits: number, locale = LOCALE): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n);

export const percent = (share: number, locale = LOCALE): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
