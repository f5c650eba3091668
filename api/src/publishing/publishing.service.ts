import { Injectable, Logger } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import type { Content, Problem, SourceFile } from '../content/content.schema.ts';
import { readContent } from '../content/content.service.ts';
import { isDatabaseAway } from '../platform/refusal.ts';
import { CoursePublisher } from './course.service.ts';
import { MissingCourse, ProgrammePublisher } from './programme.service.ts';
import { PublicationPublisher } from './publication.service.ts';
import { ReferencePublisher } from './reference.service.ts';
import { ShelfService } from './shelf.service.ts';

/** `published` names the files of the items that are new or changed. */
export type Loaded = { published: string[]; problems: Problem[] };

/** Loads a content folder into the catalogue and the question bank. */
@Injectable()
export class PublishingService {
  private readonly log = new Logger('Publishing');

  constructor(
    private readonly shelf: ShelfService,
    private readonly references: ReferencePublisher,
    private readonly courses: CoursePublisher,
    private readonly programmes: ProgrammePublisher,
    private readonly publications: PublicationPublisher,
    private readonly audit: AuditService,
  ) {}

  /**
   * Loads what is free of problems, each item whole or not at all, and answers the problems of the rest. What a broken
   * item had loaded before stays. Loading the same folder again writes nothing; what was edited here is left alone.
   */
  async load(root: string): Promise<Loaded> {
    const content = await readContent(root);
    const loaded: Loaded = { published: [], problems: [...content.problems] };
    await this.loadReferences(loaded, content);
    const terms = await this.references.terms();
    for (const course of content.courses) await this.item(loaded, course, () => this.courses.publish(course, terms));
    for (const programme of content.programmes)
      await this.item(loaded, programme, () => this.programmes.publish(programme));
    for (const publication of content.publications)
      await this.item(loaded, publication, () => this.publish(publication, terms));
    if (content.paths.length > 0) await this.shelf.forgetOthers(content.paths);
    for (const { file, line, problem } of loaded.problems) this.log.warn(`${file}:${line}: ${problem}`);
    return loaded;
  }

  /** First, since all else speaks of them. */
  private async loadReferences(loaded: Loaded, { topics, glossary, territory }: Content): Promise<void> {
    const { references } = this;
    if (territory)
      await this.item(loaded, territory, () => this.reference(territory, () => references.territory(territory)));
    if (topics) await this.item(loaded, topics, () => this.reference(topics, () => references.topics(topics)));
    if (glossary)
      await this.item(loaded, glossary, () => this.reference(glossary, () => references.glossary(glossary)));
  }

  /** One item, in one transaction. What fails here is this item's problem; a database that is away is everyone's. */
  private async item(loaded: Loaded, { files }: { files: SourceFile[] }, write: () => Promise<boolean>): Promise<void> {
    const file = files[0]?.path ?? '.';
    try {
      const changed = await this.shelf.perItem(async () => {
        if (await this.shelf.isEdited(files)) return false;
        const written = await write();
        await this.shelf.remember(files);
        return written;
      });
      if (changed) loaded.published.push(file);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      loaded.problems.push({ file, line: 1, ...this.sentenceOf(error) });
    }
  }

  private sentenceOf(error: unknown): Pick<Problem, 'problem' | 'remedy'> {
    if (error instanceof MissingCourse)
      return { problem: `El curso «${error.message}» no se ha cargado`, remedy: 'Resuelve primero sus problemas' };
    this.log.error(error);
    return { problem: 'No se pudo guardar', remedy: 'Revisa el espacio en disco y el registro del servidor' };
  }

  /** Topics, terms and regions have no versions: it is their files that say whether they changed. */
  private async reference({ files }: { files: SourceFile[] }, write: () => Promise<void>): Promise<boolean> {
    await write();
    const changed = await this.shelf.remember(files);
    const [{ path } = { path: '.' }] = files;
    if (changed)
      await this.audit.record({
        actorId: null,
        action: 'reference.load',
        subjectKind: 'source',
        subjectId: path,
        detail: { files },
      });
    return changed;
  }

  private async publish(...publication: Parameters<PublicationPublisher['publish']>): Promise<boolean> {
    const changed = await this.publications.publish(...publication);
    if (changed) await this.publications.countWords();
    return changed;
  }
}
