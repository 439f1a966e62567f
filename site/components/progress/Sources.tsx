import { toDay } from '../../../campaigns/tracker/clock.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import type { ProgressProps } from './progress-page.ts';
import { TableHead } from './TableHead.tsx';

/** Where each figure comes from and how old it is; and scans by medium. */
export function Sources({ file, language }: ProgressProps) {
  const words = progressWordsIn(language);
  const { downloads } = file;
  const day = (value: string) => formatDay(value, progressSide(language));
  return (
    <>
      {downloads.kind === 'none' ? (
        <p>{words.noSources}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.source}</th>
                <th scope="col">{words.lastReport}</th>
                <th scope="col">{words.readAt}</th>
                <th scope="col" className="wide">
                  {words.from}
                </th>
              </tr>
            </thead>
            <tbody>
              {downloads.freshness.map(({ source, lastDay, from, readAt }) => (
                <tr key={source}>
                  <th scope="row">{words.sourceNames[source]}</th>
                  <td>{day(lastDay)}</td>
                  <td>{day(toDay(new Date(readAt)))}</td>
                  <td className="wide">{from}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {file.evidence.length > 0 && <Evidence file={file} language={language} />}
          <ul className="gaps">
            {downloads.gaps.map(({ source, first, last }) => (
              <li key={`${source} ${first}`}>
                {first === last
                  ? words.gapDay(words.sourceNames[source], day(first))
                  : words.gapDays(words.sourceNames[source], day(first), day(last))}
              </li>
            ))}
          </ul>
        </>
      )}
      {file.scans.total > 0 && <Channels file={file} language={language} />}
    </>
  );
}

/** Each file and entry that downloads are counted from: how it came, whether a second officer accepted it, what was taken back. */
function Evidence({ file, language }: Pick<ProgressProps, 'file' | 'language'>) {
  const words = progressWordsIn(language);
  const day = (value: string) => formatDay(value, progressSide(language));
  return (
    <details>
      <summary id="evidence">{words.evidence}</summary>
      <table>
        <TableHead texts={[words.from, words.readAt, words.broughtBy]} />
        <tbody>
          {file.evidence.map(({ from, source, way, readOn, secondOfficer, withdrawnOn }) => (
            <tr key={`${from} ${readOn} ${source} ${withdrawnOn}`}>
              <th scope="row">
                {withdrawnOn === null ? from : <del>{from || words.sourceNames[source]}</del>}
              </th>
              <td>{day(readOn)}</td>
              <td>
                {words.ways[way]}
                {secondOfficer && `; ${words.secondOfficer}`}
                {withdrawnOn !== null && <strong> {words.withdrawn(day(withdrawnOn))}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Channels({ file, language }: Pick<ProgressProps, 'file' | 'language'>) {
  const words = progressWordsIn(language);
  return (
    <details>
      <summary>{words.channelTable}</summary>
      <p className="detail">{file.installs === null ? words.notInstalls : words.installsNote}</p>
      <table>
        <TableHead
          texts={[words.channel]}
          numbers={[words.scans, words.last7, file.installs !== null && words.installs]}
        />
        <tbody>
          {file.channels.map(({ channel, total, last7, installs }) => (
            <tr key={channel}>
              <th scope="row">{words.channels[channel]}</th>
              <td className="number">{formatNumber(total, language)}</td>
              <td className="number">{formatNumber(last7, language)}</td>
              {installs !== null && (
                <td className="number">{formatNumber(installs.total, language)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
