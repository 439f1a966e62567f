import { campaignFolder, loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import type { Film } from '../../../../campaigns/channels/film/film.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { type FilmSource, openFilm } from '../../../../generator/channels/film/film-source.ts';
import { loadConfig } from '../../../../generator/config.ts';
import type { ShelfSources } from '../../../../generator/shelf/item.ts';

export const campaign = loadCampaign('up-cop');
export const film = campaign.film as Film;

export function sources(dataDir = 'data'): ShelfSources {
  const config = loadConfig({ DATA_DIR: dataDir });
  return {
    config,
    campaign,
    directory: { districts: [], stations: [] },
    registry: loadRegistry({ campaignFolder: campaignFolder('up-cop') }),
    out: config.printDir,
    districts: [],
    stations: [],
  };
}

/** The campaign's film, or another one in its place. */
export function openTestFilm(own: Film = film): FilmSource {
  return openFilm(own, sources());
}

/** The film with one shot changed. */
export function withShot(kind: string, change: Partial<Film['shots'][number]>): Film {
  return {
    ...film,
    shots: film.shots.map((shot) => (shot.kind === kind ? { ...shot, ...change } : shot)),
  };
}
