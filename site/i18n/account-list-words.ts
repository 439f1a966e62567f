import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  role: 'दायित्व',
  state: 'स्थिति',
  states: {
    active: 'चालू',
    off: 'बंद',
    'no-second-step': 'दो-चरणीय सत्यापन नहीं',
    unconfirmed: 'तीसरे अधिकारी की पुष्टि शेष',
  },
};

const en: Wide<typeof hi> = {
  role: 'Duty',
  state: 'State',
  states: {
    active: 'Active',
    off: 'Switched off',
    'no-second-step': 'No second step',
    unconfirmed: 'Not confirmed by a third officer',
  },
};

export const accountListWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
