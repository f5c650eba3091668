import { Body, Controller, Delete, Get, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsFile, ReturnsNothing } from '../platform/http.ts';
import { FileService } from './file.service.ts';
import { HandIn } from './hand-in.ts';
import { DraftBody, DraftView, HandInBody, ReceiptView, SubmissionRef, TaskView } from './task.schema.ts';
import { TaskService } from './task.service.ts';

/** Outside what every system reads, a letter of a name is written in UTF-8 (RFC 6266). */
const named = (name: string) =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

@Controller()
export class SubmissionController {
  constructor(
    private readonly tasks: TaskService,
    private readonly handing: HandIn,
    private readonly files: FileService,
  ) {}

  @Get('enrolments/:id/tasks/:unit')
  @Requires('self')
  @Returns(TaskView)
  task(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.tasks.view(me, id, unit);
  }

  /** Begins the draft, or answers the one that there is. */
  @Post('enrolments/:id/tasks/:unit/draft')
  @Requires('self')
  @Returns(SubmissionRef, 201)
  open(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.tasks.open(me, id, unit);
  }

  @Put('enrolments/:id/tasks/:unit/draft')
  @Requires('self')
  @Returns(DraftView)
  keepDraft(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Body({ schema: DraftBody }) body: DraftBody,
  ) {
    return this.tasks.keepDraft(me, id, unit, body);
  }

  /** Hands the draft in. Asked again, changes nothing and answers the same receipt. */
  @Post('enrolments/:id/tasks/:unit/submission')
  @Requires('self')
  @Returns(ReceiptView, 201)
  send(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string, @Body({ schema: HandInBody }) body: HandInBody) {
    return this.handing.send(me, id, unit, body);
  }

  /** Where the files of an answer go, while its attempt is open. */
  @Post('attempts/:id/answers/:position/draft')
  @Requires('self')
  @Returns(SubmissionRef, 201)
  openAnswer(
    @Me() me: Actor,
    @Id() id: string,
    @Param('position', { schema: z.coerce.number().int().min(1).max(500) }) position: number,
  ) {
    return this.files.openAnswer(me, id, position);
  }

  /** A file or a part of it, as a download: for its owner, their group, and those who mark it. */
  @Get('submissions/:id/files/:file')
  @Requires('self')
  @ReturnsFile('application/octet-stream')
  async file(@Me() me: Actor, @Id() id: string, @Id('file') file: string, @Res() reply: FastifyReply) {
    const { range } = reply.request.headers;
    const { name, mediaType, size, part, stream } = await this.files.read(me, id, file, range);
    if (part) reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${size}`);
    return reply
      .type(mediaType)
      .header('accept-ranges', 'bytes')
      .header('content-length', part ? part.end - part.start + 1 : size)
      .header('content-disposition', named(name))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .send(stream);
  }

  @Delete('submissions/:id/files/:file')
  @Requires('self')
  @ReturnsNothing()
  remove(@Me() me: Actor, @Id() id: string, @Id('file') file: string) {
    return this.files.remove(me, id, file);
  }
}
