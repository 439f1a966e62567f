/** Rules of the linter as a Hindi reader calls them. */
const hindiNames = {
  blanks: 'रिक्त स्थान',
  danda: 'पूर्ण विराम',
  'fixed-share': 'स्थिर शब्दों का हिस्सा',
  'foreign-letter': 'दूसरी लिपि का अक्षर',
  'full-stop': 'पूर्ण विराम के बाद रिक्त स्थान',
  'gsm-7': 'सादे अक्षर (GSM-7)',
  header: 'हेडर',
  invisible: 'अदृश्य चिह्न',
  language: 'भाषा',
  length: 'लंबाई',
  'link-form': 'लिंक का रूप',
  'link-hidden': 'छिपाया हुआ लिंक',
  'link-host': 'लिंक का पता',
  'link-shortener': 'छोटा किया गया लिंक',
  'link-whitelist': 'पंजीकृत लिंक',
  normalisation: 'अक्षरों की बनावट',
  'number-whitelist': 'पंजीकृत नंबर',
  'opt-out': 'रोकने की सूचना',
  'opt-out-way': 'रोकने का रास्ता',
  'party-appeal': 'दल या नेता',
  placeholder: 'बिना भरी जगह',
  'principal-entity': 'प्रधान इकाई',
  'promotional-wording': 'प्रचार के शब्द',
  segments: 'संदेश के भाग',
  sender: 'भेजने वाला',
  'template-id': 'टेंपलेट संख्या',
  unplaced: 'ज्ञात सूचनाओं से अलग',
  'variable-adjacent': 'सटे हुए चर',
  'variable-count': 'चरों की संख्या',
  'variable-form': 'चर का रूप',
  'variable-tag': 'चर का प्रकार',
  'wa-adjacent': 'सटे हुए चर',
  'wa-category': 'श्रेणी',
  'wa-ends': 'आरंभ या अंत में चर',
  'wa-parts': 'बटन और नीचे की पंक्ति',
  'wa-samples': 'चरों के नमूने',
  'wa-share': 'स्थिर शब्दों का हिस्सा',
  'wa-stop': 'रोकने का बटन',
  'wa-variables': 'चरों का क्रम',
} as const;
export type Rule = keyof typeof hindiNames;

/** One finding of the linter; an error keeps the text from being sent. */
export interface Finding {
  rule: Rule;
  severity: 'error' | 'warning';
  message: { hi: string; en: string };
  /** Place in the text in UTF-16 units, where there is one. */
  at?: number;
}

const made =
  (severity: Finding['severity']) =>
  (rule: Rule, hi: string, en: string, at?: number): Finding => ({
    rule,
    severity,
    // An officer whose text is refused reads by which rule.
    message: { hi: `${hi} (नियम: ${hindiNames[rule]})`, en: `${en} (rule ${rule})` },
    ...(at === undefined ? {} : { at }),
  });
export const error = made('error');
export const warning = made('warning');
