import {
  type BuildingAt,
  type BuildingPart,
  roofParts,
  wallParts,
} from '../../../artwork/building.ts';
import type { Path } from '../../../layout/path.ts';
import { fitted } from '../lettering.ts';
import { roundedRectangle } from '../outline.ts';
import { type FilmShape, group, move, shape } from '../shape.ts';
import type { Area, FilmKit } from '../stage.ts';

/** The building of the boards, which is a phone: its door is the screen. */
export interface StationFigure {
  width: number;
  height: number;
  /** Walls and door, then the roof with signboard and flag; the roof's upper left corner is the origin. */
  walls: FilmShape[];
  roof: FilmShape[];
  screen: Area;
  /** Edge of the screen, to cut off what runs past it. */
  glass: Path;
}

/** The same building at another width, over a door of another height. */
export function scaleBuilding(of: BuildingAt, width: number, doorHeight: number): BuildingAt {
  const k = width / (of.right - of.left);
  const down = (y: number) => (y - of.top) * k;
  const door = down(of.code.top);
  const step = door + doorHeight;
  return {
    left: 0,
    right: width,
    top: 0,
    sign: { top: down(of.sign.top), bottom: down(of.sign.bottom) },
    code: { top: door, size: 0 },
    stepBottom: step,
    bottom: step + 0.03 * width,
  };
}

/** @param isRead whether its signboard stands still long enough to be read, and is judged as words */
export function stationFigure(
  kit: FilmKit,
  at: BuildingAt,
  { isRead = false }: { isRead?: boolean } = {},
): StationFigure {
  const { parts: walls, door } = wallParts(at);
  const { parts: roof, flag, emblem } = roofParts(at);
  const own = move(-at.left, -at.top);
  const { pictures } = kit;
  const crest = pictures.emblem.height / emblem.height;
  const placed = ({ shapes }: FilmKit['pictures']['flag'], part: string, scale: number, to: Area) =>
    group(
      shapes.map(({ path, ink }) => shape(part, ink, path)),
      { matrix: [scale, 0, 0, scale, to.x, to.y] },
    );
  const width = at.right - at.left;
  const tall = at.sign.bottom - at.sign.top;
  const name = fitted(
    kit.fonts,
    [kit.campaign.copy.state[kit.language]],
    { width: 0.9 * width, height: 0.88 * tall, ideal: tall },
    { ink: 'paper', part: 'owner', weight: 700, sign: !isRead },
  );
  const screen = {
    x: door.left - at.left,
    y: door.top - at.top,
    width: door.width,
    height: door.height,
  };
  return {
    width,
    height: at.bottom - at.top,
    walls: group(walls.map(drawPart), { matrix: own }),
    roof: group(
      [
        ...roof.map(drawPart),
        ...placed(pictures.flag, 'flag', flag.width / pictures.flag.width, {
          x: flag.left,
          y: flag.top,
          ...flag,
        }),
        ...placed(pictures.emblem, 'emblem', 1 / crest, {
          x: emblem.left,
          y: emblem.top,
          ...emblem,
        }),
        ...group(name.lines, {
          matrix: move(
            (at.left + at.right - name.width) / 2,
            at.sign.top + (tall - name.height) / 2,
          ),
        }),
      ],
      { matrix: own },
    ),
    screen,
    glass: roundedRectangle(grown(screen), door.radius ?? 0),
  };
}

/** By a pixel, so that the door shows no rim around what covers it. */
export function grown({ x, y, width, height }: Area): Area {
  return { x: x - 1, y: y - 1, width: width + 2, height: height + 2 };
}

/** Walls reach up behind the signboard, so that they end as round as a phone where the roof is off. */
function drawPart({ ink, left, top, width, height, radius = 0, round }: BuildingPart): FilmShape {
  const more = round === 'bottom' ? radius : 0;
  const box = { x: left, y: top - more, width, height: height + more };
  return shape('station', ink, roundedRectangle(box, radius));
}
