const widths = [100, 150, 225, 340];

/** Opens the large picture in a dialog that scrolls and zooms; without a script the link opens the picture. */
class ZoomPicture extends HTMLElement {
  #step = 0;

  connectedCallback(): void {
    const link = this.querySelector('a');
    const dialog = this.querySelector('dialog');
    const sheet = dialog?.querySelector<HTMLElement>('.sheet');
    if (link === null || dialog === null || !sheet) return;
    const picture = new Image();
    picture.alt = '';
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      picture.src = link.href;
      sheet.replaceChildren(picture);
      this.#zoom(picture, 0);
      dialog.showModal();
    });
    dialog.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button');
      if (button?.dataset['close'] !== undefined) dialog.close();
      else if (button !== null) this.#zoom(picture, this.#step + Number(button.dataset['step']));
    });
  }

  #zoom(picture: HTMLImageElement, step: number): void {
    this.#step = Math.max(0, Math.min(widths.length - 1, step));
    picture.style.width = `${widths[this.#step]}%`;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      const next = this.#step + Number(button.dataset['step']);
      button.disabled = next < 0 || next >= widths.length;
    }
  }
}

customElements.define('zoom-picture', ZoomPicture);
