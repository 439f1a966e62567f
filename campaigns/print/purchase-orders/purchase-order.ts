/** How a line is priced: by the square foot (boards) or by the piece. */
export const orderUnits = ['sq-ft', 'piece'] as const;
export type OrderUnit = (typeof orderUnits)[number];

/** Why a station's print is made once more. */
export const reprintReasons = ['torn', 'stolen', 'renamed', 'other'] as const;
export type ReprintReason = (typeof reprintReasons)[number];

/** Papers of an order. */
export const orderPapers = ['order', 'labels', 'packing', 'challan'] as const;
export type OrderPaper = (typeof orderPapers)[number];

/** Upper bounds of what is typed: far above any real order, far below what breaks a sum. */
export const mostQuantity = 100_000;
/** ₹ 1,00,000 a square foot or piece. */
export const mostRatePaise = 10_000_000;
export const mostLines = 500;
export const mostGstPercent = 28;
export const longestPlace = 120;
export const longestVendor = 120;
export const longestAddress = 200;
export const longestReason = 300;
/** ₹ 100 crore: what is above it is a slip of the pen. */
export const mostTotalPaise = 100_00_00_000_00;

export interface PricedLine {
  quantity: number;
  unit: OrderUnit;
  ratePaise: number;
  /** Area of one piece, in hundredths of a square foot; 0 where it is priced by the piece. */
  areaCentiSqFt: number;
}

const mmOfFoot = 304.8;

/** Area of one piece in hundredths of a square foot, as vendors round: 8 × 5 ft are 4000. */
export function computeArea(widthMm: number, heightMm: number): number {
  return Math.round((widthMm / mmOfFoot) * (heightMm / mmOfFoot) * 100);
}

/** Amount of a line in whole paise; half a paisa counts up. */
export function computeAmount({ quantity, unit, ratePaise, areaCentiSqFt }: PricedLine): number {
  return unit === 'piece'
    ? quantity * ratePaise
    : Math.round((quantity * areaCentiSqFt * ratePaise) / 100);
}

export interface OrderTotal {
  net: number;
  /** null where no GST line is wanted. */
  gst: number | null;
  total: number;
}

/** Sums of an order in paise. */
export function computeTotal(lines: readonly PricedLine[], gstPercent: number | null): OrderTotal {
  const net = lines.reduce((sum, line) => sum + computeAmount(line), 0);
  const gst = gstPercent === null ? null : Math.round((net * gstPercent) / 100);
  return { net, gst, total: net + (gst ?? 0) };
}

/** Hash of the file that took the place of an ordered one; null where none did, or none is there at present. */
export function findNewer(orderedSha256: string, present: string | undefined): string | null {
  return present === undefined || present === orderedSha256 ? null : present;
}

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** State, PAN (five letters, four digits, a letter), the how manieth registration of it, Z, check digit. */
const form = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;

/** Whether a GST identification number can be one: its form, and its check digit (Luhn's rule to the base of 36). */
export function isGstin(text: string): boolean {
  return form.test(text) && checkDigit(text.slice(0, 14)) === text[14];
}

function checkDigit(body: string): string | undefined {
  const sum = [...body].reduce((total, character, at) => {
    const product = characters.indexOf(character) * (at % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return characters[(36 - (sum % 36)) % 36];
}
