import { isClean, lintTemplate } from './lint.ts';
import type { Messages, Template } from './messages.ts';

/** What keeps a text from a real gateway: it must stand on the DLT portal with its ids, and be without faults. */
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
