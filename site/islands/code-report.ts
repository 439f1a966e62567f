import { blame, type ReportAnswers, sendReport } from './send-report.ts';

/** The form of `CodeReport.astro`; `get-app` gives it the code as soon as it knows its station. */
class CodeReport extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('change', () => blame(this, ''));
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(event.currentTarget as HTMLFormElement);
    });
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const answers: ReportAnswers = JSON.parse(this.dataset['answers'] ?? '{}');
    const fields = new FormData(form);
    const kind = fields.get('kind');
    if (kind === null) {
      form.querySelector('input')?.focus();
      return blame(this, answers.missing);
    }
    const body = { code: this.dataset['code'], kind, website: fields.get('website') };
    await sendReport(this, answers, { url: '/api/public/code-reports', body });
  }
}

customElements.define('code-report', CodeReport);
