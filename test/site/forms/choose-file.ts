import idl from 'jsdom/lib/generated/idl/utils.js';

/** A file for a field of a form. */
export interface ChosenFile {
  file: string;
  content: string | Buffer;
}

/** Chooses a file as an officer does. jsdom has no way for it: it is put where jsdom's forms look. */
export function chooseFile(field: HTMLInputElement, { file, content }: ChosenFile): void {
  const { File, Event } = field.ownerDocument.defaultView as Window & typeof globalThis;
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const { files } = idl.implForWrapper(field) as { files: object[] };
  files.splice(0, files.length, idl.implForWrapper(new File([part], file)));
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
