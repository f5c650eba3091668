import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Actor, Me, Requires, type Visit } from '../platform/access.ts';
import { Id, Returns, ReturnsFile } from '../platform/http.ts';
import { CertificateList, VerificationView } from './credential.schema.ts';
import { CredentialService } from './credential.service.ts';

@Controller()
export class CredentialController {
  constructor(private readonly credentials: CredentialService) {}

  @Get('certificates')
  @Requires('self')
  @Returns(CertificateList)
  list(@Me() me: Actor) {
    return this.credentials.list(me);
  }

  @Get('certificates/:id/pdf')
  @Requires('self')
  @ReturnsFile('application/pdf')
  async pdf(@Me() me: Actor, @Req() visit: Visit, @Id() id: string, @Res() reply: FastifyReply) {
    const { bytes, name } = await this.credentials.pdf(me, visit, id);
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(bytes);
  }

  /** Takes the code as people type it. Slowed down, so that codes cannot be tried out. */
  @Get('verification/:code')
  @Requires('public')
  @Returns(VerificationView)
  verify(@Req() visit: Visit, @Param('code', { schema: z.string().max(40) }) code: string) {
    return this.credentials.verify(visit, code);
  }
}
