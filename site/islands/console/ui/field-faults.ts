import { createContext, useContext } from 'react';
import type { Language } from '../../../i18n/language.ts';
import { describeFault, type FormField } from './own-validity.ts';

/** A field of a form that is not right, by the id of the field. */
export interface FieldFault {
  id: string;
  label: string;
  text: string;
}

export const FaultsContext = createContext<readonly FieldFault[]>([]);

/** The fault of a field in the form around it. */
export function useFault(id: string): string | undefined {
  return useContext(FaultsContext).find((fault) => fault.id === id)?.text;
}

/** Finds what the form's own fields ask for and do not have, in their order. */
export function findFaults(form: HTMLFormElement, language: Language): FieldFault[] {
  const seen = new Set<string>();
  return [...form.elements].flatMap((element) => {
    const field = element as FormField;
    const text = field.willValidate ? describeFault(field, language) : null;
    // Of radio buttons the first speaks for all.
    const key = field.type === 'radio' ? field.name : identify(field);
    if (text === null || seen.has(key)) return [];
    seen.add(key);
    return [{ id: identify(field), label: readLabel(field), text }];
  });
}

/** Finds the fields that the service named; one that the form does not have is left out. */
export function toFieldFaults(
  form: HTMLFormElement,
  named: readonly { name: string; text: string }[],
): FieldFault[] {
  return named.flatMap(({ name, text }) => {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLElement)) return [];
    return [{ id: identify(field), label: readLabel(field as FormField), text }];
  });
}

function identify(field: HTMLElement): string {
  if (field.id === '') field.id = `field-${crypto.randomUUID()}`;
  return field.id;
}

function readLabel(field: FormField): string {
  const legend = field.type === 'radio' ? field.closest('fieldset')?.querySelector('legend') : null;
  const label = legend ?? field.labels?.[0];
  return (label?.textContent ?? field.getAttribute('aria-label') ?? '').trim();
}
