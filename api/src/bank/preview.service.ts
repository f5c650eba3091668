import { Injectable } from '@nestjs/common';
import { readPicture } from '../content/picture.service.ts';
import { AnswerKey, type QuestionResponse } from '../content/question.schema.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { endings, Storage } from '../platform/storage.ts';
import type { Wording } from './bank.schema.ts';
import { shownTo, tried } from './preview.policy.ts';
import type { PreviewBody, TryBody } from './preview.schema.ts';
import { Question, QuestionVersion } from './question.entity.ts';
import { renderedOf } from './rendered.ts';

/** Shows a question as a learner meets it, and marks a try of it. Nothing is written. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  preview({ wording, seed, response }: PreviewBody) {
    return shown('preview', renderedOf(wording), seed, response);
  }

  async try(id: string, { n, seed, response }: TryBody) {
    const question = await this.db.of(Question).findOneBy({ id });
    const which = n ? { questionId: id, n } : { id: question?.currentVersionId ?? id };
    const version = await this.db.of(QuestionVersion).findOneBy(which);
    if (!version) throw new Refusal('not_found');
    const { points, body, answerKey } = version;
    return shown(id, { points, body, answerKey: AnswerKey.parse(answerKey) }, seed, response);
  }

  /** Keeps a picture for questions. One that none shows is thrown away a day later. */
  async keepPicture(bytes: Buffer) {
    const picture = await readPicture(bytes);
    if ('fault' in picture) {
      const [problem, remedy] = picture.fault;
      throw new Refusal('wrong_image', { detail: { problem, remedy } });
    }
    const { media, width, height } = picture;
    const sha = await this.storage.put(media.bytes, media.mediaType);
    return { src: `/api/blobs/${sha}.${endings[media.mediaType]}`, width, height };
  }
}

function shown(id: string, wording: Wording, seed: number, response: QuestionResponse | null) {
  const question = { id, ...wording };
  const result = response && tried(seed, question, response);
  if (response && !result) throw new Refusal('response_misfit');
  return { ...shownTo(seed, question), points: wording.points, result };
}
