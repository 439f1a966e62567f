import { expect, test } from 'vitest';
import { filmFormats } from '../../../generator/channels/film/deliveries.ts';
import { judgeTimeline } from '../../../generator/channels/film/rules.ts';
import { film, openTestFilm } from '../channels/film/source.ts';
import { readWords, writtenScripts } from './demonstration.ts';

test.each(writtenScripts)(
  'a film’s captions in %s keep the house rules and off the words',
  (script) => {
    const { caption } = readWords(script);
    const shots = film.shots.map((shot) => ({
      ...shot,
      caption: { ...shot.caption, hi: caption },
    }));
    const source = openTestFilm({ ...film, shots });
    for (const id of ['cinema', 'wide'] as const) {
      const timeline = source.timeline(filmFormats[id], true);
      expect(judgeTimeline(timeline)).toEqual([]);
      const lines = timeline.at(1.6).filter(({ part }) => part === 'caption');
      // The ground, and at least one line on it.
      expect(lines.length, id).toBeGreaterThan(1);
    }
  },
);
