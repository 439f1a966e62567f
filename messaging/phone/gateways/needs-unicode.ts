/** Whether a provider has to be told that a text is more than printable ASCII. */
export function needsUnicode(text: string): boolean {
  return /[^\u0020-\u007E\n]/u.test(text);
}
