import { isClean, lintTemplate } from './lint.ts';
import type { Messages, Template } from './messages.ts';

/** Why a text may not go to a real gateway: it is not on the DLT portal with its ids, or it has faults. */
export type RegistrationFault = 'not-registered' | 'faulty-text';

export function registrationFault(
  template: Template,
  messages: Messages,
): RegistrationFault | null {
  const { registered, principalEntityId } = messages;
  if (!registered || principalEntityId === null || template.templateId === null) {
    return 'not-registered';
  }
  return isClean(lintTemplate(template, messages)) ? null : 'faulty-text';
}
