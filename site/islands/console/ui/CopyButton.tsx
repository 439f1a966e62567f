import { useState } from 'react';

/** Copies a text, and says so; `label` and `done` are its words before and after. */
export function CopyButton({
  text,
  label,
  done = label,
  loud = false,
}: {
  text: string;
  label: string;
  done?: string;
  /** Whether it is the one thing to do here. */
  loud?: boolean;
}) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Where the browser does not allow it, the text is beside the button.
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <button type="button" className={loud ? 'button' : 'button quiet'} onClick={copy}>
      {copied ? done : label}
    </button>
  );
}
