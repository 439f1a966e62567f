import { error, type Finding, warning } from './finding.ts';
import type { Template } from './messages.ts';

/** Faults of what is registered beside the text: principal entity, template id, header. */
export function idFaults(template: Template, principalEntityId: string | null): Finding[] {
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
