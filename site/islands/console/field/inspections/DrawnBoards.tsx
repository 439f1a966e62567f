import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { PictureSignals } from '../boards/Verdict.tsx';
import { DueRow } from './DueBoards.tsx';
import { LatestInspection } from './InspectBoard.tsx';

const drawWordsIn = inEachLanguage({
  title: (left: string, all: string) => [
    `इस सप्ताह ड्रॉ से देखने हैं: ${all} में से ${left} बोर्ड शेष`,
    `Drawn for this week: ${left} of ${all} boards left to look at`,
  ],
  lead: [
    'ये बोर्ड किसी ने नहीं चुने; ड्रॉ की संख्या की पहचान एक सप्ताह पहले सार्वजनिक थी। क्रम रास्ते का है। वहाँ मौके की दो फ़ोटो लें।',
    'Nobody chose them: the hash of the draw’s seed was public a week before. They stand in the order of the way. Take the two live pictures there.',
  ],
  way: ['रास्ता देखें', 'See the way'],
  about: [
    'स्थान अभी ज्ञात नहीं; क्रम जनपद के मध्य से',
    'its place is not known yet; ordered by the middle of the district',
  ],
});

type DrawnBoard = Answer<'GET /api/board-draws'>['boards'][number];

interface DrawnProps {
  onInspect: (place: string) => void;
}

/** This week's drawn boards of the officer's area, in an order for the way; nothing where none was drawn. */
export function DrawnBoards({ onInspect }: DrawnProps) {
  const { words, format } = useConsole(drawWordsIn);
  const { state } = useLoad('GET /api/board-draws', { query: {} });
  if (state.kind !== 'loaded' || state.value.boards.length === 0) return null;
  const { boards } = state.value;
  const left = boards.filter(({ inspection }) => inspection === null).length;
  return (
    <Fold
      className="due-boards"
      open={left > 0}
      title={words.title(format.number(left), format.number(boards.length))}
    >
      <p className="detail">{words.lead}</p>
      <ol>
        {boards.map((board) => (
          <DrawnRow
            key={`${board.district}/${board.station}`}
            board={board}
            onInspect={onInspect}
          />
        ))}
      </ol>
    </Fold>
  );
}

function DrawnRow({ board, onInspect }: { board: DrawnBoard } & DrawnProps) {
  const { words } = useConsole(drawWordsIn);
  const { lon, lat, isExact, inspection, signals } = board;
  if (inspection !== null)
    return (
      <DueRow board={board} onInspect={null}>
        <LatestInspection {...inspection} />
      </DueRow>
    );
  return (
    <DueRow board={board} onInspect={onInspect} below={<PictureSignals signals={signals} />}>
      {isExact ? (
        <a href={`geo:${lat},${lon}?q=${lat},${lon}`}>{words.way}</a>
      ) : (
        <span className="detail">{words.about}</span>
      )}
    </DueRow>
  );
}
