import type { OwnLanguage } from '../language.ts';
import type { Whitelist } from './fill-template.ts';
import { error, type Finding, warning } from './finding.ts';
import { contactFaults } from './lint-contacts.ts';
import { saidFaults } from './lint-content.ts';
import { likenessFaults } from './lint-likeness.ts';
import { optOutFaults } from './lint-opt-out.ts';
import { textFaults } from './lint-text.ts';
import type { Template } from './messages.ts';
import type { OptOutNumbers } from './opt-out-ways.ts';
import { longestValue, type RegistrarName } from './registrars.ts';
import { measureText } from './segments.ts';
import { linkUses } from './stop-link.ts';
import { findVariables } from './template.ts';
import { variableMark } from './variable-mark.ts';
import { untagged } from './variable-tags.ts';

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
    ...saidFaults(text, category, { capitalNames: registration.capitalNames }),
    ...optOutFaults(text, { category, hasLink, optOut: registration.optOut }),
    ...senderFaults(text, registration.senderNames),
    ...sizeFaults(text),
  ];
  if (isClean(findings)) findings.push(...likenessFaults(text, template, registration));
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
export function senderFaults(text: string, names: readonly string[] = []): Finding[] {
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

/** Faults of what is registered beside the text: principal entity, template id, header. */
function idFaults(template: Template, principalEntityId: string | null): Finding[] {
  const findings: Finding[] = [];
  const { templateId, header, category } = template;
  if (principalEntityId !== null && !/^\d{19}$/.test(principalEntityId)) {
    findings.push(
      error(
        'principal-entity',
        `प्रमुख इकाई आईडी 19 अंकों की होती है, मिली: "${principalEntityId}"`,
        `Expected 19 digits for the principal entity id, got "${principalEntityId}"`,
      ),
    );
  }
  if (templateId === null) {
    findings.push(
      warning(
        'template-id',
        'टेंपलेट अभी डीएलटी पोर्टल पर पंजीकृत नहीं है',
        'The template is not registered on the DLT portal yet',
      ),
    );
  } else if (!/^(\d{12}|\d{19})$/.test(templateId)) {
    findings.push(
      error(
        'template-id',
        `टेंपलेट आईडी 12 या 19 अंकों की होती है, मिली: "${templateId}"`,
        `Expected 12 or 19 digits for the template id, got "${templateId}"`,
      ),
    );
  }
  const form = category === 'promotional' ? /^(\d{6}|[A-Z]{6})$/ : /^[A-Z]{6}$/;
  if (!form.test(header)) {
    findings.push(
      error(
        'header',
        `हेडर छह बड़े अक्षरों का होता है; -P, -S, -T या -G ऑपरेटर स्वयं जोड़ता है, मिला: "${header}"`,
        `Expected six capital letters for the header (the operator adds -P, -S, -T or -G), got "${header}"`,
      ),
    );
  }
  return findings;
}

/** Least share of fixed characters (direction of 18.11.2025). */
const leastFixedShare = 0.3;
/** Faults of the variables of a text: number, neighbours, tags, their share of it. */
function variableFaults(text: string, registrar: RegistrarName | null = null): Finding[] {
  const findings: Finding[] = [];
  const variables = findVariables(text);
  if (variables.length > 3) {
    findings.push(
      error(
        'variable-count',
        `अधिकतम दो चर, अपरिहार्य होने पर तीसरा; मिले ${variables.length}`,
        `Expected two variables, a third in exigency, got ${variables.length}`,
        variables[3]?.at,
      ),
    );
  } else if (variables.length === 3) {
    findings.push(
      warning(
        'variable-count',
        'तीसरा चर केवल अपरिहार्य होने पर स्वीकृत होता है',
        'A third variable is approved in exigency only',
        variables[2]?.at,
      ),
    );
  }
  for (const [index, variable] of variables.entries()) {
    const end = variable.at + variable.mark.length;
    const follower = variables[index + 1];
    if (follower !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(end, follower.at))) {
      findings.push(
        error(
          'variable-adjacent',
          'दो चर एक-दूसरे से सटे नहीं हो सकते; बीच में स्थिर शब्द आवश्यक है',
          'Expected fixed words between two variables, got them side by side',
          follower.at,
        ),
      );
    }
    if (variable.kind === untagged) {
      findings.push(
        error(
          'variable-tag',
          '18.11.2025 के निर्देश के अनुसार चर का प्रकार लिखें, जैसे {#url#}; {#var#} अस्वीकृत होता है',
          'Expected a variable tagged by its kind, such as {#url#} (direction of 18.11.2025), got {#var#}',
          variable.at,
        ),
      );
    }
  }
  const fixed = variables.reduce((length, { mark }) => length - mark.length, text.length);
  const most = variables.reduce((sum, { kind }) => sum + longestValue(kind, registrar), 0);
  const share = fixed / Math.max(1, fixed + most);
  if (share < leastFixedShare) {
    findings.push(
      error(
        'fixed-share',
        `कम से कम 30 % स्थिर पाठ आवश्यक है, मिला ${Math.round(share * 100)} %`,
        `Expected at least 30 % of fixed text, got ${Math.round(share * 100)} %`,
      ),
    );
  }
  return findings;
}
