import { destinationFor, detectPlatform } from '../../campaigns/links/links.ts';
import { parseCode, serialSymbols } from '../../campaigns/links/short-code.ts';
import type { PlaceOfCode, PlacesOfCodes } from '../places.ts';

/** On the page behind a code: names the place, and puts the store of the device first. */
class GetApp extends HTMLElement {
  connectedCallback(): void {
    this.classList.toggle('installs-nothing', /\bKAIOS\b/i.test(navigator.userAgent));
    this.#putOwnStoreFirst();
    const typed = new URLSearchParams(location.search).get('c');
    if (typed !== null) void this.#readCode(typed);
  }

  /** The buttons change what they say, so that nothing on the page moves. */
  #putOwnStoreFirst(): void {
    const play = this.#store('play');
    const appStore = this.#store('app-store');
    if (play === null || appStore === null || detectPlatform(navigator.userAgent) !== 'ios') return;
    const said = [...play.childNodes];
    const { href } = play;
    play.replaceChildren(...appStore.childNodes);
    appStore.replaceChildren(...said);
    [play.href, appStore.href] = [appStore.href, href];
    play.dataset['store'] = 'app-store';
    appStore.dataset['store'] = 'play';
  }

  async #readCode(typed: string): Promise<void> {
    const parsed = parseCode(typed);
    if (parsed.kind !== 'valid') return this.#sayUnknown();
    const symbols = serialSymbols(parsed.serial);
    const response = await fetch(`/codes/${symbols.slice(0, 2)}.json`);
    const places: PlacesOfCodes = response.ok ? await response.json() : {};
    const place = places[symbols];
    if (place === undefined) return this.#sayUnknown();
    this.#name(place);
    const { package: playPackage, appStore, appStoreProvider } = this.dataset;
    const app = {
      playPackage: playPackage || null,
      appStoreId: appStore || null,
      appStoreProvider: appStoreProvider || null,
    };
    this.#takeReports(place, parsed.code);
    const owned = { ...parsed, owner: toOwner(place) };
    for (const [store, platform] of [
      ['play', 'android'],
      ['app-store', 'ios'],
    ] as const) {
      const link = this.#store(store);
      if (link !== null) link.href = destinationFor(platform, app, owned).url;
    }
  }

  #name(place: PlaceOfCode): void {
    this.#say('.detail', this.dataset['from']);
    this.#say('.place', this.dataset['language'] === 'en' ? place.en : place.hi);
  }

  /** A station has somebody who looks at its code. */
  #takeReports({ station }: PlaceOfCode, code: string): void {
    const report = this.querySelector<HTMLElement>('report-form');
    if (report === null || station === undefined) return;
    report.dataset['about'] = JSON.stringify({ code });
  }

  #sayUnknown(): void {
    this.#say('.place', '');
    this.#say('.unknown', this.dataset['unknown']);
  }

  #say(part: string, text = ''): void {
    const place = this.querySelector(`.strip ${part}`);
    if (place !== null) place.textContent = text;
  }

  #store(store: 'play' | 'app-store'): HTMLAnchorElement | null {
    return this.querySelector<HTMLAnchorElement>(`[data-store="${store}"]`);
  }
}

/** App Store figures are kept a district, so the station does not matter here. */
function toOwner({ district }: PlaceOfCode) {
  return district === undefined
    ? ({ scope: 'state' } as const)
    : ({ scope: 'district', district } as const);
}

customElements.define('get-app', GetApp);
