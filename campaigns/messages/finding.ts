/** One finding of the linter; an error keeps the text from being sent. */
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  message: { hi: string; en: string };
  /** Place in the text in UTF-16 units, where there is one. */
  at?: number;
}

const made =
  (severity: Finding['severity']) =>
  (rule: string, hi: string, en: string, at?: number): Finding => ({
    rule,
    severity,
    // An officer whose text is refused reads by which rule.
    message: { hi: `${hi} (नियम ${rule})`, en: `${en} (rule ${rule})` },
    ...(at === undefined ? {} : { at }),
  });
export const error = made('error');
export const warning = made('warning');
