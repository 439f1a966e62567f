type Answers = Record<
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

/** The form of `NameReport.astro`: it sends a right name for the station to the service, and nothing of who sends it. */
class NameReport extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(event.currentTarget as HTMLFormElement);
    });
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const answers: Answers = JSON.parse(this.dataset['answers'] ?? '{}');
    const fields = new FormData(form);
    const [name, remark] = ['name', 'remark'].map((field) => String(fields.get(field)).trim());
    const input = form.querySelector('input');
    if (input !== null) input.ariaInvalid = name ? null : 'true';
    if (!name) {
      input?.focus();
      return this.#blame(answers.missing);
    }
    this.#blame('');
    const button = form.querySelector('button');
    // Its words say it: a disabled button would lose the keyboard's place.
    if (button?.ariaDisabled === 'true') return;
    const label = button?.textContent ?? '';
    this.#hold(button, answers.sending, true);
    const { district, station } = this.dataset;
    const response = await fetch('/api/public/name-reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ district, station, name, remark }),
    }).catch(() => null);
    this.#hold(button, label, false);
    if (!response?.ok) return this.#blame(answers[faultOf[response?.status ?? 0] ?? 'failed']);
    form.remove();
    const thanks = this.querySelector<HTMLElement>('.thanks');
    if (thanks === null) return;
    thanks.textContent = answers.thanks;
    thanks.focus();
  }

  #hold(button: HTMLButtonElement | null, label: string, isHeld: boolean): void {
    if (button === null) return;
    button.ariaDisabled = isHeld ? 'true' : null;
    button.textContent = label;
  }

  #blame(fault: string): void {
    const line = this.querySelector('.fault');
    if (line !== null) line.textContent = fault;
  }
}

customElements.define('name-report', NameReport);
