import { type RefObject, useState } from 'react';
import { type Annotation, orderNotes } from '../rubric/order-notes.ts';
import { clockTime, day, grade as written, points } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { Notice } from '../ui/notice.tsx';
import { Files } from './files.tsx';
import type { Item, KeeperState } from './mark-keeper.ts';
import { nameIn } from './queue-panel.tsx';
import { TextNotes, type Writing } from './text-notes.tsx';
import type { Held } from './use-claim.ts';
import { words } from './words.ts';

const { item: says, help } = words;

type CentreProps = {
  item: Item;
  state: KeeperState;
  by: string;
  held: Held | null;
  readOnly: boolean;
  writing: Writing | null;
  text: RefObject<HTMLDivElement | null>;
  write: (writing: Writing | null) => void;
  save: (anchor: Annotation['anchor'], body: string, instead?: Annotation) => void;
  remove: (annotation: Annotation) => void;
  bank: (insert: (body: string) => void) => void;
  showHelp: () => void;
};

/** The submission: its text with comments, its files, and what was said of it before. */
export function Centre(props: CentreProps) {
  const { item } = props;
  const [chosen, choose] = useState(item.version);
  const version = item.versions.find(({ n }) => n === chosen) ?? item.versions[0];
  return (
    <section aria-labelledby="submission">
      <div className="submission stack gap-5 container">
        <Head item={item} version={version} />
        <Told {...props} />
        {item.versions.length > 1 && <Versions item={item} chosen={chosen} choose={choose} />}
        {version && <Sent {...props} version={version} />}
        <Background item={item} />
        <Shortcuts show={props.showHelp} />
      </div>
    </section>
  );
}

/** What was sent in a version; only the last one is commented. */
function Sent({ version, ...props }: CentreProps & { version: Item['versions'][number] }) {
  const { item, readOnly, state } = props;
  const isLast = version.n === item.version;
  const annotations = isLast ? state.content.annotations : [];
  const shut = readOnly || !isLast;
  return (
    <>
      {!isLast && <p className="meta">{says.old}</p>}
      {version.html ? (
        <TextNotes {...props} html={version.html} annotations={annotations} readOnly={shut} />
      ) : (
        <p className="meta">{says.empty}</p>
      )}
      {version.files.length > 0 && (
        <Files {...props} files={version.files} readOnly={shut} ordered={orderOf(item, version.html, annotations)} />
      )}
    </>
  );
}

const orderOf = (item: Item, html: string, annotations: readonly Annotation[]) =>
  orderNotes(
    html,
    annotations,
    item.versions.flatMap(({ files }) => files.map(({ id }) => id)),
  );

function Head({ item, version }: { item: Item; version: Item['versions'][number] | undefined }) {
  const sent =
    version && `${day(version.submittedAt, item.timeZone)}, ${clockTime(version.submittedAt, item.timeZone)}`;
  const facts = [nameIn(item), item.institution, sent && says.sent(sent)];
  return (
    <header className="stack gap-1">
      <h2 id="submission">{item.title}</h2>
      <p className="meta">{[...facts, version?.html && says.words(version.words)].filter(Boolean).join(' · ')}</p>
      {item.members.length > 0 && <p className="meta">{says.members(item.members.join(', '))}</p>}
    </header>
  );
}

/** What keeps one from marking it, and what one should know before. */
function Told({ item, held, readOnly }: CentreProps) {
  const [request] = item.requests;
  return (
    <>
      {held && (
        <Notice tone="pending" title={says.taken} role="status">
          {says.takenBy(held.by, clockTime(held.until, item.timeZone))}
        </Notice>
      )}
      {readOnly && !held && <Notice title={says.readOnly}>{says.closed}</Notice>}
      {item.lateMinutes > 0 && (
        <Notice tone="pending" title={says.late}>
          {item.penalty > 0 ? says.penalty(item.penalty) : says.noPenalty}
        </Notice>
      )}
      {request && (
        <Notice icon="history" title={says.request(request.version)}>
          {request.note}
        </Notice>
      )}
    </>
  );
}

function Versions({ item, chosen, choose }: { item: Item; chosen: number; choose: (n: number) => void }) {
  return (
    <div className="segmented" role="radiogroup" aria-label={says.versions}>
      {item.versions
        .map(({ n }) => n)
        .reverse()
        .map((n) => (
          <label key={n}>
            <input type="radio" name="version" checked={n === chosen} onChange={() => choose(n)} />
            {says.version(n)}
          </label>
        ))}
    </div>
  );
}

/** What was asked, the sample answer, what others gave and what was published: at hand, folded. */
function Background({ item }: { item: Item }) {
  const got = (of: { grade: number | null; points: number | null }) =>
    of.grade === null ? points(of.points ?? 0) : written(of.grade);
  return (
    <div className="stack gap-2">
      <details>
        <summary className="meta">{says.instructions}</summary>
        <div className="prose small-prose">
          <Html html={item.instructions} block />
          {item.sample && (
            <>
              <h3 className="small-title">{says.sample}</h3>
              <Html html={item.sample} block />
            </>
          )}
        </div>
      </details>
      {item.others.length > 0 && (
        <details>
          <summary className="meta">{says.others}</summary>
          <ul>
            {item.others.map((mark) => (
              <li key={mark.id}>
                {says.other(mark.marker, got(mark))}
                {mark.feedback && `. ${mark.feedback}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {item.publications.length > 0 && (
        <details>
          <summary className="meta">{says.history}</summary>
          <ol className="history">
            {item.publications.map((each) => (
              <li key={each.n}>
                {says.publication(each.n, got(each), each.by, day(each.publishedAt, item.timeZone))}
                {each.reason && `. ${each.reason}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

const Shortcuts = ({ show }: { show: () => void }) => (
  <p className="shortcuts">
    <span>
      <kbd>J</kbd> <kbd>K</kbd> {help.row.move}
    </span>
    <span>
      <kbd>C</kbd> {help.row.comment}
    </span>
    <span>
      <kbd>0</kbd> {help.row.to} <kbd>9</kbd> {help.row.level}
    </span>
    <span>
      <kbd>Ctrl</kbd> <kbd>Intro</kbd> {help.row.publish}
    </span>
    <button type="button" className="link" onClick={show}>
      <kbd>?</kbd> {help.row.all}
    </button>
  </p>
);
