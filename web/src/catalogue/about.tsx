import type { ReactNode } from 'react';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Cover } from '../ui/cover.tsx';
import { calendarDay } from '../ui/format.ts';
import { Fragment, type Text } from '../ui/fragment.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { page } = words;

type HeadProps = {
  kind: 'programme' | 'course';
  course: { title: string; summary: string; minutes: number; topics: { key: string; name: string }[] };
  children: ReactNode;
};

/** Cover, title and summary; as children, the way to enrol. */
export function Head({ kind, course: { title, summary, minutes, topics }, children }: HeadProps) {
  return (
    <header className="stack gap-3">
      <Breadcrumbs trail={[{ to: '/oferta', name: words.offer.title }]} />
      <div className="course-head">
        <Cover
          kind={kind === 'programme' ? 'diploma' : 'course'}
          label={words[kind]}
          title={title}
          foot={words.lengthOf(minutes)}
          on="all"
        />
        <div className="stack gap-3">
          <p className="meta">{[words[kind], ...topics.map(({ name }) => name)].join(' · ')}</p>
          <h1>{title}</h1>
          <p className="lead">{summary}</p>
          {children}
        </div>
      </div>
    </header>
  );
}

export function Figures({ figures }: { figures: readonly { name: string; value: string | number }[] }) {
  return (
    <dl className="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Outcomes({ outcomes }: { outcomes: readonly string[] }) {
  if (outcomes.length === 0) return null;
  return (
    <section className="stack gap-3" aria-labelledby="outcomes">
      <SectionTitle id="outcomes">{page.outcomes}</SectionTitle>
      <ul className="checks">
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <Icon name="check" />
            <span>{outcome}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Requirements({ requirements }: { requirements: readonly string[] }) {
  if (requirements.length === 0) return null;
  return (
    <section className="stack gap-2" aria-labelledby="requirements">
      <SectionTitle id="requirements">{page.requirements}</SectionTitle>
      <ul className="rows">
        {requirements.map((requirement) => (
          <li key={requirement}>{requirement}</li>
        ))}
      </ul>
    </section>
  );
}

type IntroductionProps = { text: Text; notices: readonly string[]; reviewedOn: string };

/** The author's own presentation, and how far it can be trusted. */
export function Introduction({ text, notices, reviewedOn }: IntroductionProps) {
  return (
    <section className="stack gap-4" aria-labelledby="about">
      <SectionTitle id="about">{page.about}</SectionTitle>
      {notices.map((notice) => (
        <Notice key={notice} tone="pending" icon="info" title={notice}>
          {words.reviewed(calendarDay(reviewedOn))}
        </Notice>
      ))}
      {notices.length === 0 && <p className="meta">{words.reviewed(calendarDay(reviewedOn))}</p>}
      {text.html && <Fragment text={text} className="prose introduction" />}
    </section>
  );
}
