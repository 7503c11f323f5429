// What stands in one cell of a workbook, as text.

/** Columns of a spreadsheet: A to XFD. */
const LAST_COLUMN = 16_384;
/** Spreadsheets keep this many digits of a number, and fill up with zeros. */
const KEPT_DIGITS = 15;

/** "C5" → 2; null where there is no such column. */
export function toColumn(address: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(address)?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > LAST_COLUMN ? null : column - 1;
}

/**
 * A number as the file writes it, without an exponent where it is whole: ids are told by their digits.
 * `isRounded` is true where it has more digits than a spreadsheet keeps and shows nothing behind these.
 */
export function toNumberText(written: string): { text: string; isRounded: boolean } {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(written.trim());
  if (found === null) return { text: written, isRounded: false };
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  const shift = Number(exponent);
  if (shift < 0 || shift > 40) return { text: written.trim(), isRounded: false };
  const digits = whole + fraction.slice(0, shift).padEnd(shift, '0');
  const rest = fraction.slice(shift).replace(/0+$/, '');
  const plain = digits.replace(/^0+(?=\d)/, '');
  const isRounded = plain.length > KEPT_DIGITS && (/^0*$/.test(plain.slice(KEPT_DIGITS)) || exponent !== '0');
  return { text: `${sign}${plain}${rest === '' ? '' : `.${rest}`}`, isRounded };
}

/** Signs that XML cannot hold are written as _xHHHH_. */
export function toCellText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n')
    : text;
}
