/** Answers of a form of the citizens' pages. */
export type ReportAnswers = Record<
  'missing' | 'refused' | 'gone' | 'tooMany' | 'failed' | 'sending' | 'thanks',
  string
>;
type Fault = 'refused' | 'gone' | 'tooMany' | 'failed';

const faultOf: Readonly<Record<number, Fault>> = {
  400: 'refused',
  404: 'gone',
  422: 'refused',
  429: 'tooMany',
};

/**
 * Sends what a citizen entered in a form to the service, and nothing of who sends it; thanks take the form's place.
 * @param place holds the form, its fault and its thanks
 */
export async function sendReport(
  place: HTMLElement,
  answers: ReportAnswers,
  { url, body }: { url: string; body: Readonly<Record<string, unknown>> },
): Promise<void> {
  blame(place, '');
  const button = place.querySelector('button');
  // Its words say it: a disabled button would lose the keyboard's place.
  if (button?.ariaDisabled === 'true') return;
  const label = button?.textContent ?? '';
  hold(button, answers.sending, true);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify(body),
  }).catch(() => null);
  hold(button, label, false);
  if (!response?.ok) {
    blame(place, answers[faultOf[response?.status ?? 0] ?? 'failed']);
    return;
  }
  place.querySelector('form')?.remove();
  const thanks = place.querySelector<HTMLElement>('.thanks');
  if (thanks === null) return;
  thanks.textContent = answers.thanks;
  thanks.focus();
}

/** Says what is wrong at the foot of the form. */
export function blame(place: HTMLElement, fault: string): void {
  const line = place.querySelector('.fault');
  if (line !== null) line.textContent = fault;
}

function hold(button: HTMLButtonElement | null, label: string, isHeld: boolean): void {
  if (button === null) return;
  button.ariaDisabled = isHeld ? 'true' : null;
  button.textContent = label;
}
