import { Link, useNavigate } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { searchOf } from '../api/search-params.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice, Filters } from '../ui/filters.tsx';
import { daysBetween } from '../ui/format.ts';
import { plainText } from '../ui/plain-text.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { queue: says } = words;

export type Queue = Schemas['MarkingQueue'];
export type Line = Queue['items'][number];
export type Works = Schemas['MarkingWorkList']['items'];
export type Asked = Partial<Record<'question' | 'region' | 'cohort' | 'state' | 'allocated' | 'after', string>>;

export const nameIn = ({ learner, group, code }: Pick<Line, 'learner' | 'group' | 'code'>) =>
  group ?? learner ?? says.code(code);
export const addressOf = (work: Queue['work'], query: Asked, submission?: string) =>
  `/calificar/${work.editionId}/${work.unit}${submission ? `/${submission}` : ''}${searchOf(query)}`;

type PanelProps = { queue: Queue; works: Works; query: Asked; current: string | undefined; now: number };

/** What waits to be marked, and what is shown of it. */
export function QueuePanel({ queue, works, query, current, now }: PanelProps) {
  const { work, items, next } = queue;
  const { after, ...asked } = query;
  return (
    <section className="panel" aria-labelledby="queue">
      <div className="stack gap-3">
        <SectionTitle id="queue">
          {says.heading} <span>{says.of(work.counts.pending, work.counts.all)}</span>
        </SectionTitle>
        <WorkChoice work={work} works={works} question={query.question} />
        <QueueFilters work={work} query={asked} />
        {items.length === 0 ? (
          <Empty text={says.empty} />
        ) : (
          <ol className="rows tappable queue">
            {items.map((line) => (
              <li key={line.id}>
                <Link
                  to={addressOf(work, query, line.id)}
                  aria-current={line.id === current || undefined}
                  preventScrollReset
                >
                  <div>
                    <strong>{nameIn(line)}</strong>
                    <span className="meta">
                      {[line.region, says.ago(daysBetween(line.submittedAt, now, work.timeZone))]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <State line={line} zone={work.timeZone} now={now} />
                  </div>
                </Link>
              </li>
            ))}
          </ol>
        )}
        <p className="cluster">
          {next && <Link to={addressOf(work, { ...asked, after: next })}>{says.more}</Link>}
          {after && <Link to={addressOf(work, asked)}>{says.start}</Link>}
        </p>
        <p className="meta">{says.term(work.rules.returnDays)}</p>
        <Ways work={work} />
      </div>
    </section>
  );
}

/** What a line says beyond whose it is: the first of these that holds. */
function State({ line, zone, now }: { line: Line; zone: string; now: number }) {
  const told = stateOf(line, daysBetween(now, line.dueAt, zone));
  if (!told) return null;
  const [text, tone, icon] = told;
  return (
    <Status icon={icon} {...(tone && { tone })}>
      {text}
    </Status>
  );
}

type Told = readonly [
  text: string,
  tone: 'pending' | 'info' | 'success' | 'danger' | undefined,
  icon: 'clock' | 'edit' | 'history' | 'check' | 'people',
];

function stateOf(line: Line, left: number): Told | null {
  if (line.state !== 'pending') return stated[line.state];
  if (line.claim && !line.claim.mine) return [says.openBy(line.claim.by), 'info', 'edit'];
  if (line.claim?.mine || line.started) return [says.inCourse, 'info', 'edit'];
  return waiting(line, left);
}

const stated: Record<Exclude<Line['state'], 'pending'>, Told> = {
  disputed: [says.third, 'pending', 'people'],
  given: [says.given, 'success', 'check'],
  returned: [says.returned, undefined, 'history'],
  published: [says.published, 'success', 'check'],
};

function waiting({ version, lateMinutes }: Line, left: number): Told | null {
  if (left < 0) return [says.overdue(-left), 'danger', 'clock'];
  if (left === 0) return [says.dueToday, 'pending', 'clock'];
  if (version > 1) return [says.version(version), undefined, 'history'];
  return lateMinutes > 0 ? [says.late, undefined, 'clock'] : null;
}

function WorkChoice({ work, works, question }: { work: Queue['work']; works: Works; question: string | undefined }) {
  const navigate = useNavigate();
  const addresses = works.map(({ editionId, unit, title, prompt, question: asked, course }) => ({
    to: `/calificar/${editionId}/${unit}${searchOf({ question: asked ?? undefined })}`,
    name: `${says.withQuestion(title, prompt && plainText(prompt))} · ${course}`,
  }));
  const here = `/calificar/${work.editionId}/${work.unit}${searchOf({ question })}`;
  const known = addresses.some(({ to }) => to === here);
  return (
    <div className="field">
      <label htmlFor="work">{says.work}</label>
      <select className="input" id="work" value={here} onChange={({ target }) => void navigate(target.value)}>
        {!known && <option value={here}>{work.title}</option>}
        {addresses.map(({ to, name }) => (
          <option key={to} value={to}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What would tell whose work it is does not filter where that is hidden. */
const nobody = { regions: [], cohorts: [] };

function QueueFilters({ work, query }: { work: Queue['work']; query: Asked }) {
  const { question, ...filters } = query;
  const active = Object.values(filters).filter(Boolean).length;
  const { regions, cohorts } = work.rules.anonymous ? nobody : work;
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => [id, name] as const);
  return (
    <details className="queue-filters">
      <summary>{says.filters(active)}</summary>
      <Filters label={says.filterLabel} key={JSON.stringify(query)}>
        {question && <input type="hidden" name="question" value={question} />}
        <Choice
          name="state"
          label={says.state}
          options={Object.entries(says.states)}
          chosen={query.state ?? 'pending'}
        />
        <Choice
          name="allocated"
          label={says.allocated}
          options={[
            ['', says.allocation.all],
            ['mine', says.allocation.mine],
            ['none', says.allocation.none],
          ]}
          chosen={query.allocated}
        />
        {regions.length > 1 && (
          <Choice
            name="region"
            label={says.region}
            options={[['', says.any], ...named(regions)]}
            chosen={query.region}
          />
        )}
        {cohorts.length > 0 && (
          <Choice
            name="cohort"
            label={says.cohort}
            options={[['', says.anyCohort], ...named(cohorts)]}
            chosen={query.cohort}
          />
        )}
        <button className="btn">{says.submit}</button>
        {active > 0 && <Link to={addressOf(work, question ? { question } : {})}>{says.clear}</Link>}
      </Filters>
    </details>
  );
}

const Ways = ({ work }: { work: Queue['work'] }) => (
  <p className="cluster meta">
    {work.may.share && <Link to={`/calificar/${work.editionId}/${work.unit}/reparto`}>{says.share}</Link>}
    <Link to={`/calificar/${work.editionId}/${work.unit}/acuerdo`}>{says.quality}</Link>
    <Link to="/calificar">{says.all}</Link>
  </p>
);
