import { Fragment } from 'react';
import { Html } from '../ui/html.tsx';
import { plainText } from '../ui/plain-text.ts';
import { type BodyOf, gapsOf } from './answered.ts';
import { Mark } from './reviewed-tables.tsx';
import { words } from './words.ts';

const { reviewed: says } = words;

type Gap = ReturnType<typeof gapsOf>[number];
type GapsProps = {
  body: BodyOf<'gaps'>;
  given: Record<string, string>;
  right: Record<string, string>;
  options: Record<string, string>;
  why: Record<string, string>;
};

/** What a gap says in words: the text typed, or the option chosen from its list. */
function saidIn(gap: Gap, text: string | undefined): string {
  if (!text) return '';
  return gap.type === 'choice' ? plainText(gap.options.find(({ id }) => id === text)?.html ?? '') : text;
}

/** What was written in a gap and, once it is published, what belongs there. */
function Filled({ verdict, given, right }: { verdict: string | undefined; given: string; right: string }) {
  if (!verdict) return <strong>{given || says.noAnswer}</strong>;
  return (
    <span>
      <Mark right={verdict === 'right'} />{' '}
      {verdict !== 'right' && (
        <>
          <del>{given || says.noAnswer}</del>{' '}
        </>
      )}
      <strong>{verdict === 'right' ? given : right}</strong>
    </span>
  );
}

/** The text with what was written in each gap and, where that was wrong, what belongs there. */
export function ReviewedGaps({ body, given, right, options, why }: GapsProps) {
  const explained = gapsOf(body).filter(({ id }) => why[id]);
  return (
    <div className="stack gap-3">
      <div className="gap-text">
        {body.parts.map((part, i) =>
          part.type === 'html' ? (
            <Html key={i} html={part.html} />
          ) : (
            <Filled
              key={part.id}
              verdict={options[part.id]}
              given={saidIn(part, given[part.id])}
              right={saidIn(part, right[part.id])}
            />
          ),
        )}
      </div>
      {explained.length > 0 && (
        <dl className="facts">
          {explained.map((gap) => (
            <Fragment key={gap.id}>
              <dt>{says.gaps.number(gapsOf(body).indexOf(gap) + 1)}</dt>
              <dd>
                <Html html={why[gap.id] ?? ''} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
