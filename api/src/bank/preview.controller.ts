import { Body, Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Requires } from '../platform/access.ts';
import { fileOf, TakesFile } from '../platform/files.ts';
import { Id, Returns } from '../platform/http.ts';
import { MediaView, PreviewBody, PreviewView, TryBody } from './preview.schema.ts';
import { PreviewService } from './preview.service.ts';

/** More is too heavy for a slow link, however it is squeezed. */
const heaviestPicture = 2_000_000;

@Controller()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  /** How a wording that is not saved would look, and what a response to it would earn. */
  @Post('questions/preview')
  @Requires('bank:write')
  @Returns(PreviewView)
  preview(@Body({ schema: PreviewBody }) body: PreviewBody) {
    return this.previews.preview(body);
  }

  @Post('questions/:id/try')
  @Requires('bank:read')
  @Returns(PreviewView)
  try(@Id() id: string, @Body({ schema: TryBody }) body: TryBody) {
    return this.previews.try(id, body);
  }

  /** Keeps a picture, told by its content, and answers where it is. */
  @Post('question-media')
  @Requires('bank:write')
  @TakesFile()
  @Returns(MediaView, 201)
  picture(@Req() request: FastifyRequest) {
    return this.previews.keepPicture(fileOf(request.body, heaviestPicture));
  }
}
