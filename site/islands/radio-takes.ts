import type { MasteredSpot } from '../../messaging/phone/takes/takes-schemas.ts';
import { formatBytes } from '../i18n/format.ts';

/**
 * On the radio page: shows each spot's recording once there is one. The page is built before anything is recorded, so that
 * the service is asked when it is opened.
 */
class RadioTakes extends HTMLElement {
  connectedCallback(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    const spots = await fetch('/api/radio/spots').then(
      (answer): Promise<MasteredSpot[]> | null => (answer.ok ? answer.json() : null),
      () => null,
    );
    for (const place of this.querySelectorAll<HTMLElement>('[data-spot]')) {
      const spot = spots?.find(({ id }) => id === place.dataset['spot']);
      if (spot !== undefined) place.replaceChildren(this.#player(spot), this.#files(spot));
      else if (spots === null) place.textContent = this.dataset['away'] ?? '';
    }
  }

  #player({ id, files }: MasteredSpot): HTMLElement {
    const audio = document.createElement('audio');
    audio.controls = true;
    audio.preload = 'none';
    audio.src = files.find(({ format }) => format === 'mp3')?.url ?? '';
    audio.setAttribute('aria-labelledby', `spot-${id}`);
    return audio;
  }

  #files({ lufs, files }: MasteredSpot): HTMLElement {
    const list = document.createElement('ul');
    list.className = 'plain';
    for (const { name, url, bytes } of files) {
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.textContent = `${name}, ${formatBytes(bytes)}`;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    const heard = document.createElement('li');
    heard.textContent = `${this.dataset['loudness'] ?? ''} ${lufs.toFixed(1)} LUFS`;
    list.append(heard);
    return list;
  }
}

customElements.define('radio-takes', RadioTakes);
