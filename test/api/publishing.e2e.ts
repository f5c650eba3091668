import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvaluationQuestion } from '../../api/src/assessment/evaluation.entity.ts';
import { Question, QuestionVersion } from '../../api/src/bank/question.entity.ts';
import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { Course, CourseVersion, VersionUnit } from '../../api/src/catalogue/course.entity.ts';
import { Edition } from '../../api/src/catalogue/edition.entity.ts';
import { CourseManifest, ProgrammeManifest, PublicationManifest } from '../../api/src/catalogue/manifest.schema.ts';
import { ProgrammeVersion } from '../../api/src/catalogue/programme.entity.ts';
import { Publication, PublicationRevision } from '../../api/src/catalogue/publication.entity.ts';
import { FormerSlug, GlossaryTerm, Source } from '../../api/src/catalogue/reference.entity.ts';
import { Passage, SearchWord } from '../../api/src/catalogue/search.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { PublishingService } from '../../api/src/publishing/publishing.service.ts';
import { Task } from '../../api/src/submission/task.entity.ts';
import { Comuna, Institution, Province, Region } from '../../api/src/territory/territory.entity.ts';
import { anonymous, app, db } from '../support/app.ts';
import { aContentFolder } from '../support/content.ts';

const course = 'cursos/uno';
const lesson = `${course}/01-m/01-l.md`;
let root: string;
/** The folder that a test made for itself, and the only one that may be removed after it. */
let own: string | undefined;

const load = () => app.get(PublishingService).load(root);
const write = (path: string, text: string | Buffer) => writeFile(join(root, path), text);
const read = (path: string) => readFile(join(root, path), 'utf8');
const change = async (path: string, from: string | RegExp, to: string) =>
  write(path, (await read(path)).replace(from, to));
const theCourse = (key = 'uno') => db.of(Course).findOneByOrFail({ key });
const current = async (key = 'uno') =>
  db.of(CourseVersion).findOneByOrFail({ id: (await theCourse(key)).currentVersionId ?? '' });

/** A digest of every row of every table, with the transaction that wrote it. */
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      db.em.dataSource.entityMetadatas.map(async ({ tableName }) => {
        const [{ digest }] = await db.em.query(
          `select md5(coalesce(string_agg(t.xmin::text || t::text, '' order by t::text), '')) as digest from "${tableName}" t`,
        );
        return [tableName, digest] as const;
      }),
    ),
  );

