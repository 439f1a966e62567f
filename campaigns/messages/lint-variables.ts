import { error, type Finding, warning } from './finding.ts';
import { longestValue, type RegistrarName } from './registrars.ts';
import { findVariables } from './template.ts';
import { untagged, variableTags } from './variable-tags.ts';

/** Least share of fixed characters (direction of 18.11.2025). */
const leastFixedShare = 0.3;
const tags = Object.keys(variableTags);
const tagList = tags.map((tag) => `{#${tag}#}`).join(', ');
/** Malformed variables: braces of any width, a tag whose braces are missing. */
const brokenForm = new RegExp(
  `\\{#?[^{}]{0,40}#?\\}|[{}\uFF5B\uFF5D]|#(?:${[untagged, ...tags].join('|')})#`,
  'gi',
);

/** Faults of the variables of a text: number, neighbours, tags, their share of it. */
export function variableFaults(text: string, registrar: RegistrarName | null = null): Finding[] {
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
  for (const broken of text.matchAll(brokenForm)) {
    if (variables.some(({ at, mark }) => at <= broken.index && broken.index < at + mark.length)) {
      continue;
    }
    findings.push(
      error(
        'variable-form',
        `चर ${tagList} में से एक हो, मिला: "${broken[0]}"`,
        `Expected one of ${tagList}, got "${broken[0]}"`,
        broken.index,
      ),
    );
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
