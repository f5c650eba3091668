import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { fileOf, TakesFile } from '../platform/files.ts';
import { Id, Returns } from '../platform/http.ts';
import { ApplyBody, ImportList, ImportQuery, ImportView } from './import.schema.ts';
import { ImportService } from './import.service.ts';

@Controller('question-imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  /** Looks at a file of questions and tells what would come of it. */
  @Post()
  @Requires('bank:write')
  @TakesFile()
  @Returns(ImportView, 201)
  read(@Me() me: Actor, @Query({ schema: ImportQuery }) { name }: { name: string }, @Req() request: FastifyRequest) {
    return this.imports.read(me, name, fileOf(request.body));
  }

  @Get()
  @Requires('bank:write')
  @Returns(ImportList)
  list(@Me() me: Actor) {
    return this.imports.list(me);
  }

  @Get(':id')
  @Requires('bank:write')
  @Returns(ImportView)
  one(@Me() me: Actor, @Id() id: string) {
    return this.imports.find(me, id);
  }

  /** Imports all that could be read, by a job. */
  @Post(':id/apply')
  @Requires('bank:write')
  @Returns(ImportView)
  apply(@Me() me: Actor, @Id() id: string, @Body({ schema: ApplyBody }) { categoryId }: { categoryId: string | null }) {
    return this.imports.apply(me, id, categoryId);
  }
}
