import { inEachLanguage } from '../../../i18n/own-language.ts';

export const accountListWordsIn = inEachLanguage({
  role: ['दायित्व', 'Duty'],
  state: ['स्थिति', 'State'],
  states: {
    active: ['चालू', 'Active'],
    off: ['बंद', 'Switched off'],
    'no-second-step': ['दो-चरणीय सत्यापन नहीं', 'No second step'],
    unconfirmed: ['तीसरे अधिकारी की पुष्टि शेष', 'Not confirmed by a third officer'],
  },
});
