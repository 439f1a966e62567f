import type { Wide } from './words.ts';

const hi = {
  role: 'दायित्व',
  state: 'स्थिति',
  states: { active: 'चालू', off: 'बन्द', 'no-second-step': 'दो-चरणीय सत्यापन नहीं' },
};

const en: Wide<typeof hi> = {
  role: 'Duty',
  state: 'State',
  states: { active: 'Active', off: 'Switched off', 'no-second-step': 'No second step' },
};

export const accountListWords = { hi, en };
