import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { fileOf, TakesFile } from '../platform/files.ts';
import { Id, Returns, ReturnsFile } from '../platform/http.ts';
import { GradebookFilter } from './gradebook.schema.ts';
import { ApplyBody, ImportName, ImportView } from './import.schema.ts';
import { ImportService } from './import.service.ts';
import { SchemeBody, SchemePreview, SchemeView } from './scheme.schema.ts';
import { SchemeService } from './scheme.service.ts';
import { SheetService } from './sheet.service.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More than 5.000 people by 40 notas need. */
const largestSheet = 5_000_000;

/** The rules of an edition, and its notas as a spreadsheet, both ways. */
@Controller()
export class SchemeController {
  constructor(
    private readonly schemes: SchemeService,
    private readonly sheets: SheetService,
    private readonly imports: ImportService,
  ) {}

  @Get('editions/:id/gradebook/rules')
  @Requires('grade:read')
  @Returns(SchemeView)
  rules(@Me() me: Actor, @Id() id: string) {
    return this.schemes.view(me, id);
  }

  /** Who would have another nota by these rules. */
  @Post('editions/:id/gradebook/rules/preview')
  @Requires('grade:write')
  @Returns(SchemePreview)
  preview(@Me() me: Actor, @Id() id: string, @Body({ schema: SchemeBody }) body: SchemeBody) {
    return this.schemes.preview(me, id, body);
  }

  @Put('editions/:id/gradebook/rules')
  @Requires('grade:write')
  @Returns(SchemeView)
  change(@Me() me: Actor, @Id() id: string, @Body({ schema: SchemeBody }) body: SchemeBody) {
    return this.schemes.change(me, id, body);
  }

  /** Semicolons, decimal commas, no formula can run. */
  @Get('editions/:id/gradebook.csv')
  @Requires('grade:read')
  @ReturnsFile('text/csv')
  async csv(
    @Me() me: Actor,
    @Id() id: string,
    @Query({ schema: GradebookFilter }) filter: GradebookFilter,
    @Res() reply: FastifyReply,
  ) {
    return send(reply, 'text/csv; charset=utf-8', await this.sheets.csv(me, id, filter));
  }

  @Get('editions/:id/gradebook.xlsx')
  @Requires('grade:read')
  @ReturnsFile(workbook)
  async xlsx(
    @Me() me: Actor,
    @Id() id: string,
    @Query({ schema: GradebookFilter }) filter: GradebookFilter,
    @Res() reply: FastifyReply,
  ) {
    return send(reply, workbook, await this.sheets.xlsx(me, id, filter));
  }

  /** Reads a table, CSV or XLSX, and answers what it would change. */
  @Post('editions/:id/gradebook/imports')
  @Requires('grade:write')
  @TakesFile()
  @Returns(ImportView, 201)
  bring(@Me() me: Actor, @Id() id: string, @Query({ schema: ImportName }) { name }: ImportName, @Body() body: unknown) {
    return this.imports.read(me, id, name, fileOf(body, largestSheet));
  }

  @Get('grade-imports/:id')
  @Requires('grade:write')
  @Returns(ImportView)
  imported(@Me() me: Actor, @Id() id: string) {
    return this.imports.view(me, id);
  }

  /** Makes the change, by a job. */
  @Post('grade-imports/:id/application')
  @Requires('grade:write')
  @Returns(ImportView)
  apply(@Me() me: Actor, @Id() id: string, @Body({ schema: ApplyBody }) body: ApplyBody) {
    return this.imports.apply(me, id, body);
  }
}

type ImportName = { name: string };

const send = (reply: FastifyReply, type: string, { body, name }: { body: string | Buffer; name: string }) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(body);
