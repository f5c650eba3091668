import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import {
  BankFacets,
  MoveBody,
  NewQuestion,
  PushBody,
  PushView,
  QuestionEdit,
  QuestionPage,
  QuestionQuery,
  QuestionView,
  TagBody,
  Touched,
  Written,
} from './bank.schema.ts';
import { BankService } from './bank.service.ts';
import { BulkService } from './bulk.service.ts';
import { PushQuestion } from './push-question.ts';
import { WriteQuestion } from './write-question.ts';

@Controller('questions')
export class BankController {
  constructor(
    private readonly bank: BankService,
    private readonly writing: WriteQuestion,
    private readonly bulk: BulkService,
    private readonly pushing: PushQuestion,
  ) {}

  /** The newest first. */
  @Get()
  @Requires('bank:read')
  @Returns(QuestionPage)
  list(@Query({ schema: QuestionQuery }) query: QuestionQuery) {
    return this.bank.list(query);
  }

  @Get('facets')
  @Requires('bank:read')
  @Returns(BankFacets)
  facets() {
    return this.bank.facets();
  }

  @Get(':id')
  @Requires('bank:read')
  @Returns(QuestionView)
  question(@Id() id: string) {
    return this.bank.question(id);
  }

  @Post()
  @Requires('bank:write')
  @Returns(Written, 201)
  create(@Me() me: Actor, @Body({ schema: NewQuestion }) body: NewQuestion) {
    return this.writing.create(me, body);
  }

  /** A version more, unless only what it is about changed. */
  @Put(':id')
  @Requires('bank:write')
  @Returns(Written)
  edit(@Me() me: Actor, @Id() id: string, @Body({ schema: QuestionEdit }) body: QuestionEdit) {
    return this.writing.edit(me, id, body);
  }

  @Put(':id/retirement')
  @Requires('bank:write')
  @ReturnsNothing()
  retire(@Me() me: Actor, @Id() id: string) {
    return this.writing.setRetired(me, id, true);
  }

  @Delete(':id/retirement')
  @Requires('bank:write')
  @ReturnsNothing()
  restore(@Me() me: Actor, @Id() id: string) {
    return this.writing.setRetired(me, id, false);
  }

  /** Puts the current version into every evaluation that holds an older one. */
  @Post(':id/push')
  @Requires('bank:write')
  @Returns(PushView)
  push(@Me() me: Actor, @Id() id: string, @Body({ schema: PushBody }) { versionId }: { versionId: string }) {
    return this.pushing.push(me, id, versionId);
  }

  @Post('moves')
  @Requires('bank:write')
  @Returns(Touched)
  move(@Me() me: Actor, @Body({ schema: MoveBody }) body: { ids: string[]; categoryId: string | null }) {
    return this.bulk.move(me, body);
  }

  @Post('tags')
  @Requires('bank:write')
  @Returns(Touched)
  tag(@Me() me: Actor, @Body({ schema: TagBody }) body: { ids: string[]; add: string[]; remove: string[] }) {
    return this.bulk.tag(me, body);
  }
}
