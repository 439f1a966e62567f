import { useCallback, useEffect, useRef, useState } from 'react';
import type { NameExample } from '../../../../../campaigns/proofs/proof.ts';
import { valueAt } from '../../../../../campaigns/studio/path.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { toSvgUrl } from './EmblemField.tsx';
import { useCampaignProof } from './use-campaign-proof.ts';
import type { Content } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

interface PhoneProofProps {
  example: NameExample;
  content: Content;
  emblem: string;
}

/** Drawn with the published code: a draft changes none. */
const asPublished = { fields: {}, emblem: undefined };

/**
 * The page that a citizen's phone opens behind the code of a board: the site's very page, in which only the draft's words and
 * its emblem take the place of the published ones.
 */
export function PhoneProof({ example, content, emblem }: PhoneProofProps) {
  const { language } = useConsole();
  const words = useStudioWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isOther, setIsOther] = useState(false);
  const { proof } = useCampaignProof(asPublished, { artwork: 'board', example });
  const dress = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (page == null || page.readyState === 'loading') return;
    const places = page.querySelectorAll<HTMLElement>('[data-words]');
    for (const place of places) {
      const value = valueAt(content, (place.dataset['words'] ?? '').split('.'));
      place.textContent = (value as Record<string, string> | undefined)?.[language] ?? '';
    }
    for (const picture of page.querySelectorAll<HTMLImageElement>('img[data-emblem]'))
      picture.src = toSvgUrl(emblem);
    // It is looked at and scrolled; its links lead away.
    if (page.body !== null) page.body.inert = true;
    setIsOther(page.location.href !== 'about:blank' && places.length === 0);
  }, [content, emblem, language]);
  useEffect(dress, [dress]);
  return (
    <div className="studio-printed">
      {proof?.code == null ? (
        <p className="studio-blank" role="status">
          {words.proofWait}
        </p>
      ) : (
        <div className="studio-phone">
          <iframe
            ref={frame}
            title={`${words.proofPhone}: ${proof.name}`}
            src={localPath(language, `/get/?c=${proof.code}`)}
            tabIndex={-1}
            onLoad={dress}
          />
        </div>
      )}
      <p className="detail studio-fine" role="status">
        {isOther ? words.phoneAway : words.phoneFine}
      </p>
    </div>
  );
}
