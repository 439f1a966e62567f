import type { OwnLanguage } from '../language.ts';
import type { Whitelist } from './fill-template.ts';
import { error, type Finding, warning } from './finding.ts';
import { contactFaults } from './lint-contacts.ts';
import { idFaults } from './lint-ids.ts';
import { optOutFaults } from './lint-opt-out.ts';
import { textFaults } from './lint-text.ts';
import { variableFaults } from './lint-variables.ts';
import { wordingFaults } from './lint-wording.ts';
import type { Template } from './messages.ts';
import type { OptOutNumbers } from './opt-out-ways.ts';
import { measureText } from './segments.ts';
import { linkUses } from './stop-link.ts';
import { variableMark } from './variable-mark.ts';

/** Registered data beside the template. */
export interface Registration extends Whitelist {
  principalEntityId: string | null;
  /** Hindi where nothing else is said. */
  ownLanguage?: OwnLanguage;
  capitalNames?: readonly string[];
  senderNames?: readonly string[];
  optOut?: OptOutNumbers;
}

/** Longest body of Twilio's API; no Indian operator takes more. */
const bodyLimit = 1600;

/**
 * Checks a template by the rules of TCCCPR 2018, its amendments and the DLT portals. Places are those of the text in
 * Unicode form NFC, which it has to be in.
 */
export function lintTemplate(template: Template, registration: Registration): Finding[] {
  const { language, category } = template;
  const text = template.text.normalize('NFC');
  const hasLink = linkUses(template).includes('stop');
  const findings = [
    ...idFaults(template, registration.principalEntityId),
    ...variableFaults(text, registration.registrar),
    ...textFaults(text, language, registration.ownLanguage),
    ...contactFaults(text, registration),
    ...wordingFaults(text, category, registration.capitalNames),
    ...optOutFaults(text, { category, hasLink, optOut: registration.optOut }),
    ...senderFaults(text, registration.senderNames),
    ...sizeFaults(text),
  ];
  if (text === template.text) return findings;
  const normalisation = error(
    'normalisation',
    'पाठ को मानक यूनिकोड रूप (NFC) में लिखें',
    'Expected the text in Unicode form NFC, as it is registered',
  );
  return [normalisation, ...findings.map(({ at: _, ...finding }) => finding)];
}

/** Whether nothing of it keeps the text from being sent. */
export function isClean(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

/**
 * Since 22.04.2021 registrars refuse a template of any category without the name of the brand or office (Kaleyra's and
 * MSG91's papers on content templates, read on 29.11.2026).
 */
function senderFaults(text: string, names: readonly string[] = []): Finding[] {
  const said = text.toLowerCase();
  if (names.length === 0 || names.some((name) => said.includes(name.toLowerCase()))) return [];
  return [
    error(
      'sender',
      `पाठ में लिखें कि संदेश किसका है, जैसे "${names[0]}"; इसके बिना टेंपलेट स्वीकृत नहीं होता`,
      `Expected the sender's name in the text, such as "${names[0]}"; registrars refuse a template without it`,
    ),
  ];
}

function sizeFaults(text: string): Finding[] {
  if (text.length > bodyLimit) {
    return [
      error(
        'length',
        `अधिकतम ${bodyLimit} वर्ण, मिले ${text.length}`,
        `Expected at most ${bodyLimit} characters, got ${text.length}`,
      ),
    ];
  }
  const filled = text.replace(variableMark, 'x'.repeat(24));
  const { segments } = measureText(filled);
  if (segments <= 2) return [];
  return [
    warning(
      'segments',
      `${segments} खंडों का मूल्य लगेगा; दो में रखने पर व्यय घटेगा`,
      `Costs ${segments} segments each; two would be cheaper`,
    ),
  ];
}
