import { noticesOf } from './notices.policy.ts';
import type { Chapter, Norm, Publication, Text } from './content.schema.ts';
import type { ChapterCard, PublicationCard } from './front-matter.schema.ts';
import type { Setting } from './library.ts';
import type { Page } from './page.ts';
import type { Problems } from './problems.ts';
import { once } from './read-course.ts';
import { renderText } from './render-text.ts';
import { filesOf } from './source-folder.ts';

export type PublicationPages = {
  slug: string;
  kind: Publication['kind'];
  main: Page<PublicationCard>;
  chapters: Page<ChapterCard>[];
};
type Written = { chapter: Chapter; text: Text; page: Page };

/** A booklet or guidance is one chapter, `texto`; a manual has its own, and its main file presents it. */
export function readPublication(
  { slug, kind, main, chapters }: PublicationPages,
  settingOf: (page: Page) => Setting,
  problems: Problems,
): Publication | null {
  const own = renderText(settingOf(main), main.card?.titulo ?? '', { numbered: kind !== 'manual' });
  const written = chapters.map((page, index) => {
    const text = renderText(settingOf(page), page.card?.titulo ?? '', { prefix: `${index + 1}.`, numbered: true });
    return page.card && { chapter: chapterOf(text, page.card), text, page };
  });
  const { card } = main;
  if (!card) return null;
  if (kind === 'manual') checkChapters(main, written, problems);
  const all =
    kind === 'manual'
      ? written.filter((one) => one !== null)
      : [{ chapter: chapterOf(own, { ...card, id: 'texto' }), text: own }];
  return {
    ...publicationOf(card, kind),
    slug,
    introduction: kind === 'manual' ? own.html : '',
    minutes: all.reduce((sum, { chapter }) => sum + chapter.minutes, 0),
    norms: normsOf([own, ...all.map(({ text }) => text)]),
    chapters: all.map(({ chapter }) => chapter),
    media: once([own, ...all.map(({ text }) => text)].flatMap(({ media }) => media)),
    files: filesOf(main, ...chapters),
  };
}

const publicationOf = (card: PublicationCard, kind: Publication['kind']) => ({
  kind,
  key: card.id,
  title: card.titulo,
  summary: card.resumen,
  topics: card.temas,
  stages: card.etapas,
  territoryKinds: card.territorios,
  edition: card.edicion,
  reviewedOn: card.revisado,
  notices: noticesOf(card),
});

function chapterOf(text: Text, { id, titulo, revisado }: ChapterCard): Chapter {
  const { html, sha, words, minutes, toc, terms, norms, passages } = text;
  return { key: id, title: titulo, reviewedOn: revisado, html, sha, words, minutes, toc, terms, norms, passages };
}

const normsOf = (texts: Text[]): Norm[] => [
  ...new Map(texts.flatMap(({ norms }) => norms).map((norm) => [JSON.stringify(norm), norm])).values(),
];

function checkChapters(main: Page, written: (Written | null)[], problems: Problems): void {
  if (written.length === 0)
    problems.add(main.path, 1, 'El manual no tiene capítulos', 'Agrega 01-nombre.md junto a manual.md');
  const seen = new Set<string>();
  for (const one of written) {
    if (one && seen.has(one.chapter.key))
      problems.add(one.page.path, 2, `El id «${one.chapter.key}» se repite`, 'Da a cada capítulo un id propio');
    seen.add(one?.chapter.key ?? '');
  }
}
