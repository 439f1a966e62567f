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
