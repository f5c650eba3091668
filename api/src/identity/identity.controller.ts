import { Body, Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me, Requires, type Visit } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import {
  NewPasswordBody,
  OpenSessionList,
  PasswordBody,
  RecoveryBody,
  SessionView,
  SignInBody,
} from './identity.schema.ts';
import { PasswordService } from './password.service.ts';
import { SessionService } from './session.service.ts';

@Controller()
export class IdentityController {
  constructor(
    private readonly sessions: SessionService,
    private readonly passwords: PasswordService,
  ) {}

  @Get('session')
  @Requires('public')
  @Returns(SessionView)
  whoAmI(@Me() me: Actor | undefined) {
    return this.sessions.view(me);
  }

  @Post('session')
  @Requires('public')
  @Returns(SessionView, 201)
  signIn(
    @Req() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: SignInBody }) body: SignInBody,
  ) {
    return this.sessions.signIn(visit, reply, body);
  }

  @Delete('session')
  @Requires('self')
  @ReturnsNothing()
  signOut(@Me() me: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.sessions.signOut(me, reply);
  }

  @Get('sessions')
  @Requires('self')
  @Returns(OpenSessionList)
  list(@Me() me: Actor) {
    return this.sessions.list(me);
  }

  @Delete('sessions/:id')
  @Requires('self')
  @ReturnsNothing()
  revoke(@Me() me: Actor, @Id() id: string) {
    return this.sessions.revoke(me, id);
  }

  /** Changes the password and ends every other session. */
  @Put('password')
  @Requires('self')
  @ReturnsNothing()
  changePassword(@Me() me: Actor, @Body({ schema: PasswordBody }) body: PasswordBody) {
    return this.passwords.change(me, body);
  }

  /** Mails a link to whoever has this RUN. Answers the same whether or not somebody has it. */
  @Post('recovery')
  @Requires('public')
  @ReturnsNothing()
  askRecovery(@Req() visit: Visit, @Body({ schema: RecoveryBody }) body: RecoveryBody) {
    return this.passwords.askRecovery(visit, body);
  }

  @Put('recovery')
  @Requires('public')
  @ReturnsNothing()
  recover(@Req() visit: Visit, @Body({ schema: NewPasswordBody }) body: NewPasswordBody) {
    return this.passwords.recover(visit, body);
  }
}
