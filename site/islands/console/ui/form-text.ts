/** The text of a form's field, without the blanks around it; empty where the form has no such field. */
export function readText(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

/** The file that was chosen in a field of a form. */
export function readFile(form: FormData, name: string): File | null {
  const file = form.get(name);
  return file instanceof File && file.size > 0 ? file : null;
}
