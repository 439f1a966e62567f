import type { Finding } from './finding.ts';
import { textFaults } from './lint-text.ts';
import type { Template } from './messages.ts';
import { measureText } from './segments.ts';
import { variableLimit, variableMark, variablesOf } from './template.ts';

/** What is registered beside the template. */
export interface Registration {
  principalEntityId: string | null;
  whitelistedLinks: readonly string[];
}

const error = (rule: string, hi: string, en: string, at?: number): Finding => ({
  rule,
  severity: 'error',
  message: { hi, en },
  ...(at === undefined ? {} : { at }),
});
const warning = (rule: string, hi: string, en: string, at?: number): Finding => ({
  ...error(rule, hi, en, at),
  severity: 'warning',
});

/** Longest body of Twilio's API; no Indian operator takes more. */
const bodyLimit = 1600;
/** Least share of fixed characters (direction of 18.11.2025). */
const leastFixedShare = 0.3;

/** Checks a template by the rules of TCCCPR 2018, its amendments and the DLT portals. */
export function lintTemplate(template: Template, registration: Registration): Finding[] {
  return [
    ...idFaults(template, registration),
    ...variableFaults(template.text),
    ...textFaults(template.text, template.language, { error, warning }),
    ...linkFaults(template.text, registration.whitelistedLinks),
    ...sizeFaults(template.text),
  ];
}

/** Whether nothing of it keeps the text from being sent. */
export function isClean(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

function idFaults(template: Template, { principalEntityId }: Registration): Finding[] {
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
        'टेम्पलेट अभी डी०एल०टी० पोर्टल पर पंजीकृत नहीं है',
        'The template is not registered on the DLT portal yet',
      ),
    );
  } else if (!/^(\d{12}|\d{19})$/.test(templateId)) {
    findings.push(
      error(
        'template-id',
        `टेम्पलेट आईडी 12 या 19 अंकों की होती है, मिली: "${templateId}"`,
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

function variableFaults(text: string): Finding[] {
  const findings: Finding[] = [];
  const variables = variablesOf(text);
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
    if (variable.kind === 'var') {
      findings.push(
        warning(
          'variable-tag',
          '18.11.2025 के निर्देश के अनुसार चर का प्रकार लिखें, जैसे {#url#}',
          'Since the direction of 18.11.2025 a variable is tagged by its kind, such as {#url#}',
          variable.at,
        ),
      );
    }
  }
  for (const broken of text.matchAll(/\{#?[^{}]*#?\}|[{}]/g)) {
    if (variables.some(({ at }) => at === broken.index)) continue;
    findings.push(
      error(
        'variable-form',
        `चर {#var#} या {#url#} के रूप में लिखा जाता है, मिला: "${broken[0]}"`,
        `Expected a variable such as {#var#} or {#url#}, got "${broken[0]}"`,
        broken.index,
      ),
    );
  }
  const fixed = variables.reduce((length, { mark }) => length - mark.length, text.length);
  const share = fixed / Math.max(1, fixed + variables.length * variableLimit);
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

const linkForm = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s{]*)?/gi;
const publicShorteners =
  /^(bit\.ly|tinyurl\.com|goo\.gl|t\.co|is\.gd|ow\.ly|cutt\.ly|rb\.gy|tiny\.cc)$/i;

function linkFaults(text: string, whitelisted: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(linkForm)) {
    const link = match[0].replace(/[.,]+$/, '');
    const host = link.replace(/^https?:\/\//i, '').split('/')[0] ?? '';
    if (publicShorteners.test(host)) {
      findings.push(
        error(
          'link-shortener',
          `सार्वजनिक लघु-लिंक अस्वीकृत होते हैं: ${host}`,
          `Expected a link of the own domain, got the public shortener ${host}`,
          match.index,
        ),
      );
    } else if (!isWhitelisted(link, whitelisted)) {
      findings.push(
        error(
          'link-whitelist',
          `लिंक पंजीकृत सूची में नहीं है: ${link}`,
          `Expected a whitelisted link, got ${link}`,
          match.index,
        ),
      );
    }
  }
  return findings;
}

/** A dynamic entry ends in `?` or `/` and covers what follows; a static one must be met whole. */
export function isWhitelisted(link: string, whitelisted: readonly string[]): boolean {
  const bare = (value: string) => value.replace(/^https?:\/\//i, '').toLowerCase();
  return whitelisted.some((entry) =>
    /[?/]$/.test(entry) ? bare(link).startsWith(bare(entry)) : bare(link) === bare(entry),
  );
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
      `${segments} संदेशों का मूल्य लगेगा; दो में रखने पर व्यय घटेगा`,
      `Costs ${segments} messages each; two would be cheaper`,
    ),
  ];
}
