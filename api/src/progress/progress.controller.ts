import { Body, Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { answerTagged } from '../platform/cache.ts';
import { Id, Key, Returns, ReturnsChecked, ReturnsNothing } from '../platform/http.ts';
import { ActivityService } from './activity.service.ts';
import { NoteService } from './note.service.ts';
import { ActivityBody, ActivityView, LessonView, NoteBody, NoteView, StudyView } from './progress.schema.ts';
import { StudyService } from './study.service.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly study: StudyService,
    private readonly activity: ActivityService,
    private readonly notes: NoteService,
  ) {}

  @Get('enrolments/:id')
  @Requires('self')
  @ReturnsChecked(StudyView)
  room(@Me() me: Actor, @Id() id: string) {
    return this.study.room(me, id);
  }

  /** With an ETag: asked again, an unchanged lesson answers 304. */
  @Get('enrolments/:id/lessons/:unit')
  @Requires('self')
  @ReturnsChecked(LessonView)
  async lesson(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return answerTagged(request, reply, await this.study.lesson(me, id, unit), 'private');
  }

  /** Takes a batch of learning events, in any order and as often as needed. */
  @Post('activity')
  @Requires('self')
  @Returns(ActivityView)
  record(@Me() me: Actor, @Body({ schema: ActivityBody }) body: ActivityBody) {
    return this.activity.record(me, body.events);
  }

  /** Writes a note under the id that the browser gave it: sent twice, written once. */
  @Put('enrolments/:id/lessons/:unit/notes/:note')
  @Requires('self')
  @Returns(NoteView)
  write(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Param('note', { schema: z.uuidv7() }) note: string,
    @Body({ schema: NoteBody }) body: NoteBody,
  ) {
    return this.notes.write(me, { enrolmentId: id, unit, id: note }, body.body);
  }

  @Delete('enrolments/:id/notes/:note')
  @Requires('self')
  @ReturnsNothing()
  erase(@Me() me: Actor, @Id() id: string, @Id('note') note: string) {
    return this.notes.erase(me, id, note);
  }
}
