import { error, type Finding } from './finding.ts';
import { type Registration, senderFaults } from './lint.ts';
import { contactFaults } from './lint-contacts.ts';
import { saidFaults } from './lint-content.ts';
import { likenessFaults } from './lint-likeness.ts';
import { textFaults } from './lint-text.ts';
import type { MessageLanguage } from './message-language.ts';
import { toMessageCategory, type WhatsappCategory } from './whatsapp.ts';
import { countValues, fillWhatsapp, listSamples, touchesEnd, withMarks } from './whatsapp-text.ts';

/** A template of WhatsApp as an officer writes it. */
export interface WrittenTemplate {
  category: WhatsappCategory;
  language: MessageLanguage;
  body: string;
  /** One for each variable, each on its line. */
  samples: string;
  footer: string;
  /** Words of the buttons; empty for none. */
  appButton: string;
  stopButton: string;
}

/**
 * Least words for so many variables, none where there are none: Meta refuses more and says no number; 3 n + 1 with the variables
 * themselves by what providers saw (Syniverse, sdcsupport.syniverse.com, article 30569685832471, read 02.12.2026).
 */
function leastWords(variables: number): number {
  return variables === 0 ? 0 : 2 * variables + 1;
}

/**
 * Checks a template by Meta's guidelines (developers.facebook.com, read 30.11.2026) and by what no text of the house says. One
 * without a fault, but unlike known notices, is put to a person.
 */
export function lintWhatsapp(written: WrittenTemplate, registration: Registration): Finding[] {
  const { category, language, body } = written;
  const marked = withMarks(body);
  const samples = listSamples(written.samples);
  // A sample that is missing is a fault of its own.
  const said = countValues(body) > samples.length ? marked : fillWhatsapp(body, samples);
  const around = [written.footer, written.appButton, written.stopButton].join('\n').trim();
  const notice = { category: toMessageCategory(category), language };
  const faults = [
    ...variableFaults(written),
    ...partFaults(written),
    ...textFaults(marked, language, registration.ownLanguage),
    ...contactFaults(`${marked}\n${around}`, registration),
    ...saidFaults(`${said}\n${around}`, notice.category, registration),
    ...senderFaults(body, registration.senderNames),
  ].filter(
    // What is only advised against in a text of the government is marketing to Meta.
    ({ severity, rule }) =>
      severity === 'error' || (category === 'utility' && rule === 'promotional-wording'),
  );
  return faults.length > 0 ? faults : likenessFaults(said, notice, registration);
}

const variable = /\{\{([^{}]*)\}\}/g;
const word = /[\p{L}\p{M}\p{N}]+/gu;

function variableFaults(written: WrittenTemplate): Finding[] {
  const { body } = written;
  const places = [...body.matchAll(variable)].map(([, name]) => name);
  const fixed = body.split(/\{\{[^{}]*\}\}/);
  const samples = listSamples(written.samples);
  const words = fixed.join(' ').match(word) ?? [];
  const faults: (Finding | false)[] = [
    touchesEnd(body) &&
      error(
        'wa-ends',
        'पाठ के आरंभ और अंत में चर नहीं हो सकता; पहले और बाद में शब्द लिखें',
        'Expected words before the first and after the last variable',
      ),
    places.some((name, at) => name !== String(at + 1)) &&
      error(
        'wa-variables',
        `चर {{1}}, {{2}} … क्रम से और एक-एक बार लिखें, मिले: ${places.map((name) => `{{${name}}}`).join(' ')}`,
        `Expected variables {{1}}, {{2}} … in this order, each once, got ${places.map((name) => `{{${name}}}`).join(' ')}`,
      ),
    fixed.slice(1, -1).some((between) => between.match(word) === null) &&
      error(
        'wa-adjacent',
        'दो चर सटे नहीं हो सकते; बीच में शब्द आवश्यक है',
        'Expected words between two variables, got them side by side',
      ),
    samples.length !== places.length &&
      error(
        'wa-samples',
        `हर चर का एक नमूना, एक पंक्ति में एक: ${places.length} चाहिए, मिले ${samples.length}`,
        `Expected a sample for each variable, each on its line: ${places.length}, got ${samples.length}`,
      ),
    words.length < leastWords(places.length) &&
      error(
        'wa-share',
        'इतने चरों के लिए पाठ छोटा है; स्थिर शब्द बढ़ाएँ या चर घटाएँ',
        'Expected more words for so many variables',
      ),
  ];
  return faults.filter((fault) => fault !== false);
}

const picture = /\p{Extended_Pictographic}/u;

function partFaults({ category, footer, appButton, stopButton }: WrittenTemplate): Finding[] {
  const parts = [footer, appButton, stopButton];
  const faults: (Finding | false)[] = [
    parts.some((part) => part.includes('{{') || picture.test(part)) &&
      error(
        'wa-parts',
        'बटन और नीचे की पंक्ति में चर या इमोजी नहीं चलते',
        'Expected neither variables nor emoji in buttons and the line below',
      ),
    category === 'utility' &&
      appButton !== '' &&
      error(
        'wa-category',
        'ऐप का बटन प्रचार है; श्रेणी "प्रचार" चुनें या बटन हटाएँ',
        'Expected marketing for a template with a button to the app',
      ),
    category === 'marketing' &&
      stopButton === '' &&
      error(
        'wa-stop',
        'प्रचार के टेंपलेट में संदेश बंद करने का बटन आवश्यक है',
        'Expected a button that ends the messages in a marketing template',
      ),
    appButton !== '' &&
      appButton === stopButton &&
      error('wa-parts', 'दोनों बटनों के शब्द अलग हों', 'Expected different words on the buttons'),
  ];
  return faults.filter((fault) => fault !== false);
}