describe('the real content', () => {
  beforeAll(async () => {
    root = fileURLToPath(new URL('../../content', import.meta.url));
    expect((await load()).problems).toEqual([]);
  });

  it('loads the real content, and loading it again writes nothing', async () => {
    const before = await everything();
    expect(await load()).toEqual({ published: [], problems: [] });
    expect(await everything()).toEqual(before);
  });

  it('knows 16 regions from north to south, 56 provinces, 346 comunas and 16 regional governments', async () => {
    const regions = await db.of(Region).find({ order: { position: 'ASC' } });
    expect(regions).toHaveLength(16);
    expect([regions[0]?.cut, regions[15]?.cut]).toEqual(['15', '12']);
    expect(await db.of(Province).count()).toBe(56);
    expect(await db.of(Comuna).count()).toBe(346);
    expect(await db.of(Comuna).findOneByOrFail({ cut: '05201' })).toMatchObject({ timeZone: 'Pacific/Easter' });
    expect(await db.of(Institution).countBy({ kind: 'regional_government' })).toBe(16);
  });

  it('writes manifests that their schemas know, and units, pools and passages beside them', async () => {
    for (const { manifest } of await db.of(CourseVersion).find()) CourseManifest.parse(manifest);
    for (const { manifest } of await db.of(ProgrammeVersion).find()) ProgrammeManifest.parse(manifest);
    for (const { manifest } of await db.of(PublicationRevision).find()) PublicationManifest.parse(manifest);
    const { id: versionId, manifest } = await current('por-que-convergencia');
    const units = await db.of(VersionUnit).find({ where: { versionId }, order: { position: 'ASC' } });
    expect(units.filter(({ kind }) => kind === 'lesson')).toHaveLength(9);
    expect(units.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBe(100);
    expect(units.slice(-2)).toMatchObject([
      { moduleKey: null, kind: 'evaluation', unitKey: manifest.final?.key },
      { moduleKey: null, kind: 'task', unitKey: 'ficha-de-brechas' },
    ]);
    expect(await db.of(Task).findOneByOrFail({ versionId })).toMatchObject({ points: 20_000, penalty: 5, lateDays: 7 });
    expect(await db.of(EvaluationQuestion).countBy({ versionId, unitKey: units[3]?.unitKey ?? '' })).toBeGreaterThan(
      15,
    );
    expect(await db.of(Passage).countBy({ chapterKey: 'vac-y-cae' })).toBeGreaterThan(3);
    expect(await db.of(SearchWord).existsBy({ word: 'participacion' })).toBe(true);
    const announced = await db.of(Course).findOneByOrFail({ key: 'gobernar-y-seguir' });
    expect(announced).toMatchObject({ status: 'announced', currentVersionId: expect.any(String) });
  });

  it('serves the text of a lesson and its figures by their hashes', async () => {
    const { manifest } = await current('por-que-convergencia');
    const unit = manifest.modules[0]?.units[0];
    const sha = unit?.kind === 'lesson' ? unit.sha : '';
    const answer = await anonymous().get(`/api/blobs/${sha}.html`).expect(200);
    const [, figure] = /src="(\/api\/blobs\/[0-9a-f]{64}\.svg)"/.exec(answer.text) ?? [];
    await anonymous()
      .get(figure ?? '')
      .expect(200)
      .expect('content-type', /svg/);
  });
});

describe('a folder that changes', () => {
  beforeEach(async () => {
    own = root = await aContentFolder();
    expect((await load()).problems).toEqual([]);
  });
  afterEach(async () => {
    if (own) await rm(own, { recursive: true, force: true });
    own = undefined;
  });

  it('makes a new version of a course whose lesson changed, and leaves its editions theirs', async () => {
    const old = await current();
    const edition = {
      ...{ id: newId(), parentId: null, courseVersionId: old.id, programmeVersionId: null, name: 'Otoño 2027' },
      ...{ enrolFrom: new Date(0), enrolUntil: new Date(1), startsAt: new Date(2), endsAt: new Date(3) },
      ...{ timeZone: 'America/Santiago', createdAt: new Date() },
    };
    await db.of(Edition).insert(edition);
    await change(lesson, 'Texto del caso', 'Otro texto');

    expect(await load()).toEqual({ published: [`${course}/curso.md`], problems: [] });
    const now = await current();
    expect(now).toMatchObject({ courseId: old.courseId, n: old.n + 1, structureHash: old.structureHash });
    expect(await db.of(Edition).findOneByOrFail({ id: edition.id })).toMatchObject({ courseVersionId: old.id });
    expect(await db.of(VersionUnit).countBy({ versionId: old.id })).toBe(
      await db.of(VersionUnit).countBy({ versionId: now.id }),
    );
    const audited = await db.of(AuditEntry).findBy({ action: 'course.publish', subjectId: old.courseId });
    expect(audited).toContainEqual(
      expect.objectContaining({ actorId: null, detail: expect.objectContaining({ n: now.n }) }),
    );

    await change(lesson, 'Otro texto', 'Texto del caso');
    await load();
    expect((await current()).id).toBe(old.id);
  });

  it('keeps the versions of questions that did not change', async () => {
    const questions = await db.of(Question).count();
    const versions = await db.of(QuestionVersion).count();
    await change(`${course}/01-m/evaluacion.md`, /puntos=\d/, 'puntos=7');
    await load();
    expect(await db.of(Question).count()).toBe(questions);
    expect(await db.of(QuestionVersion).count()).toBe(versions + 1);
  });

  it.each([
    ['in Latin-1', (text: string) => Buffer.from(text, 'latin1'), /UTF-8/],
    ['with a BOM', (text: string) => Buffer.from(`\u{feff}${text}`), /BOM/],
    ['with a directive that nobody knows', (text: string) => Buffer.from(`${text}\n::video[x]{src=a}\n`), /«video»/],
  ])('never lets a file %s replace what is loaded', async (_, broken, problem) => {
    const before = await theCourse();
    await write(lesson, broken(await read(lesson)));
    const { published, problems } = await load();
    expect(published).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ file: lesson, problem: expect.stringMatching(problem) })]);
    expect(await theCourse()).toEqual(before);
  });

  it('keeps the history of a renamed file, and the way to a renamed course', async () => {
    const before = await current();
    await rename(join(root, lesson), join(root, lesson.replace('01-l', '01-otro-nombre')));
    expect((await load()).published).toEqual([]);
    expect(await db.of(Source).existsBy({ path: lesson })).toBe(false);
    expect((await current()).id).toBe(before.id);

    await rename(join(root, course), join(root, 'cursos/dos'));
    expect((await load()).problems).toEqual([]);
    const { id, slug } = await theCourse();
    expect([id, slug]).toEqual([before.courseId, 'dos']);
    expect(await db.of(FormerSlug).findOneByOrFail({ kind: 'course', slug: 'uno' })).toMatchObject({
      subjectId: id,
    });
  });

  it('leaves alone what was edited here', async () => {
    const before = await current();
    await db.of(Source).update({ path: lesson }, { origin: 'editor' });
    await change(lesson, 'Texto del caso', 'Un texto editado');
    expect((await load()).published).toEqual([]);
    expect((await current()).id).toBe(before.id);
    await db.of(Source).update({ path: lesson }, { origin: 'folder' });
  });

  it('replaces the passages of a publication that changed, and says what is new in the glossary', async () => {
    const file = 'cartillas/zona/cartilla.md';
    await change(file, '## Criterios', '## Guanaco\n\nEl guanaco es un camélido.\n\n## Criterios');
    await change('glosario.md', 'Lo que falta', 'Nuevo texto');
    const { published } = await load();
    expect(published).toEqual(expect.arrayContaining(['glosario.md', file]));
    const { id } = await db.of(Publication).findOneByOrFail({ key: 'zona' });
    const found = await db.em.query(
      `select anchor from passage where publication_id = $1 and words @@ websearch_to_tsquery('spanish', es_fold('guanacos'))`,
      [id],
    );
    expect(found).toEqual([{ anchor: 'guanaco' }]);
    expect(await db.of(SearchWord).findOneByOrFail({ word: 'guanaco' })).toMatchObject({ weight: 2 });
    expect((await db.of(GlossaryTerm).findOneByOrFail({ id: 'brecha' })).definition).toMatch(/^Nuevo texto/);
  });

  it('lets programs that load at the same time take turns', async () => {
    await change(lesson, 'Texto del caso', 'Un texto disputado');
    const answers = await Promise.all([load(), load(), load()]);
    expect(answers.flatMap(({ published }) => published)).toEqual([`${course}/curso.md`]);
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('brings back a text that was lost from the disk', async () => {
    const [unit] = (await current()).manifest.modules[0]?.units ?? [];
    const sha = unit?.kind === 'lesson' ? unit.sha : '';
    await rm(join(process.env['DATA_DIR'] ?? '', 'blobs', sha.slice(0, 2)), { recursive: true });
    await anonymous().get(`/api/blobs/${sha}.html`).expect(404);
    await load();
    await anonymous().get(`/api/blobs/${sha}.html`).expect(200);
  });
});
