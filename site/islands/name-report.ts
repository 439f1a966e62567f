import { blame, type ReportAnswers, sendReport } from './send-report.ts';

/** The form of `NameReport.astro`: it sends a right name for the station. */
class NameReport extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(event.currentTarget as HTMLFormElement);
    });
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const answers: ReportAnswers = JSON.parse(this.dataset['answers'] ?? '{}');
    const fields = new FormData(form);
    const [name, remark] = ['name', 'remark'].map((field) => String(fields.get(field)).trim());
    const input = form.querySelector('input');
    if (input !== null) input.ariaInvalid = name ? null : 'true';
    if (!name) {
      input?.focus();
      return blame(this, answers.missing);
    }
    const { district, station } = this.dataset;
    const body = { district, station, name, remark };
    await sendReport(this, answers, { url: '/api/public/name-reports', body });
  }
}

customElements.define('name-report', NameReport);
