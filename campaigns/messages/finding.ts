/** One finding of the linter; an error keeps the text from being sent. */
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  message: { hi: string; en: string };
  /** Place in the text in UTF-16 units, where there is one. */
  at?: number;
}
