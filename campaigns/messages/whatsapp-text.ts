// The text of a template of WhatsApp. Pages load it, so it imports no library.

/** Whether a text begins or ends with a variable. */
export function touchesEnd(text: string): boolean {
  return /^\s*\{\{|\}\}\s*$/.test(text);
}

const variable = /\{\{(\d{1,2})\}\}/g;

/** How many values an officer types. */
export function countValues(text: string): number {
  return Math.max(0, ...[...text.matchAll(variable)].map(([, place]) => Number(place)));
}

/** The text with its values; what is still missing stays as a mark. */
export function fillWhatsapp(text: string, values: readonly string[]): string {
  return text.replace(variable, (_, place: string) => values[Number(place) - 1] || '……');
}

/** The text with its variables marked as in the registered texts. */
export function withMarks(text: string): string {
  return text.replace(variable, '{#var#}');
}

/** Samples of the variables, each on its line. */
export function listSamples(samples: string): string[] {
  return samples
    .split('\n')
    .map((sample) => sample.trim())
    .filter(Boolean);
}
