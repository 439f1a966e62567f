/** Answers of a form of the citizens' pages. */
export type ReportAnswers = Record<
  'missing' | 'refused' | 'gone' | 'tooMany' | 'failed' | 'sending' | 'thanks',
  string
>;

const faultOf: Readonly<Record<number, keyof ReportAnswers>> = {
  400: 'refused',
  404: 'gone',
  422: 'refused',
  429: 'tooMany',
};

/**
 * The form of `ReportForm.astro`: sends what a citizen entered to the service, and nothing of who sends it; thanks take the
 * form's place. It opens once `data-about` says what it is about.
 */
class ReportForm extends HTMLElement {
  static observedAttributes = ['data-about'];

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('input', () => this.#blame(''));
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit(event.currentTarget as HTMLFormElement);
    });
  }

  attributeChangedCallback(): void {
    this.inert = false;
  }

  async #submit(form: HTMLFormElement): Promise<void> {
    const answers: ReportAnswers = JSON.parse(this.dataset['answers'] ?? '{}');
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    const body: Record<string, unknown> = Object.fromEntries(fields);
    const wanted = form.querySelector<HTMLInputElement>('[required]');
    const isMissing = wanted !== null && !body[wanted.name];
    if (wanted?.type === 'text') wanted.ariaInvalid = isMissing ? 'true' : null;
    if (isMissing) {
      wanted.focus();
      return this.#blame(answers.missing);
    }
    await this.#send(answers, { ...JSON.parse(this.dataset['about'] ?? '{}'), ...body });
  }

  async #send(answers: ReportAnswers, body: object): Promise<void> {
    this.#blame('');
    const button = this.querySelector('button');
    // Its words say it: a disabled button would lose the keyboard's place.
    if (button === null || button.ariaDisabled === 'true') return;
    const label = button.textContent;
    button.ariaDisabled = 'true';
    button.textContent = answers.sending;
    const response = await fetch(this.dataset['to'] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify(body),
    }).catch(() => null);
    button.ariaDisabled = null;
    button.textContent = label;
    if (!response?.ok) return this.#blame(answers[faultOf[response?.status ?? 0] ?? 'failed']);
    this.querySelector('form')?.remove();
    const thanks = this.querySelector<HTMLElement>('.thanks');
    if (thanks === null) return;
    thanks.textContent = answers.thanks;
    thanks.focus();
  }

  /** Says what is wrong at the foot of the form. */
  #blame(fault: string): void {
    const line = this.querySelector('.fault');
    if (line !== null) line.textContent = fault;
  }
}

customElements.define('report-form', ReportForm);
